internal import Bulk
internal import Faults
internal import Platform
internal import Synchronization
internal import Yields

/// The evaluation of one batch, by threads that take blocks of rows in order.
final class BatchRun: Sendable {
  private let job: TableJob
  private let source: IncomingArray
  private let batch: ArrowBatch
  /// The row of the job that is the batch's first.
  private let first: Int
  private let figures: [FigureArray]
  private let errors: FigureArray?
  private let nextBlock = Atomic<Int>(0)
  /// The first row that ended the run, and why; blocks behind it are left alone.
  private let firstFault = Monitor<(row: Int, fault: ArrowFault)?>(nil)
  private let end: Atomic<Int>

  /// Blocks that make another thread worth its start.
  private static let blocksPerThread = 8

  init(_ job: TableJob, _ source: IncomingArray, from first: Int) throws(ArrowFault) {
    self.job = job
    self.source = source
    self.first = first
    batch = try ArrowBatch(source, columnCount: job.columnCount, job.expected)
    var figures: [FigureArray] = []
    for type in job.types { figures.append(try FigureArray(type, length: batch.length)) }
    self.figures = figures
    errors = job.request.keepsBadRows ? try FigureArray(.text, length: batch.length) : nil
    end = Atomic(batch.length)
  }

  /// The figures of all rows.
  func result() throws(ArrowFault) -> (array: OutgoingArray, rows: Int) {
    let blocks = (batch.length + VaultBlock.capacity - 1) / VaultBlock.capacity
    let threads = max(1, min(job.request.threads, blocks / Self.blocksPerThread))
    WorkerThreads.run(threads) { self.participate() }
    if let fault = firstFault.withLock({ $0 }) { throw fault.fault }
    var columns = try batch.takeColumns(job.kept)
    for figure in figures { columns.append(try figure.finish()) }
    if let errors { columns.append(try errors.finish()) }
    return (.batch(batch.length, columns), batch.length)
  }

  private func participate() {
    var evaluator = job.evaluators.withLock { $0.popLast() } ?? TableEvaluator(job.plan)
    defer { job.evaluators.withLock { $0.append(evaluator) } }
    while true {
      let start = nextBlock.add(VaultBlock.capacity, ordering: .relaxed).oldValue
      guard start < end.load(ordering: .relaxed) else { return }
      let rows = start..<min(start + VaultBlock.capacity, batch.length)
      do throws(ArrowFault) {
        evaluator.begin(rows.count)
        try batch.fill(&evaluator.block, rows)
        evaluator.evaluate(
          from: first + start, ArrowBatch.Cells(batch: batch, first: start))
        if errors == nil, let bad = evaluator.figures.faults.first {
          stop(at: start + bad.row, .input(bad.fault))
        }
        write(&evaluator.figures, rows)
      } catch {
        stop(at: start, error)
      }
    }
  }

  private func stop(at row: Int, _ fault: ArrowFault) {
    firstFault.withLock { first in
      if first.map({ row < $0.row }) ?? true { first = (row, fault) }
    }
    // Earlier blocks are at work already, and may have an earlier row.
    _ = end.min(row, ordering: .relaxed)
  }

  private func write(_ block: inout TableFigures, _ rows: Range<Int>) {
    let (first, count) = (rows.lowerBound, rows.count)
    var statusColumns: [FigureArray] = []
    for (index, key) in job.plan.figures.enumerated() {
      let column = figures[index]
      switch (key, column.type) {
      // What is beyond its column says so, whatever the order of the two.
      case (.status, _): statusColumns.append(column)
      case (.active, .text): column.write(flags: block.columns[index], from: first, count: count)
      case (.warnings, _), (.conventions, _), (.difference, _):
        column.write(block.texts[index], from: first, count: count)
      default:
        for row in column.write(block.columns[index], from: first, count: count) {
          block.statuses[row] = .beyondRange
        }
      }
    }
    for column in statusColumns { column.write(block.statuses, from: first, count: count) }
    guard let errors else { return }
    var reasons: [Int: String] = [:]
    for (row, fault) in block.faults {
      reasons[row] = fault.at(fault.place?.member.map(Place.input)).description
    }
    errors.write(reasons, from: first, count: count)
  }
}
