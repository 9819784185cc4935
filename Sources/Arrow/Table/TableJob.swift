internal import Bulk
internal import Faults
internal import Platform
internal import Quantities
internal import Yields

/// A table that is evaluated batch by batch.
package final class TableJob: Sendable {
  /// What the batches of answers are.
  package let schema: OutgoingField
  let plan: TablePlan
  let request: TableRequest
  let types: [FigureType]
  /// The columns that are read.
  let expected: [ArrowBatch.Expected]
  /// The table's columns that stand in front.
  let kept: [Int]
  let columnCount: Int
  /// The evaluators that no thread uses at the moment.
  let evaluators = Monitor<[TableEvaluator]>([])
  private let state = Monitor(State())

  private struct State {
    /// Rows of the batches so far.
    var rows = 0
    /// What ended the job.
    var failure: ArrowFault?
    var isStreamed = false
    var isRunning = false
  }

  /// The name of the column that says why a row has no figures.
  package static let errorColumn = "error"

  /// Finds the columns that are read, and what leaves.
  ///
  /// - Throws: `ArrowFault` for columns that are missing or have no exact reading.
  package init(_ request: TableRequest, columns: IncomingSchema) throws(ArrowFault) {
    let fields = try columns.columns()
    let names = fields.map(\.name)
    do throws(Fault) {
      plan = try TablePlan(columns: names, request.analysis)
      kept = try Self.kept(request, names)
    } catch {
      throw .input(error)
    }
    self.request = request
    columnCount = fields.count
    var expected: [ArrowBatch.Expected] = []
    for input in plan.inputs {
      let field = fields[input.column]
      expected.append(
        .init(
          key: input.key, place: input.column, field: field,
          type: try field.checkedType(allowsFloat: request.allowsFloat).type))
    }
    self.expected = expected
    types = plan.figures.map { key in
      FigureType(
        of: key.unit, isStatus: key == .status, isWide: request.isWide,
        isText: request.texts.contains(key))
    }
    var out: [OutgoingField] = []
    for place in kept { out.append(try columns.outgoing(place)) }
    out += zip(plan.figures, types).map { key, type in type.field(key.column) }
    if request.keepsBadRows { out.append(FigureType.text.field(Self.errorColumn)) }
    schema = .batch(out)
    LiveCounts.begin(.job)
  }

  deinit { LiveCounts.end(.job) }

  private static func kept(_ request: TableRequest, _ names: [String]) throws(Fault) -> [Int] {
    let kept: [Int]
    switch request.kept {
    case .none: return []
    case .all: kept = Array(names.indices)
    case .names(let wanted):
      var found: [Int] = []
      for name in wanted {
        guard let place = names.firstIndex(of: name), !found.contains(place) else {
          throw Fault(
            .unknownName, at: .input("keep"), found: Quotation.of(name),
            expected: "each column of the table once",
            hint: Resemblance.hint(for: name, among: names))
        }
        found.append(place)
      }
      kept = found
    }
    let figures = request.analysis.metrics.map(\.column) + [errorColumn]
    if let place = kept.first(where: { figures.contains(names[$0]) }) {
      throw Fault(
        .conflict, at: .input("keep"), found: "a column \(names[place]) already",
        expected: "no column with a metric's name")
    }
    return kept
  }

  /// What ended the job, if anything did.
  package var failure: ArrowFault? { state.withLock { $0.failure } }

  /// Evaluates a batch; another call that comes meanwhile waits.
  ///
  /// - Parameter batch: a struct of the columns.
  /// - Returns: the figures.
  /// - Throws: `ArrowFault` for the first row that cannot be evaluated, or a batch that contradicts itself.
  package func run(_ batch: IncomingArray) throws(ArrowFault) -> OutgoingArray {
    let first = state.withLock(when: { !$0.isRunning }) { state in
      state.isRunning = true
      return state.rows
    }
    let result = Result { () throws(ArrowFault) in
      try BatchRun(self, batch, from: first).result()
    }
    state.withLock { state in
      state.isRunning = false
      switch result {
      case .success(let figures): state.rows += figures.rows
      case .failure(let fault): state.failure = state.failure ?? fault
      }
    }
    return try result.get().array
  }

  /// The answers of a stream of batches, each made when it is asked for.
  ///
  /// - Throws: `ArrowFault` where the job has rows already.
  package func stream(_ batches: IncomingStream) throws(ArrowFault) -> OutgoingStream {
    let isFresh = state.withLock { state in
      defer { state.isStreamed = true }
      return !state.isStreamed && state.rows == 0
    }
    guard isFresh else {
      throw .input(
        Fault(
          .conflict, at: .input("job"), found: "a job that has rows already",
          expected: "a job of its own for a stream"))
    }
    return OutgoingStream(schema) { () throws(ArrowFault) in
      do throws(ArrowFault) {
        return try batches.next().map { batch throws(ArrowFault) in try self.run(batch) }
      } catch {
        self.state.withLock { $0.failure = $0.failure ?? error }
        throw error
      }
    }
  }
}
