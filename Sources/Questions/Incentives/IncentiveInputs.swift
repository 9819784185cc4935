internal import FixedPoint
internal import Contracts
internal import Yields
internal import Quantities
internal import Faults

/// What `incentives` is asked: a vault in the market, and who holds what around it.
struct IncentiveInputs {
  /// Something held, with its price.
  struct Holding {
    let units: ExactInteger
    let decimals: TokenDecimals
    let price: Price
  }

  let market: IncentiveMarket
  let commission: CommissionTerms
  /// Wei of one notification, for the contract's split; a day's emission where none is given.
  let emission: ExactInteger
  let queuedAtBlock: UInt64?
  /// BGT that boosts the vault's validators, or all of sWBERA's assets.
  let holders: Holding?
  /// The vault's stake.
  let stake: Holding?
  /// The validator's part of the vault's emission.
  let validatorShare: ExactRational?

  init(
    _ values: inout InputValues, profile: ProtocolProfile, notes: inout InputNotes
  ) throws {
    let perDay = try values.required("emissionPerDay", "wei of the reward token a day")
      .rawInteger("an emission in wei a day")
    let rewardPrice = try values.required("rewardPrice", "USD for one whole reward token")
      .price(notes: &notes)
    emission = try values.field("emission")?.rawInteger("an emission in wei") ?? perDay
    let stored = try Self.commission(&values)
    let delay = try values.field("commissionChangeDelay")?.count("a delay in blocks")
    queuedAtBlock = try values.field("queuedAtBlock")?.count("a block number")
    let feeRate =
      try values.field("feeBps")?.basisPoints()
      ?? values.analyzing { try BasisPoints(profile: profile.incentiveFeeRate) }
    let offers = try Self.offers(&values, notes: &notes)
    holders = try Self.holding(&values, "holders", price: rewardPrice, notes: &notes)
    stake = try Self.stake(&values, notes: &notes)
    validatorShare = try values.field("validatorShare").map {
      (field) throws(Fault) -> ExactRational in
      ExactRational(try field.decimal("a share from 0 to 1", notes: &notes))
    }
    try values.refuseUnknownKeys()
    let terms = try values.analyzing {
      try CommissionTerms(stored: stored, changeDelay: delay, rules: profile.commission)
    }
    commission = terms
    market = try values.analyzing {
      try IncentiveMarket(
        offers: offers, emissionPerDay: perDay, rewardPrice: rewardPrice, feeRate: feeRate,
        commission: try terms.effective())
    }
  }

  /// The stored commission; "never set" and an explicit 0 are different things.
  private static func commission(_ values: inout InputValues) throws(Fault) -> UInt64? {
    guard let field = try values.field("commissionBps") else { return nil }
    return UInt64(try field.basisPoints().value)
  }

  private static func offers(
    _ values: inout InputValues, notes: inout InputNotes
  ) throws -> [IncentiveOffer] {
    var offers: [IncentiveOffer] = []
    for var token in try values.objects("tokens", what: "incentive tokens") {
      offers.append(try offer(&token, name: "token\(offers.count)", notes: &notes))
      try token.refuseUnknownKeys()
    }
    if offers.isEmpty || values.hasOption("incentiveRate") {
      offers = [try offer(&values, name: "incentive", notes: &notes)]
    }
    return offers
  }

  private static func offer(
    _ values: inout InputValues, name: String, notes: inout InputNotes
  ) throws -> IncentiveOffer {
    let token = try values.text("token") ?? name
    let decimals = try values.field("tokenDecimals")?.tokenDecimals() ?? .eighteen
    let price = try values.required("tokenPrice", "USD for one whole incentive token")
      .price(notes: &notes)
    let rate = try values.required("incentiveRate", "base units per 1e18 wei of emission")
      .rawInteger("an incentiveRate")
    let left = try values.required("amountRemaining", "base units still to be paid")
      .rawInteger("an amountRemaining")
    return try values.analyzing {
      try IncentiveOffer(
        token: token, decimals: decimals, price: price, incentiveRate: rate,
        amountRemaining: left)
    }
  }

  private static func holding(
    _ values: inout InputValues, _ key: String, price: Price, notes: inout InputNotes
  ) throws(Fault) -> Holding? {
    guard let field = try values.field(key) else { return nil }
    return Holding(
      units: try field.rawInteger("an amount in wei"), decimals: .eighteen, price: price)
  }

  private static func stake(
    _ values: inout InputValues, notes: inout InputNotes
  ) throws(Fault) -> Holding? {
    let decimals = try values.field("stakeDecimals")?.tokenDecimals() ?? .eighteen
    let price = try values.field("stakePrice")
    guard let supply = try values.field("totalSupply") else {
      if let price { throw price.error(expected: "a stakePrice together with totalSupply") }
      return nil
    }
    guard let price else { throw values.missing("stakePrice", "USD for one stake token") }
    return Holding(
      units: try supply.rawInteger("a totalSupply in base units"), decimals: decimals,
      price: try price.price(notes: &notes))
  }
}
