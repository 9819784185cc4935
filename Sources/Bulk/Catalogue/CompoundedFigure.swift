internal import FixedPoint
internal import YieldKernels
internal import Yields

/// The APYs of rows and points, which have one form only: the correctly rounded one.
enum CompoundedFigure {
  /// The APY of an APR; none where the APR is too large to be compounded, as in single reports.
  static func of(_ apr: FixedFigure, by kernel: CompoundingKernel) -> FixedFigure {
    guard case .decimal(let word) = apr else { return apr }
    if let apy = kernel.fixedWidth(apr: word, rounding: .halfEven) { return .decimal(apy) }
    let wad = Wad(raw: ExactInteger(word))
    guard wad <= VaultWarning.largestCompoundedAPR else { return .none }
    let apy = try? kernel.apy(wad, rounding: .halfEven)
    return FixedFigure(apy.flatMap { UInt128(exactly: $0.rawValue) })
  }
}
