internal import Platform

/// The memory that chunks may take beyond their usual size, all together, however many there are.
///
/// Long records need it, and rows whose figures are longer than themselves. Who asks for more than is
/// left waits until others give back, except for the chunk that is due next in the output: it goes on
/// in any case, so that nobody waits for ever, and the budget is exceeded by one chunk at most.
final class GrowthBudget: Sendable {
  private struct State {
    var taken = 0
    /// The place in the order of the chunk that is due.
    var due: Int
    /// The run has failed: whoever waits shall find out.
    var isOver = false
  }

  private let state: Monitor<State>
  private let limit: Int
  /// Called, possibly more than once, by a `take` that has to wait.
  private let onWait: @Sendable () -> Void

  init(limit: Int, due: Int, onWait: @escaping @Sendable () -> Void = {}) {
    self.limit = limit
    self.onWait = onWait
    state = Monitor(State(due: due))
  }

  /// Takes bytes for the chunk at a place in the order, when there are that many or it is due.
  func take(_ bytes: Int, forChunk sequence: Int) {
    state.withLock(when: { state in
      let isReady = state.taken + bytes <= limit || state.due >= sequence || state.isOver
      if !isReady { onWait() }
      return isReady
    }) { $0.taken += bytes }
  }

  /// Gives back what a chunk took, if so much is taken that others may want it; else the chunk
  /// keeps it for its next records.
  func giveBack(_ bytes: Int) -> Bool {
    state.withLock { state in
      guard state.taken > limit / 4 else { return false }
      state.taken -= bytes
      return true
    }
  }

  func advance(toDue sequence: Int) {
    state.withLock { $0.due = sequence }
  }

  func end() {
    state.withLock { $0.isOver = true }
  }
}
