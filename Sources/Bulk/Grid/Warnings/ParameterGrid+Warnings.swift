internal import Platform

extension ParameterGrid {
  /// What looks wrong about the inputs of the points, and the first point that has each warning.
  ///
  /// That no `periodFinish` is given holds for all points or none, and is not counted. Where no corner
  /// of the grid is doubtful, no point is, and none is looked at.
  ///
  /// - Parameter threads: how many threads work; all processors unless given.
  /// - Returns: the warnings that occur.
  public func warnings(threads: Int? = nil) -> [WarningTotal] {
    let plan = GridDoubts(self)
    guard plan.isDoubtful else { return [] }
    let threads = threads ?? WorkerThreads.processorCount
    let slots = (0..<OrderedWork.slotCount(threads: threads)).map { _ in DoubtSlot(plan) }
    var blocks = GridBlocks(self)
    OrderedWork.run(slots, threads: threads) { slot in
      guard let points = blocks.next() else { return false }
      slot.points = points
      return true
    } work: { slot in
      slot.walk.add(slot.points)
    } deliver: { _ in
    }
    return slots.reduce(into: DoubtTally()) { $0.merge($1.walk.tally) }.totals
  }
}

/// A block on its way through the threads, and what is counted of it.
private final class DoubtSlot {
  var points = 0..<0
  var walk: GridDoubtWalk

  init(_ plan: GridDoubts) {
    walk = GridDoubtWalk(plan)
  }
}
