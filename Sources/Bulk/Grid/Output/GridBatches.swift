internal import FixedPoint
internal import Platform
internal import Quantities
internal import Synchronization

/// The points of a grid as batches of columns, computed when they are asked for.
package struct GridBatches {
  /// Consecutive points: the values on the axes, and the figures in blocks, in order.
  package struct Batch: Sendable {
    package let points: Range<Int>
    package let axes: [FigureColumn]
    package let blocks: [GridBlock]
  }

  private let grid: ParameterGrid
  private let threads: Int
  private var start: Int
  private let end: Int
  private let length: Int

  /// Points of a batch: enough to keep threads busy, few enough that memory does not matter.
  private static let preferredLength = 1 << 16

  /// - Parameters:
  ///   - grid: the grid.
  ///   - points: which of its points, within `0..<pointCount`; faster from the beginning of a row on.
  ///   - threads: how many threads work on a batch.
  package init(_ grid: ParameterGrid, _ points: Range<Int>, threads: Int) {
    self.grid = grid
    self.threads = threads
    (start, end) = (points.lowerBound, points.upperBound)
    let row = grid.rowLength
    length = max(1, Self.preferredLength / row) * min(row, Self.preferredLength)
  }

  /// The next batch; nil behind the last.
  package mutating func next() -> Batch? {
    guard start < end else { return nil }
    let points = start..<min(start + length, end)
    start = points.upperBound
    let axes = grid.axes.indices.map { axisColumn($0, points) }
    return Batch(points: points, axes: axes, blocks: blocks(of: points))
  }

  private func blocks(of points: Range<Int>) -> [GridBlock] {
    var ranges: [Range<Int>] = []
    var pieces = GridBlocks(grid, points)
    while let piece = pieces.next() { ranges.append(piece) }
    let work = GridWork(grid, ranges)
    WorkerThreads.run(min(threads, ranges.count)) { work.participate() }
    return work.blocks
  }

  /// The values of an axis at consecutive points.
  private func axisColumn(_ index: Int, _ points: Range<Int>) -> FigureColumn {
    let axis = grid.axes[index]
    let inner = grid.axes[(index + 1)...].reduce(1) { $0 * $1.count }
    var column = FigureColumn(
      decimals: axis.key.decimals, words: [UInt128](repeating: 0, count: points.count))
    for (row, point) in points.enumerated() {
      let place = point / inner % axis.count
      switch axis.storage {
      case .narrow(let values): column.replace(row, with: .word(values[place]))
      case .wide(let values): column.replace(row, with: .exact(values[place]))
      }
    }
    return column
  }
}

/// Blocks of a grid that threads evaluate, whoever comes first.
private final class GridWork: Sendable {
  private let grid: ParameterGrid
  private let ranges: [Range<Int>]
  private let next = Atomic<Int>(0)
  private let done: Monitor<[GridBlock?]>

  init(_ grid: ParameterGrid, _ ranges: [Range<Int>]) {
    self.grid = grid
    self.ranges = ranges
    done = Monitor([GridBlock?](repeating: nil, count: ranges.count))
  }

  /// The blocks in order, when all threads are done.
  var blocks: [GridBlock] { done.withLock { $0 }.compactMap(\.self) }

  func participate() {
    var evaluator = GridEvaluator(grid)
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < ranges.count else { return }
      let block = evaluator.evaluate(ranges[index])
      done.withLock { $0[index] = block }
    }
  }
}
