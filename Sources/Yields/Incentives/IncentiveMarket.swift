public import FixedPoint
public import Quantities
public import Faults

/// A vault in the incentive market: its offers, the emission it gets and what takes a part.
///
/// Rates over time are exact: each offer pays `incentiveRate * emission / 1e18` base units, of which
/// the fee and then the commission come off. What a contract would pay for one amount of emission,
/// floors included, is ``IncentiveSplit``.
public struct IncentiveMarket: Hashable, Sendable {
  /// The incentive tokens, in the vault's order.
  public let offers: [IncentiveOffer]
  /// Wei of the reward token per day that reach the vault.
  public let emissionPerDay: ExactInteger
  /// USD for one whole reward token.
  public let rewardPrice: Price
  /// The fee that comes off first; 0 since PoL Next.
  public let feeRate: BasisPoints
  /// The validator's effective commission on what the fee leaves.
  public let commission: BasisPoints

  /// A vault in the incentive market.
  ///
  /// - Throws: `Fault` for a negative emission.
  public init(
    offers: [IncentiveOffer],
    emissionPerDay: ExactInteger,
    rewardPrice: Price,
    feeRate: BasisPoints,
    commission: BasisPoints
  ) throws(Fault) {
    try Fault.requireNotNegative(emissionPerDay, "emissionPerDay")
    self.offers = offers
    self.emissionPerDay = emissionPerDay
    self.rewardPrice = rewardPrice
    self.feeRate = feeRate
    self.commission = commission
  }

  /// How a value divides: fee, then the validator's commission, then the rest.
  ///
  /// Exact; they sum up.
  public struct Shares: Hashable, Sendable {
    /// The whole.
    public let gross: ExactRational
    /// The incentive fee.
    public let fee: ExactRational
    /// The validator's commission.
    public let validator: ExactRational
    /// What is left: for BGT boosters, since PoL Next for the auction and so for sWBERA.
    public let rest: ExactRational

    /// Divides a value of incentives.
    ///
    /// - Parameters:
    ///   - gross: the whole.
    ///   - feeRate: the fee that comes off first.
    ///   - commission: the validator's effective commission on what the fee leaves.
    public init(of gross: ExactRational, feeRate: BasisPoints, commission: BasisPoints) {
      self.gross = gross
      fee = gross * feeRate.fraction
      validator = (gross - fee) * commission.fraction
      rest = gross - fee - validator
    }
  }

  /// Divides a value of incentives.
  ///
  /// - Parameter gross: the whole.
  /// - Returns: who gets what.
  public func shares(of gross: ExactRational) -> Shares {
    Shares(of: gross, feeRate: feeRate, commission: commission)
  }

  /// The vault's bid: USD of incentives for one whole reward token of emission, all offers.
  public var bid: ExactRational {
    offers.reduce(.zero) { $0 + $1.bid }
  }

  /// USD of emission that the vault attracts for one USD of incentives, or nil without a bid.
  ///
  /// Reward price over bid, exact.
  public var efficiency: ExactRational? {
    bid.isZero ? nil : ExactRational(rewardPrice.wad).divided(byNonZero: bid)
  }

  /// Whole reward tokens per day that reach the vault.
  public var emissionTokensPerDay: ExactRational {
    ExactRational(Wad(raw: emissionPerDay))
  }

  /// USD of emission per day.
  public var emissionUSDPerDay: ExactRational {
    emissionTokensPerDay * ExactRational(rewardPrice.wad)
  }

  /// USD of incentives per day, and who gets them, while all offers last.
  public var incentiveUSDPerDay: Shares {
    shares(of: bid * emissionTokensPerDay)
  }

  /// USD of incentives that the offers pay over some days, each at most what remains of it, and who gets
  /// them.
  ///
  /// - Parameter days: the days, from now on.
  /// - Returns: USD.
  public func funded(days: ExactRational) -> Shares {
    shares(
      of: offers.reduce(.zero) {
        $0 + $1.funded(emissionPerDay: emissionPerDay, days: days)
      })
  }

  /// How long it takes until what fee and commission leave of the incentives is worth so many USD.
  ///
  /// Each offer pays at its rate until it has run dry. Exact.
  ///
  /// - Parameter usd: more than 0.
  /// - Returns: days from now on; nil where all that remains is worth less.
  public func days(untilRest usd: ExactRational) -> ExactRational? {
    let share = shares(of: .one).rest
    let paying = offers.filter { !$0.bid.isZero && !$0.amountRemaining.isZero }
    guard !share.isZero, !paying.isEmpty, !emissionPerDay.isZero else { return nil }
    let flows = paying.map { offer in
      let perDay = offer.bid * emissionTokensPerDay
      return (
        perDay: perDay,
        runway: offer.usd(of: offer.amountRemaining).divided(byNonZero: perDay)
      )
    }.sorted { $0.runway < $1.runway }
    var (time, left) = (ExactRational.zero, usd.divided(byNonZero: share))
    var perDay = flows.reduce(ExactRational.zero) { $0 + $1.perDay }
    for flow in flows {
      let paid = perDay * (flow.runway - time)
      if paid >= left { return time + left.divided(byNonZero: perDay) }
      (time, left, perDay) = (flow.runway, left - paid, perDay - flow.perDay)
    }
    return nil
  }

  /// USD of all incentives that are still to be paid, and who gets them.
  public var remaining: Shares {
    shares(
      of: offers.reduce(.zero) { $0 + ($1.bid.isZero ? .zero : $1.usd(of: $1.amountRemaining)) })
  }
}
