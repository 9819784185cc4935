/// Work that is handed out in order, done on several threads and delivered in order.
///
/// A slot carries one piece of work from `fill` over `work` to `deliver` and is then used again. So
/// the number of slots bounds the memory, and how far threads may run ahead of the slowest piece.
///
///     fill     one thread at a time, in order; false where there is no more work
///     work     on any thread, several pieces at once
///     deliver  one thread at a time, in the order of `fill`
///
/// The first failure in that order ends the run: what `fill` throws takes its turn behind all that
/// was filled before.
package enum OrderedWork {
  /// The slots that keep a number of threads busy: one each to work on, and one each to wait for its
  /// turn.
  package static func slotCount(threads: Int) -> Int {
    let threads = WorkerThreads.granted(threads)
    return threads <= 1 ? 1 : 2 * threads
  }

  /// Runs until `fill` has no more work or something fails; returns when all threads are done.
  ///
  /// - Parameters:
  ///   - slots: at least one; in no particular order.
  ///   - threads: how many threads work, at least one.
  ///   - fill: puts the next piece of work into a slot, which may hold an earlier one.
  ///   - work: does the piece in a slot.
  ///   - deliver: takes the result out of a slot.
  /// - Throws: the first failure of `fill` or `deliver`; nothing is delivered after it.
  package static func run<Slot: AnyObject, Failure: Error>(
    _ slots: [Slot], threads: Int, fill: @escaping (Slot) throws(Failure) -> Bool,
    work: @escaping @Sendable (Slot) -> Void, deliver: @escaping (Slot) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(!slots.isEmpty, "work needs a slot")
    let run = OrderedRun(slots, fill: fill, work: work, deliver: deliver)
    WorkerThreads.run(threads) { run.participate() }
    if let failure = run.failure { throw failure }
  }
}

/// The state of one run, shared by its threads.
private final class OrderedRun<Slot: AnyObject, Failure: Error>: Sendable {
  private struct Source {
    let fill: (Slot) throws(Failure) -> Bool
    /// Pieces handed out, and so the number of the next.
    var count = 0
    var isOver = false
  }

  /// A struct, for a function that is itself the value of a monitor gets wrapped once more at each
  /// access.
  private struct Sink {
    let deliver: (Slot) throws(Failure) -> Void
  }

  private struct Order {
    var free: [Slot]
    /// Finished pieces that wait for their turn, by number; a failure takes a turn too.
    var waiting: [Int: Result<Slot, Failure>] = [:]
    /// The number of the piece that is to be delivered next.
    var due = 0
    var isDelivering = false
    var failure: Failure?

    /// The piece whose turn it is, for the one thread that delivers.
    mutating func takeDue() -> Result<Slot, Failure>? {
      let next = failure == nil ? waiting.removeValue(forKey: due) : nil
      isDelivering = next != nil
      return next
    }
  }

  private let source: Monitor<Source>
  private let order: Monitor<Order>
  private let work: @Sendable (Slot) -> Void
  private let sink: Monitor<Sink>

  init(
    _ slots: [Slot], fill: @escaping (Slot) throws(Failure) -> Bool,
    work: @escaping @Sendable (Slot) -> Void, deliver: @escaping (Slot) throws(Failure) -> Void
  ) {
    source = Monitor(Source(fill: fill))
    order = Monitor(Order(free: slots))
    self.work = work
    sink = Monitor(Sink(deliver: deliver))
  }

  var failure: Failure? { order.withLock { $0.failure } }

  /// Takes part until there is nothing left to do.
  func participate() {
    while let slot = takeFreeSlot() {
      guard let (number, filled) = fill(slot) else {
        order.withLock { $0.free.append(slot) }
        return
      }
      if case .success(let slot) = filled { work(slot) }
      hand(filled, number)
    }
  }

  /// A slot to fill, once one is free; nil when the run has failed.
  private func takeFreeSlot() -> Slot? {
    order.withLock(when: { !$0.free.isEmpty || $0.failure != nil }) { order in
      order.failure == nil ? order.free.popLast() : nil
    }
  }

  /// The next piece of work and its number; nil behind the last.
  private func fill(_ slot: Slot) -> (number: Int, Result<Slot, Failure>)? {
    source.withLock { source in
      guard !source.isOver else { return nil }
      let fill = source.fill
      let filled = Result { () throws(Failure) in try fill(slot) }
      let piece: Result<Slot, Failure>
      switch filled {
      case .success(let isFilled):
        source.isOver = !isFilled
        guard isFilled else { return nil }
        piece = .success(slot)
      case .failure(let failure):
        source.isOver = true
        piece = .failure(failure)
      }
      defer { source.count += 1 }
      return (source.count, piece)
    }
  }

  /// Leaves a piece where it waits for its turn; delivers what is due unless another thread does.
  private func hand(_ piece: Result<Slot, Failure>, _ number: Int) {
    var due = order.withLock { order -> Result<Slot, Failure>? in
      order.waiting[number] = piece
      return order.isDelivering ? nil : order.takeDue()
    }
    while let piece = due {
      let delivered = piece.flatMap(deliver)
      due = order.withLock { order in
        order.due += 1
        switch delivered {
        case .success(let slot): order.free.append(slot)
        case .failure(let failure): order.failure = failure
        }
        return order.takeDue()
      }
    }
  }

  private func deliver(_ slot: Slot) -> Result<Slot, Failure> {
    sink.withLock { sink in
      let deliver = sink.deliver
      return Result { () throws(Failure) in
        try deliver(slot)
        return slot
      }
    }
  }
}
