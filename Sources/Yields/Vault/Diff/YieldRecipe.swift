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

  /// The APR while it runs, times the ratio.
  private(set) var rate: ExactRational
  /// What multiplied the APR: years, scales, decimals, prices, commission, stake.
  private(set) var ratio = ExactRational.one
  /// Whether the rate counts at all.
  var emits: Bool
  var form = Form.simple
  /// Multiplies the finished figure.
  var presentation = ExactRational.one

  /// The recipe of an APR that runs.
  init(rate: ExactRational, emits: Bool) {
    self.rate = rate
    self.emits = emits
  }

  /// Multiplies the APR.
  mutating func multiply(by factor: ExactRational) {
    guard factor != .one else { return }
    rate = rate * factor
    ratio = ratio * factor
  }

  /// This recipe and another that changes other parts of the usual one.
  func combined(with other: YieldRecipe, of usual: YieldRecipe) -> YieldRecipe {
    // Most multiply nothing: then one of the two has the rate already.
    var both = ratio == .one ? other : self
    let rest = ratio == .one ? self : other
    both.multiply(by: rest.ratio)
    if rest.form != .simple { both.form = rest.form }
    if rest.presentation != .one { both.presentation = rest.presentation }
    if rest.emits != usual.emits { both.emits = rest.emits }
    return both
  }

  /// The figure, or nil where it cannot be stated.
  ///
  /// Simple rates are exact; compounded ones are correctly rounded to 18 decimals.
  var figure: ExactRational? {
    guard let yield = compounded(emits ? rate : .zero) else { return nil }
    return presentation == .one ? yield : yield * presentation
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
    switch form {
    case .simple: Self.doublePrecisionLoss(periods: 1)
    case .compounded(let periods), .decompounded(let periods):
      Self.doublePrecisionLoss(periods: periods ?? 1)
    }
  }

  /// The most that double precision loses of any figure, relative to it.
  static let largestDoublePrecisionLoss = doublePrecisionLoss(
    periods: Compounding.maximumPeriodsPerYear)

  private static func doublePrecisionLoss(periods: Int) -> ExactRational {
    // 16 further roundings leave room for the handful of products and the conversion of a uint256.
    ExactRational(periods + 16) * doubleEpsilon
  }

  /// 2^-52.
  private static let doubleEpsilon = ExactRational(
    .one, overNonZero: ExactInteger.one.shiftedLeft(by: 52))
}
