internal import ProofOfLiquidity
internal import Quantities
internal import YieldKernels

/// What a run does to every row: which column means what, when to evaluate, what to append.
struct RowPlan: Sendable {
  /// The meaning of each column of the input, nil for one that passes through.
  let columns: [VaultColumn?]
  /// The header's names, for rejects.
  let columnNames: [String]
  let metrics: [CSVMetric]
  let time: Timestamp
  let year: YearLength
  /// The year and the decimals of each row, folded once: indexed by decimals where there is a column
  /// of them, else a single factor for 18.
  let factors: [AnnualFactor]
  /// Digits beyond the 18th decimal make a bad row instead of being rounded.
  let refusesRounding: Bool

  init(
    columns: [VaultColumn?], columnNames: [String], metrics: [CSVMetric], time: Timestamp,
    year: YearLength, refusesRounding: Bool
  ) {
    self.columns = columns
    self.columnNames = columnNames
    self.metrics = metrics
    self.time = time
    self.year = year
    self.refusesRounding = refusesRounding
    let decimals: ClosedRange<UInt8> = columns.contains(.stakeDecimals) ? 0...255 : 18...18
    factors = decimals.map {
      AnnualFactor(secondsPerYear: year.seconds, stakeDecimals: $0)
    }
  }

  /// A row with the values that no column gives.
  var emptyRow: VaultRow {
    VaultRow(timestamp: time.seconds, stakeDecimals: 18)
  }
}
