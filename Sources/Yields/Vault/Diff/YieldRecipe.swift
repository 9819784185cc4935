internal import FixedPoint
internal import Quantities

/// How a figure is made from a vault's exact APR: each convention changes some of its parts.
struct YieldRecipe {
  enum Compounding: Hashable {
    case none
    case periods(Int), continuous
    case inversePeriods(Int), inverseContinuous
  }

  /// Multiplies the APR: years, scales, decimals, prices, commission, stake.
  var ratio = ExactRational.one
  /// Whether the rate counts at all.
  var emits: Bool
  var compounding = Compounding.none
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
    guard compounding != .none else { return rate }
    // No tracker compounds such a rate, and the result would have millions of digits.
    guard rate <= ExactRational(VaultWarning.largestCompoundedAPR) else { return nil }
    // As in a report: a yield is a function of the rate as stated, rounded down to 18 decimals.
    let stated = rate.wad(rounding: .down)
    guard !stated.isZero || rate.isZero else { return nil }
    let wad: Wad?
    switch compounding {
    case .none: return rate
    case .periods(let count):
      wad = try? FixedPoint.Compounding.apy(
        fromAPR: stated, periodsPerYear: count, rounding: .halfEven)
    case .continuous:
      wad = try? FixedPoint.Compounding.apyContinuous(fromAPR: stated, rounding: .halfEven)
    case .inversePeriods(let count):
      wad = try? FixedPoint.Compounding.apr(
        fromAPY: stated, periodsPerYear: count, rounding: .halfEven)
    case .inverseContinuous:
      wad = try? FixedPoint.Compounding.aprContinuous(fromAPY: stated, rounding: .halfEven)
    }
    return wad.map { ExactRational($0) }
  }

  /// What the compounding loses when it is done in double precision, relative to the result:
  /// the rounding of 1 + r/n, half of 2^-52, grows n-fold in the power.
  var doublePrecisionLoss: ExactRational {
    let steps: Int
    switch compounding {
    case .none, .continuous, .inverseContinuous: steps = 1
    case .periods(let count), .inversePeriods(let count): steps = count
    }
    // 16 further roundings leave room for the handful of products and the conversion of a uint256.
    return ExactRational(steps + 16) * Self.doubleEpsilon
  }

  /// 2^-52.
  private static let doubleEpsilon: ExactRational = {
    let power = ExactRational(ExactInteger.one.shiftedLeft(by: 52))
    return (try? power.reciprocal()) ?? .zero
  }()
}
