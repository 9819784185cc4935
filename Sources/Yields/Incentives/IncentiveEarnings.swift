public import FixedPoint
public import Quantities
public import Faults

/// What the people around an incentivised vault earn in a year on what they hold, as a fraction.
///
/// One formula for all: the income of a year over the value held. Incentives count as far as they are
/// funded, or at their rate as if they were refilled whenever they run dry. Gross is before fee and
/// commission, net after them.
public struct IncentiveEarnings: Hashable, Sendable {
  /// A yearly yield before and after what others take from it.
  public struct Yield: Hashable, Sendable {
    /// Before fee and commission, exact.
    public let gross: ExactRational
    /// After fee and commission, exact.
    public let net: ExactRational
  }

  /// The vault.
  public let market: IncentiveMarket
  /// The year that yields are scaled to.
  public let year: YearLength

  /// Whether offers count as refilled whenever they run dry, and not only as far as they are funded.
  public let isRefilled: Bool

  /// Earnings around a vault.
  ///
  /// - Parameters:
  ///   - market: the vault.
  ///   - year: the year that yields are for.
  ///   - isRefilled: whether offers count as refilled whenever they run dry.
  public init(market: IncentiveMarket, year: YearLength, isRefilled: Bool = false) {
    self.market = market
    self.year = year
    self.isRefilled = isRefilled
  }

  /// USD of incentives in a year from now on, and who gets them.
  public var incentivesPerYear: IncentiveMarket.Shares {
    isRefilled
      ? market.shares(of: yearly(market.bid * market.emissionTokensPerDay))
      : market.funded(days: days)
  }

  /// The yield of those who share the rest of the incentives.
  ///
  /// BGT boosters share it by the BGT that boosts the vault's validators; since PoL Next all holders
  /// of sWBERA share it, by all of sWBERA's assets, as far as the auction pays it to them.
  ///
  /// - Parameters:
  ///   - held: wei of BGT or BERA that share the rest.
  ///   - price: USD for one whole BGT or BERA.
  ///   - share: what of the auction's payouts goes to them, 0 to 1; the others get what is left.
  ///   - claimMargin: what claimers keep, as a part of what they pay.
  /// - Returns: the yield, or nil where nothing is held: no yield exists. Gross is before the margin too.
  /// - Throws: `Fault` for a negative amount or a price of 0.
  public func holderYield(
    held: ExactInteger, price: Price, share: ExactRational = .one,
    claimMargin: ExactRational = .zero
  ) throws(Fault) -> Yield? {
    guard
      let value = try Self.value(
        of: held, .eighteen, price, keys: ("holders", "rewardPrice", "the holders' yield"))
    else { return nil }
    let income = incentivesPerYear
    return Yield(
      gross: (income.gross * share).divided(byNonZero: value),
      net: (income.rest * share).divided(byNonZero: value * (.one + claimMargin)))
  }

  /// A vault staker's yield: the emission on the stake.
  ///
  /// Incentives do not touch it, nor does commission: gross and net are one.
  ///
  /// - Parameters:
  ///   - staked: base units of the vault's whole stake.
  ///   - decimals: the stake token's decimals.
  ///   - price: USD for one whole stake token.
  /// - Returns: the yield, or nil without stake.
  /// - Throws: `Fault` for a negative amount or a price of 0.
  public func stakerYield(
    staked: ExactInteger, decimals: TokenDecimals, price: Price
  ) throws(Fault) -> ExactRational? {
    guard
      let value = try Self.value(
        of: staked, decimals, price, keys: ("totalSupply", "stakePrice", "the stakers' yield"))
    else {
      return nil
    }
    return yearly(market.emissionUSDPerDay).divided(byNonZero: value)
  }

  /// A validator's income from the vault's incentives in a year, USD.
  ///
  /// - Parameter share: the validator's part of the emission that reaches the vault, 0 to 1.
  /// - Returns: `gross` is all incentives that its emission draws, `net` the commission it keeps.
  /// - Throws: `Fault` outside of 0 to 1.
  public func validatorUSDPerYear(share: ExactRational) throws(Fault) -> Yield {
    guard !share.isNegative, share <= .one else {
      throw .invalid(
        field: "validatorShare", found: share.wad(rounding: .down).text(), expected: "0 to 1")
    }
    let income = incentivesPerYear
    return Yield(gross: income.gross * share, net: income.validator * share)
  }

  private var days: ExactRational {
    ExactRational(ExactInteger(year.seconds), overNonZero: ExactInteger(Seconds.day.count))
  }

  private func yearly(_ daily: ExactRational) -> ExactRational { daily * days }

  private static func value(
    of units: ExactInteger, _ decimals: TokenDecimals, _ price: Price,
    keys: (units: String, price: String, yield: String)
  ) throws(Fault) -> ExactRational? {
    try Fault.requireNotNegative(units, keys.units)
    guard price > .zero else {
      throw .invalid(
        field: keys.price, found: "0", expected: "more than 0, as \(keys.yield) divides by it")
    }
    guard !units.isZero else { return nil }
    return decimals.tokens(units) * ExactRational(price.wad)
  }
}
