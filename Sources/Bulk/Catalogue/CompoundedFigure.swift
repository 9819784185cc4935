internal import FixedPoint
internal import Quantities

/// The APYs of rows and points, which have one form only: the correctly rounded one.
enum CompoundedFigure {
  /// The APY of an APR; none where the APR is too large for one to be stated.
  static func of(_ apr: FixedFigure, by compounding: Compounding) -> FixedFigure {
    guard case .decimal(let word) = apr else { return apr }
    if let apy = compounding.fixedWidthAPY(fromAPR: word, rounding: .halfEven) {
      return .decimal(apy)
    }
    let apr = Wad(raw: ExactInteger(word))
    guard let apy = compounding.statedAPY(fromAPR: apr, rounding: .halfEven) else { return .none }
    return FixedFigure(UInt128(exactly: apy.rawValue))
  }
}
