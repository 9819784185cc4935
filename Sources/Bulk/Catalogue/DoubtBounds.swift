internal import FixedPoint
internal import Quantities
internal import Words
internal import YieldKernels
internal import Yields

/// The bounds of `Plausibility` as words, for a year and one number of decimals of the stake token.
struct DoubtBounds: Sendable {
  /// The least rate that is not 0.
  let leastRate: UInt128
  /// No price of a reward token comes to that.
  let rewardPriceLimit: UInt128
  /// No price of a stake token comes to that.
  let stakePriceLimit: UInt128
  /// The last value of a stake, times 10^decimals and 1e18, that is dust.
  let dust: UInt256
  /// The last one that a vault may have.
  let greatestStake: UInt256
  let leastAPR: UInt128
  let greatestAPR: UInt128
  let largestStatedAPR: UInt128
  let longestPeriod: UInt64

  init(_ factor: AnnualFactor) {
    let unit = ExactInteger.powerOfTen(Int(factor.stakeDecimals) + 18)
    leastRate = Self.word(Plausibility.leastRate)
    rewardPriceLimit = Self.word(Plausibility.priceLimit)
    stakePriceLimit = Self.word(Plausibility.stakePriceLimit)
    dust = UInt256(
      clamping: unit * Plausibility.leastStake.integer(rounding: .down) - 1)
    greatestStake = UInt256(
      clamping: unit * Plausibility.greatestStake.integer(rounding: .down))
    leastAPR = Self.word(Plausibility.leastAPR.rawValue)
    greatestAPR = Self.word(Plausibility.greatestAPR.rawValue)
    largestStatedAPR = Self.word(Compounding.largestStatedAPR.rawValue)
    longestPeriod = Plausibility.longestPeriod.count
  }

  /// Stakes that the usual decimals make likely: more than one value, less than the other.
  static let likely = Plausibility.usualDecimals.map(likelyStake)

  /// The same of whole tokens.
  static let likelyOfWholeTokens = likelyStake(decimals: 0)

  private static func likelyStake(
    decimals count: Int
  ) -> (decimals: UInt8, above: UInt256, below: UInt256) {
    let unit = ExactInteger.powerOfTen(count + 18)
    return (
      decimals: UInt8(count),
      above: UInt256(clamping: unit * Plausibility.leastLikelyStake.integer(rounding: .down)),
      below: UInt256(clamping: unit * Plausibility.greatestLikelyStake.integer(rounding: .down))
    )
  }

  static let likelyAPR =
    word(Plausibility.leastLikelyAPR.rawValue)...word(Plausibility.greatestLikelyAPR.rawValue)

  private static func word(_ bound: ExactInteger) -> UInt128 {
    guard let word = UInt128(exactly: bound) else {
      preconditionFailure("a bound that no word of a row comes to needs no comparison")
    }
    return word
  }
}

extension UInt256 {
  /// The number, or the largest word where it is wider.
  fileprivate init(clamping value: ExactInteger) {
    let limb = ExactInteger.one.shiftedLeft(by: 128)
    let high = value.divided(byNonZero: limb, rounding: .down)
    guard let upper = UInt128(exactly: high), let lower = UInt128(exactly: value - high * limb)
    else {
      self = .max
      return
    }
    self.init(high: upper, low: lower)
  }
}
