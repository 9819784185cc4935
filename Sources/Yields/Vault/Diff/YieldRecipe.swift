internal import FixedPoint
internal import Quantities

/// How a figure is made from a vault's exact APR: each convention changes some of its parts.
struct YieldRecipe {
  /// What is made of the rate: itself, its APY, or the rate whose APY it is; compounded continuously
  /// where no number of periods is given.
  enum Form: Hashable {
    case simple
    case compounded(periods: Int?)
    case decompounded(periods: Int?)
  }

  /// Multiplies the APR: years, scales, decimals, prices, commission, stake.
  var ratio = ExactRational.one
  /// Whether the rate counts at all.
  var emits: Bool
  var form = Form.simple
  /// Multiplies the finished figure.
  var presentation = ExactRational.one

  /// The figure for an APR that runs, or nil where it cannot be stated.
  ///
  /// Simple rates are exact; compounded ones are correctly rounded to 18 decimals.
  func figure(ofRunningAPR apr: ExactRational) -> ExactRational? {
    let rate = emits ? apr * ratio : .zero
    guard let yield = compounded(rate) else { return nil }
    return yield * presentation
  }

  private func compounded(_ rate: ExactRational) -> ExactRational? {
    if form == .simple { return rate }
    // As in a report: a yield is a function of the rate as stated, rounded down to 18 decimals. No
    // tracker compounds a rate beyond what is stated.
    let stated = rate.wad(rounding: .down)
    guard Compounding.isStated(apr: stated), !stated.isZero || rate.isZero else { return nil }
    let wad: Wad? =
      switch form {
      case .simple: stated
      case .compounded(let periods):
        try? Self.compounding(periods).apy(fromAPR: stated, rounding: .halfEven)
      case .decompounded(let periods):
        try? Self.compounding(periods).apr(fromAPY: stated, rounding: .halfEven)
      }
    return wad.map { ExactRational($0) }
  }

  private static func compounding(_ periods: Int?) throws(ArithmeticError) -> Compounding {
    guard let periods else { return .continuous }
    return try Compounding(periodsPerYear: periods)
  }

  /// What the compounding loses when it is done in double precision, relative to the result:
  /// the rounding of 1 + r/n, half of 2^-52, grows n-fold in the power.
  var doublePrecisionLoss: ExactRational {
    let steps =
      switch form {
      case .simple: 1
      case .compounded(let periods), .decompounded(let periods): periods ?? 1
      }
    // 16 further roundings leave room for the handful of products and the conversion of a uint256.
    return ExactRational(steps + 16) * Self.doubleEpsilon
  }

  /// 2^-52.
  private static let doubleEpsilon = ExactRational(
    .one, overNonZero: ExactInteger.one.shiftedLeft(by: 52))
}
