internal import Faults
internal import Quantities
internal import Text
internal import Yields

/// Reads and evaluates one row by the unbounded arithmetic: the slow twin of ``IndexedRow`` and
/// ``RowFigures``, with a reason for every row that has no result.
struct CarefulRow {
  private let report: VaultReport
  /// Values that had digits beyond the 18th decimal and were rounded.
  let roundedValues: Int
  /// What looks wrong about the row.
  let doubts: VaultDoubts

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
    var values = CarefulValues(time: plan.time, refusesRounding: plan.refusesRounding)
    for (index, key) in plan.columns.enumerated() {
      guard let key else { continue }
      try Self.placing(plan.place(of: index)) { () throws(Fault) in
        try values.read(record[index].text(in: bytes), as: key)
      }
    }
    roundedValues = values.roundedValues
    let convention = YieldConvention(time: values.time, year: plan.year)
    let snapshot = try Self.placing(plan.place(of: .totalSupply), values.snapshot)
    report = try Self.placing(plan.place(of: .stakePrice)) { () throws(Fault) in
      try VaultReport(evaluating: snapshot, under: convention)
    }
    doubts = VaultDoubts(report.warnings)
  }

  /// Says where a fault is that the reader of a value cannot know.
  private static func placing<Value>(
    _ place: Place?, _ body: () throws(Fault) -> Value
  ) throws(Fault) -> Value {
    do throws(Fault) { return try body() } catch { throw error.at(place) }
  }

  /// A figure as text, empty where there is none.
  func text(_ figure: VaultFigure) -> String {
    figure.key == .warnings ? doubts.text : figure.value(report)?.text ?? ""
  }
}
