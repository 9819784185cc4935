internal import Yields
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
    factors =
      columns.contains(.stakeDecimals)
      ? year == .days365 ? Self.usualFactors : Self.factors(year)
      : [AnnualFactor(secondsPerYear: year.seconds, stakeDecimals: 18)]
  }

  /// The factors of the protocol's year, made once: 256 of them take a while.
  private static let usualFactors = factors(.days365)

  private static func factors(_ year: YearLength) -> [AnnualFactor] {
    (UInt8.min...UInt8.max).map {
      AnnualFactor(secondsPerYear: year.seconds, stakeDecimals: $0)
    }
  }

  /// A row with the values that no column gives.
  var emptyRow: VaultRow {
    VaultRow(timestamp: time.seconds, stakeDecimals: 18)
  }
}
