internal import Platform

/// The blocks in which several threads evaluate a grid, in order.
struct GridBlocks: IteratorProtocol {
  /// The point behind the last.
  private let pointCount: Int
  private let length: Int
  private var start: Int

  /// Points of a block: enough to make handing it over cheap, few enough to stay in a core's cache.
  private static let preferredLength = 1 << 13

  /// Blocks of whole rows, as the row kernels need them; rows that are too long for those are cut.
  init(_ grid: ParameterGrid) { self.init(grid, 0..<grid.pointCount) }

  /// The same for some of the points, which begin with a row.
  init(_ grid: ParameterGrid, _ points: Range<Int>) {
    start = points.lowerBound
    pointCount = points.upperBound
    let row = grid.rowLength
    length =
      row > VaultGridKernel.longestRow
      ? Self.preferredLength : max(1, Self.preferredLength / row) * row
  }

  /// The points of the next block, or nil behind the last.
  mutating func next() -> Range<Int>? {
    guard start < pointCount else { return nil }
    defer { start = min(start + length, pointCount) }
    return start..<min(start + length, pointCount)
  }
}

extension ParameterGrid {
  /// Evaluates all points on several threads, block by block, and makes something of each.
  ///
  /// - Parameters:
  ///   - threads: how many threads work.
  ///   - makeValue: makes what a slot of work carries from block to block; a few at a time exist,
  ///     however large the grid is.
  ///   - work: adds a block to a slot's value; called on any thread.
  ///   - deliver: takes a block's points and its slot's value, in order; called by one thread at a time.
  /// - Returns: the slots' values, in no particular order.
  /// - Throws: the first failure of `deliver`; nothing more is computed then.
  @discardableResult
  func forEachBlock<Value, Failure: Error>(
    threads: Int, makeValue: () -> Value,
    work: @escaping @Sendable (GridBlock, inout Value) -> Void,
    deliver: @escaping (Range<Int>, inout Value) throws(Failure) -> Void
  ) throws(Failure) -> [Value] {
    let slots = (0..<OrderedWork.slotCount(threads: threads)).map { _ in
      GridSlot(evaluator: GridEvaluator(self), value: makeValue())
    }
    var blocks = GridBlocks(self)
    try OrderedWork.run(slots, threads: threads) { slot throws(Failure) in
      guard let points = blocks.next() else { return false }
      slot.points = points
      return true
    } work: { slot in
      work(slot.evaluator.evaluate(slot.points), &slot.value)
    } deliver: { slot throws(Failure) in
      try deliver(slot.points, &slot.value)
    }
    return slots.map(\.value)
  }
}

/// A block on its way through the threads, what computes it and what is made of it.
private final class GridSlot<Value> {
  var points = 0..<0
  var evaluator: GridEvaluator
  var value: Value

  init(evaluator: GridEvaluator, value: Value) {
    self.evaluator = evaluator
    self.value = value
  }
}
