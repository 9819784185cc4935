package import Contracts
public import FixedPoint
public import Quantities
public import Faults

/// An incentive token that a vault offers for emission, with what it is worth.
///
/// Source: `RewardVault.incentives(token)` (berachain/contracts). The on-chain rate says how many
/// base units of the token the vault pays for 1e18 wei, one whole reward token, of emission.
public struct IncentiveOffer: Hashable, Sendable {
  /// The token's name or address, for the reader.
  public let token: String
  /// The token's decimals.
  public let decimals: TokenDecimals
  /// USD for one whole token.
  public let price: Price
  /// `incentiveRate`: base units per 1e18 wei of emission.
  public let incentiveRate: ExactInteger
  /// `amountRemaining`: base units that are still to be paid.
  public let amountRemaining: ExactInteger

  /// An offer.
  ///
  /// - Throws: `Fault` for a negative rate or amount.
  public init(
    token: String,
    decimals: TokenDecimals,
    price: Price,
    incentiveRate: ExactInteger,
    amountRemaining: ExactInteger
  ) throws(Fault) {
    _ = try incentiveRate.word("incentiveRate")
    _ = try amountRemaining.word("amountRemaining")
    self.token = token
    self.decimals = decimals
    self.price = price
    self.incentiveRate = incentiveRate
    self.amountRemaining = amountRemaining
  }

  /// What the contract takes as an `incentiveRate`, as the end of "expected ...".
  package static func rateBound(_ rules: ProtocolProfile.RewardVaultRules) -> String {
    "a rate of at most \(rules.maxIncentiveRate), the contract's MAX_INCENTIVE_RATE"
  }

  /// What an amount of the token is worth: `units / 10^decimals * price`, USD, exact.
  ///
  /// - Parameter units: base units of the token.
  /// - Returns: USD.
  public func usd(of units: ExactInteger) -> ExactRational {
    decimals.tokens(units) * ExactRational(price.wad)
  }

  /// The offer's bid: USD of incentives for one whole reward token of emission, exact.
  ///
  /// Nothing while nothing remains to be paid: an empty offer bids nothing.
  public var bid: ExactRational {
    amountRemaining.isZero ? .zero : usd(of: incentiveRate)
  }

  /// What the offer pays over some days at a constant emission, at most what remains: USD, exact.
  ///
  /// - Parameters:
  ///   - emissionPerDay: wei of the reward token per day that reach the vault.
  ///   - days: the days, from now on.
  /// - Returns: USD.
  public func funded(emissionPerDay: ExactInteger, days: ExactRational) -> ExactRational {
    let due =
      ExactRational(incentiveRate * emissionPerDay, overNonZero: Wad.scale) * days
    return usdValue(of: min(due, ExactRational(amountRemaining)))
  }

  private func usdValue(of units: ExactRational) -> ExactRational {
    units.divided(byNonZero: ExactRational(decimals.unitsPerToken)) * ExactRational(price.wad)
  }

  /// How long the offer lasts at a constant emission, or nil where it never runs dry.
  ///
  /// `amountRemaining * 1e18 / (incentiveRate * emission)`, exact.
  ///
  /// - Parameter emissionPerDay: wei of the reward token per day that reach the vault.
  /// - Returns: days.
  /// - Throws: `Fault` for a negative emission.
  public func runwayDays(
    emissionPerDay: ExactInteger
  ) throws(Fault) -> ExactRational? {
    try Fault.requireNotNegative(emissionPerDay, "emissionPerDay")
    return Self.runwayDays(
      of: amountRemaining, at: incentiveRate, emissionPerDay: emissionPerDay)
  }

  /// The same of an offer whose token has no known price.
  package static func runwayDays(
    of amountRemaining: ExactInteger, at incentiveRate: ExactInteger, emissionPerDay: ExactInteger
  ) -> ExactRational? {
    let paidPerDay = incentiveRate * emissionPerDay
    guard !paidPerDay.isZero else { return amountRemaining.isZero ? .zero : nil }
    return ExactRational(
      amountRemaining * ExactInteger(ProtocolProfile.precision), overNonZero: paidPerDay)
  }
}
