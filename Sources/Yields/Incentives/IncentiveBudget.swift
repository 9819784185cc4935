public import Contracts
public import FixedPoint
public import Quantities
public import Faults

/// What a vault manager must offer and fund to attract emission at the market's price.
///
/// "To attract E tokens of emission per day at a market bid of x USD each, I must offer rate r and
/// fund F for n days." Both are rounded up: the offer is never below the market, the fund never short.
public struct IncentiveBudget: Hashable, Sendable {
  /// `incentiveRate` to offer: base units per 1e18 wei of emission,
  /// `ceil(bid * 10^decimals / price)`.
  public let incentiveRate: ExactInteger
  /// Base units to fund: `ceil(emission * incentiveRate / 1e18)`.
  public let fund: ExactInteger
  /// What the offered rate really bids: USD for one whole reward token, at least the market's bid.
  public let offeredBid: ExactRational
  /// What the fund is worth, USD.
  public let fundUSD: ExactRational
  /// The most emission that the fund pays for, wei: `fund * 1e18 / incentiveRate`, exact.
  public let emissionCovered: ExactRational

  /// A budget for a time.
  ///
  /// - Parameters:
  ///   - emissionPerDay: wei of the reward token per day that are to be attracted.
  ///   - days: for how long, at least 1.
  ///   - marketBid: USD for one whole reward token that the market bids.
  ///   - tokenPrice: USD for one whole incentive token.
  ///   - decimals: the incentive token's decimals.
  ///   - rules: the vault's rules, for the highest rate.
  /// - Throws: `Fault` for an amount, a price or a number of days that is not more
  ///   than 0, and for a rate above `MAX_INCENTIVE_RATE`, which the contract would refuse.
  public init(
    emissionPerDay: ExactInteger, days: Int, marketBid: Price, tokenPrice: Price,
    decimals: TokenDecimals, rules: ProtocolProfile.RewardVaultRules
  ) throws(Fault) {
    try Fault.requirePositive(emissionPerDay, "emissionPerDay")
    try Fault.requirePositive(ExactInteger(days), "days")
    try self.init(
      emission: emissionPerDay * ExactInteger(days), marketBid: marketBid, tokenPrice: tokenPrice,
      decimals: decimals, rules: rules)
  }

  /// A budget for an emission.
  ///
  /// - Parameters:
  ///   - emission: wei of the reward token that are to be attracted in all, more than 0.
  ///   - marketBid: USD for one whole reward token that the market bids.
  ///   - tokenPrice: USD for one whole incentive token.
  ///   - decimals: the incentive token's decimals.
  ///   - rules: the vault's rules, for the highest rate.
  /// - Throws: `Fault` for a price that is not more than 0, and for a rate above `MAX_INCENTIVE_RATE`,
  ///   which the contract would refuse.
  public init(
    emission: ExactInteger, marketBid: Price, tokenPrice: Price, decimals: TokenDecimals,
    rules: ProtocolProfile.RewardVaultRules
  ) throws(Fault) {
    try Fault.requirePositive(marketBid.wad.rawValue, "marketBid")
    try Fault.requirePositive(tokenPrice.wad.rawValue, "tokenPrice")
    let rate = marketBid.wad.rawValue.multiplied(
      by: decimals.unitsPerToken, dividedByNonZero: tokenPrice.wad.rawValue, rounding: .up)
    guard rate <= ExactInteger(rules.maxIncentiveRate) else {
      throw .invalid(
        field: "marketBid", found: "\(marketBid), which needs the incentive rate \(rate)",
        expected: IncentiveOffer.rateBound(rules))
    }
    let precision = ExactInteger(ProtocolProfile.precision)
    fund = emission.multiplied(by: rate, dividedByNonZero: precision, rounding: .up)
    incentiveRate = rate
    let offer = try IncentiveOffer(
      token: "incentive", decimals: decimals, price: tokenPrice, incentiveRate: rate,
      amountRemaining: fund)
    offeredBid = offer.bid
    fundUSD = offer.usd(of: fund)
    emissionCovered = ExactRational(fund * precision, overNonZero: rate)
  }
}
