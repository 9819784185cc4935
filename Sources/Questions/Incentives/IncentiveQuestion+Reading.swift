package import Contracts
package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
internal import Text
internal import Yields

extension IncentiveQuestion {
  /// The keys of one incentive token.
  static let offerKeys: KeyTree = [
    "token", "tokenDecimals", "tokenPrice", "incentiveRate", "amountRemaining",
  ]

  /// The keys of the inputs; those of a single token may stand among them.
  package static let keys =
    KeyTree([
      "emissionPerDay", "rewardPrice", "emission", "commissionBps", "commissionChangeDelay",
      "queuedAtBlock", "feeBps", "tokens", "holders", "totalSupply", "stakePrice", "stakeDecimals",
      "validatorShare", "validatorStake", "auctionPayout", "queuedAuctionPayout", "claimMargin",
      "lstStakerVaults", "at",
    ]).with("tokens", .objects(offerKeys))
    .with("lstStakerVaults", .objects(AuctionStakers.LSTVault.keys)) + offerKeys

  /// Reads the question; `now` is the time where none is given.
  ///
  /// - Throws: a `Fault` for a missing, malformed or contradictory value, with its place.
  package static func read(
    _ inputs: InputObject, now: Timestamp, year: YearLength, profile: ProtocolProfile,
    notes: inout InputNotes
  ) throws(Fault) -> IncentiveQuestion {
    if let list = inputs.node("tokens"), list.json.elements?.isEmpty == true,
      !inputs.hasOption("incentiveRate")
    {
      throw list.fault(.missingValue, found: "no token", expected: "at least one")
    }
    let perDay = try inputs.required("emissionPerDay", "the wei of reward token per day")
      .rawInteger("an emission in wei per day", decimals: 18)
    let rewardPrice = try inputs.required("rewardPrice", "the USD price of one reward token")
      .price(notes: &notes)
    let at = try notes.time(try inputs.field("at"), elseNow: now)
    let emission =
      try inputs.field("emission")?.rawInteger("an emission in wei", decimals: 18) ?? perDay
    let stored = try Self.commission(inputs)
    let delay = try inputs.field("commissionChangeDelay")?.count("a delay in blocks")
    let queuedAtBlock = try inputs.field("queuedAtBlock")?.count("a block number")
    let givenFee = try inputs.field("feeBps")?.basisPoints()
    let offers = try Self.offers(inputs, profile.rewardVault, notes: &notes)
    // What the chain has is within the vault's own limit, which governance can raise.
    var profile = profile
    if inputs.block != nil {
      profile.rewardVault.maxIncentiveTokensCount = max(
        profile.rewardVault.maxIncentiveTokensCount, UInt64(offers.count))
    }
    let holders = try Self.holding(inputs, "holders", price: rewardPrice, notes: &notes)
    let stake = try Self.stake(inputs, notes: &notes)
    let validatorShare = try inputs.field("validatorShare")?.fraction(
      "a share from 0 to 1", notes: &notes)
    let validatorStake = try inputs.field("validatorStake")?
      .rawInteger("a stake in wei of BERA", decimals: 18)
    let auction = try Self.auction(inputs, profile, holders: holders?.units, notes: &notes)
    return try inputs.locating { () throws(Fault) in
      _ = try perDay.word("emissionPerDay")
      let feeRate =
        if let givenFee { givenFee } else { try BasisPoints(profile: profile.incentiveFeeRate) }
      let terms = try CommissionTerms(
        stored: stored, changeDelay: delay, rules: profile.commission)
      let market = try IncentiveMarket(
        offers: offers, emissionPerDay: perDay, rewardPrice: rewardPrice,
        feeRate: feeRate,
        commission: try terms.effective())
      return IncentiveQuestion(
        market: market, commission: terms, emission: emission, queuedAtBlock: queuedAtBlock,
        holders: holders, stake: stake, validatorShare: validatorShare.map { ExactRational($0) },
        validatorStake: validatorStake, auctionPayout: auction.payout,
        queuedPayout: auction.queued, claimMargin: auction.margin, stakers: auction.stakers,
        emissionSource: Self.source(of: perDay, inputs), at: at, year: year, profile: profile)
    }
  }

  /// Who says what the vault gets; nil for a snapshot's vault whose period has ended.
  private static func source(
    of perDay: ExactInteger, _ inputs: InputObject
  ) -> VaultEmission.Source? {
    guard inputs.block != nil, !inputs.hasOption("emissionPerDay") else { return .given }
    return perDay.isZero ? nil : .estimate
  }

  /// What the auction pays, to whom, and what a claimer wants to gain.
  private struct Auction {
    let payout: ExactInteger
    let queued: ExactInteger?
    let margin: ExactRational?
    let stakers: AuctionStakers?
  }

  /// Reads the auction; there is none in the era bgt.
  private static func auction(
    _ inputs: InputObject, _ profile: ProtocolProfile, holders: ExactInteger?,
    notes: inout InputNotes
  ) throws(Fault) -> Auction {
    let (payout, margin) = (try inputs.field("auctionPayout"), try inputs.field("claimMargin"))
    let queued = try inputs.field("queuedAuctionPayout")
    let vaults = try AuctionStakers.LSTVault.read(inputs)
    if profile.era == .bgt {
      let expected = "none: there is no auction in the era bgt"
      let hint = "the auction belongs to --era pol-next"
      if let given = payout ?? queued ?? margin {
        throw given.error(.conflict, expected: expected, hint: hint)
      }
      if vaults != nil, let list = inputs.node("lstStakerVaults") {
        throw list.fault(.conflict, found: "a list", expected: expected, hint: hint)
      }
    }
    if vaults != nil, holders == nil {
      throw inputs.missing("holders", "the assets of sWBERA, which shares the payouts")
    }
    let part = try margin?.fraction("a part of the payout", notes: &notes)
    let isAuctioned = profile.era == .polNext
    return Auction(
      payout: try payout?.auctionPayout() ?? ExactInteger(profile.pool.auctionPayout),
      queued: try queued?.auctionPayout(),
      margin: part.map { ExactRational($0) },
      stakers: try holders.flatMap { staked throws(Fault) in
        isAuctioned ? try AuctionStakers(staked: staked, lstVaults: vaults ?? []) : nil
      })
  }

  /// The stored commission; "never set" and an explicit 0 are different things.
  private static func commission(_ inputs: InputObject) throws(Fault) -> UInt64? {
    guard let field = try inputs.field("commissionBps") else { return nil }
    return UInt64(try field.basisPoints().value)
  }

  private static func offers(
    _ inputs: InputObject, _ rules: ProtocolProfile.RewardVaultRules, notes: inout InputNotes
  ) throws(Fault) -> [IncentiveOffer] {
    var offers: [IncentiveOffer] = []
    if inputs.node("tokens") != nil, !inputs.hasOption("incentiveRate") {
      for key in offerKeys.keys {
        guard let field = try inputs.field(key) else { continue }
        throw field.error(.conflict, expected: "none beside tokens, which have their own")
      }
    }
    for token in try inputs.objects("tokens", "incentive tokens") {
      offers.append(try offer(token, name: "token\(offers.count)", rules, notes: &notes))
    }
    if offers.isEmpty || inputs.hasOption("incentiveRate") {
      offers = [try offer(inputs, name: "incentive", rules, notes: &notes)]
    }
    return offers
  }

  static func offer(
    _ inputs: InputObject, name: String, _ rules: ProtocolProfile.RewardVaultRules,
    notes: inout InputNotes
  ) throws(Fault) -> IncentiveOffer {
    let token = try inputs.text("token") ?? name
    let decimals = try inputs.field("tokenDecimals")?.tokenDecimals() ?? .eighteen
    let price = try inputs.required("tokenPrice", "the USD price of one incentive token")
      .price(notes: &notes)
    let given = try inputs.required("incentiveRate", "the base units per 1e18 wei of emission")
    let rate = try given.rawInteger("an incentiveRate in base units")
    guard rate <= ExactInteger(rules.maxIncentiveRate) else {
      throw given.error(.outOfRange, expected: IncentiveOffer.rateBound(rules))
    }
    let left = try inputs.required("amountRemaining", "the base units still to be paid")
      .rawInteger("an amountRemaining in base units")
    return try inputs.locating { () throws(Fault) in
      try IncentiveOffer(
        token: token, decimals: decimals, price: price, incentiveRate: rate,
        amountRemaining: left)
    }
  }

  private static func holding(
    _ inputs: InputObject, _ key: String, price: Price, notes: inout InputNotes
  ) throws(Fault) -> Holding? {
    guard let field = try inputs.field(key) else { return nil }
    return Holding(
      units: try field.rawInteger("an amount in wei", decimals: 18), decimals: .eighteen,
      price: price)
  }

  private static func stake(
    _ inputs: InputObject, notes: inout InputNotes
  ) throws(Fault) -> Holding? {
    let scale = try inputs.field("stakeDecimals")
    let decimals = try scale?.tokenDecimals() ?? .eighteen
    let price = try inputs.field("stakePrice")
    guard let supply = try inputs.field("totalSupply") else {
      if let extra = price ?? scale {
        throw extra.error(
          .conflict,
          expected: "it with \(inputs.spelling(of: "totalSupply")) only, for the stakers' APR")
      }
      return nil
    }
    guard let price else { throw inputs.missing("stakePrice", "the USD price of one stake token") }
    return Holding(
      units: try supply.rawInteger("a totalSupply in base units"), decimals: decimals,
      price: try price.price(notes: &notes))
  }
}
