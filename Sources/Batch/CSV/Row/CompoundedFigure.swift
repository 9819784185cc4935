internal import FixedPoint
internal import ProofOfLiquidity

/// The APYs of a row, which have one form only: the correctly rounded one.
enum CompoundedFigure {
  /// The APY of an APR, or nil where the APR is too large to be compounded, as in single reports.
  static func of(_ metric: CSVMetric, apr: Wad) -> Wad? {
    guard apr <= VaultWarning.largestCompoundedAPR else { return nil }
    if metric == .apyDaily {
      return try? Compounding.apy(fromAPR: apr, periodsPerYear: 365, rounding: .halfEven)
    }
    return try? Compounding.apyContinuous(fromAPR: apr, rounding: .halfEven)
  }
}
