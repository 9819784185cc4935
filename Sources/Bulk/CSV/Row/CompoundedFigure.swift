internal import FixedPoint
internal import Yields
internal import YieldKernels

/// The APYs of a row, which have one form only: the correctly rounded one.
enum CompoundedFigure {
  /// The APY of an APR, or nil where the APR is too large to be compounded, as in single reports.
  static func of(_ metric: CSVMetric, apr: Wad) -> Wad? {
    guard apr <= VaultWarning.largestCompoundedAPR else { return nil }
    let kernel = metric == .apyDaily ? CompoundingKernel.daily : .continuous
    return try? kernel.apy(apr, rounding: .halfEven)
  }
}
