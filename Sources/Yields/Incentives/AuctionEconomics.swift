public import FixedPoint
public import Quantities
public import Faults

/// How often the incentive auction is claimed, and what it yields in BERA.
///
/// Source: staking pools, `IncentiveCollector.claim`: whoever pays the fixed payout gets all that the
/// collector holds. A claim pays once that is worth more than the payout: after `payout * price * (1 +
/// margin) / usdPerDay` days. Exact.
public struct AuctionEconomics: Hashable, Sendable {
  /// USD of incentives that reach the collector per day.
  public let usdPerDay: ExactRational
  /// USD for one BERA.
  public let beraPrice: Price
  /// What a claim pays, wei of BERA.
  public let payout: ExactInteger
  /// What a claimer wants to gain, as a part of the payout.
  public let claimMargin: ExactRational

  /// An auction.
  ///
  /// - Throws: `Fault` for a negative amount or margin, and for a price or a payout of 0.
  public init(
    usdPerDay: ExactRational, beraPrice: Price, payout: ExactInteger,
    claimMargin: ExactRational = .zero
  ) throws(Fault) {
    try Fault.requireNotNegative(usdPerDay.numerator, "usdPerDay")
    try Fault.requirePositive(beraPrice.wad.rawValue, "beraPrice")
    try Fault.requirePositive(payout, "payout")
    try Fault.requireNotNegative(claimMargin.numerator, "claimMargin")
    self.usdPerDay = usdPerDay
    self.beraPrice = beraPrice
    self.payout = payout
    self.claimMargin = claimMargin
  }

  /// USD that a claimer waits for before each BERA is paid.
  private var usdPerBERA: ExactRational { ExactRational(beraPrice.wad) * (.one + claimMargin) }

  /// Seconds from one claim to the next; nil where nothing reaches the collector.
  public var interval: ExactRational? {
    guard !usdPerDay.isZero else { return nil }
    return usdPerClaim.divided(byNonZero: usdPerDay)
      * ExactRational(Seconds.day.count)
  }

  /// USD that incentives must be worth before a claim pays.
  public var usdPerClaim: ExactRational { ExactRational(Wad(raw: payout)) * usdPerBERA }

  /// BERA that claims pay for incentives of so many USD, on average.
  public func bera(for usd: ExactRational) -> ExactRational { usd.divided(byNonZero: usdPerBERA) }
}
