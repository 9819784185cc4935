internal import Faults
internal import Inputs
internal import Quantities
internal import Text
internal import YieldKernels
internal import Yields

/// Reads and evaluates one row by the unbounded arithmetic: the slow twin of ``IndexedRow`` and
/// ``RowFigures``, with a reason for every row that has no result.
struct CarefulRow {
  private let report: VaultReport
  /// Values that had digits beyond the 18th decimal and were rounded.
  let roundedValues: Int
  /// The column of its first time that names no zone.
  let zonelessColumn: Place?
  /// Whether it has a yield, and if not, why.
  var status: VaultStatus { report.status }
  /// When the row is evaluated.
  var time: Timestamp { report.convention.time }
  /// The end of its period, which every row of a file has.
  let periodFinish: Timestamp?
  /// What looks wrong about the row.
  let doubts: VaultDoubts
  /// The published yield beside the exact one, where a run compares them.
  let comparison: RowComparison?

  /// Evaluates a record whose quoting is sound.
  ///
  /// - Throws: `Fault` at the column, or without a place where the whole row is at fault.
  init(_ record: borrowing CSVRecord, of bytes: Span<UInt8>, plan: RowPlan) throws(Fault) {
    let expected = plan.columns.count
    guard record.fieldCount == expected else {
      throw .csvFieldCount(
        record.fieldCount, expected: expected,
        at: plan.place(of: min(record.fieldCount, expected)))
    }
    var values = CarefulValues(time: plan.time, refusesRounding: plan.isStrict)
    for (index, key) in plan.columns.enumerated() {
      guard let key else { continue }
      try values.read(
        Field(
          text: plan.form.value(of: record[index].text(in: bytes)),
          place: .input(plan.columnNames[index])),
        as: key)
    }
    try self.init(values, plan: plan)
  }

  /// Evaluates the values of a row.
  ///
  /// - Throws: `Fault` without a place, or at the input.
  init(_ values: CarefulValues, plan: RowPlan) throws(Fault) {
    roundedValues = values.roundedValues
    zonelessColumn = values.zonelessColumn
    periodFinish = values.periodFinish
    let convention = YieldConvention(
      time: values.time, year: plan.year, commission: plan.commission)
    report = try VaultReport(evaluating: values.snapshot, under: convention)
    comparison =
      plan.comparesPublished
      ? RowComparison(values.published, with: report, commission: values.commission) : nil
    doubts = VaultDoubts(report.warnings + (comparison?.warnings ?? []))
  }

  /// A figure of the report; nil where there is none.
  func value(_ figure: VaultFigure) -> FigureValue? { figure.value(report) }

  /// A figure as text, empty where there is none.
  func text(_ figure: RowFigure) -> String {
    switch figure {
    case .report(let figure) where figure.key == .warnings: doubts.text
    case .report(let figure): figure.value(report)?.text ?? ""
    case .comparison(let key): comparison?.text(key) ?? ""
    }
  }
}
