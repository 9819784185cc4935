internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Yields
internal import Faults

// Earnings and commission.

extension IncentiveQuestion {
  func earnings() throws(Fault) -> [Figure] {
    let funded = IncentiveEarnings(market: market, year: year)
    let refilled = IncentiveEarnings(market: market, year: year, isRefilled: true)
    return try holders(funded, refilled) + stakers(funded) + validators(funded, refilled)
  }

  private func holders(
    _ funded: IncentiveEarnings, _ refilled: IncentiveEarnings
  ) throws(Fault) -> [Figure] {
    let holder =
      switch profile.era {
      case .bgt: "booster"
      case .polNext: "sWBERA holder"
      }
    let share = try stakers.flatMap { stakers throws(Fault) in
      try parts(of: stakers).first.map { own in
        ExactRational(own.amount, overNonZero: auctionPayout)
      }
    }
    func yield(_ earnings: IncentiveEarnings) throws(Fault) -> IncentiveEarnings.Yield? {
      try holders.flatMap { holding throws(Fault) in
        try earnings.holderYield(
          held: holding.units, price: holding.price, share: share ?? .one,
          claimMargin: claimMargin ?? .zero)
      }
    }
    let missing = holders == nil ? "needs holders" : "none: no holders"
    let (own, other) = (try yield(funded), try yield(refilled))
    return [
      .ratio("holderAprGross", "\(holder)'s APR as funded, gross", own?.gross, orNone: missing),
      .ratio("holderAprNet", "\(holder)'s APR as funded, net", own?.net, orNone: missing),
      .ratio(
        "holderAprGrossIfRefilled", "if refilled, gross", other?.gross, orNone: missing),
      .ratio("holderAprNetIfRefilled", "if refilled, net", other?.net, orNone: missing),
    ]
  }

  private func stakers(_ earnings: IncentiveEarnings) throws(Fault) -> [Figure] {
    let staker = try stake.flatMap { stake throws(Fault) in
      try earnings.stakerYield(
        staked: stake.units, decimals: stake.decimals, price: stake.price)
    }
    let noStake = stake == nil ? "needs totalSupply and stakePrice" : "none: no stake"
    return [.ratio("stakerApr", "vault staker's APR, gross and net", staker, orNone: noStake)]
  }

  private func validators(
    _ funded: IncentiveEarnings, _ refilled: IncentiveEarnings
  ) throws(Fault) -> [Figure] {
    let share = validatorShare ?? .one
    let own = try funded.validatorUSDPerYear(share: share)
    let other = try refilled.validatorUSDPerYear(share: share)
    return [
      .ratio("validatorShare", "validator's share of the emission", share),
      .usd(
        "validatorGrossPerYearUsd", "incentives it attracts, as funded", own.gross,
        "USD in a year"),
      .usd("validatorPerYearUsd", "commission it keeps, as funded", own.net, "USD in a year"),
      fundedUntil,
      .usd(
        "validatorGrossPerYearIfRefilledUsd", "incentives it attracts, if refilled",
        other.gross, "USD per year"),
      .usd(
        "validatorPerYearIfRefilledUsd", "commission it keeps, if refilled", other.net,
        "USD per year"),
      try yieldOnStake(of: own.net),
    ]
  }

  /// When the last of the offers that pay has run dry.
  private var fundedUntil: Figure {
    let (key, label) = ("fundedUntil", "funded until")
    let paying = market.offers.filter { !$0.bid.isZero }
    guard !paying.isEmpty, !market.emissionPerDay.isZero else {
      return .none(key, label, "none: nothing is paid")
    }
    let ends = paying.compactMap { end(of: $0) }
    return ends.max().map { .time(key, label, $0) } ?? .none(key, label, "none: nothing is paid")
  }

  /// The commission of a year on the validator's stake, both in USD.
  private func yieldOnStake(of income: ExactRational) throws(Fault) -> Figure {
    let (key, label) = ("validatorYieldOnStake", "the commission on its stake, as funded")
    guard let validatorStake else { return .none(key, label, "needs validatorStake") }
    let value = ExactRational(Wad(raw: validatorStake)) * ExactRational(market.rewardPrice.wad)
    return .ratio(
      key, label, value.isZero ? nil : income.divided(byNonZero: value),
      orNone: "none: the stake is worth nothing")
  }

  func terms() throws(Fault) -> [Figure] {
    let terms = commission
    let blockTime = profile.validatorSet.blockSeconds
    var figures: [Figure] = [
      terms.stored.map { .count("storedBps", "stored", $0, "bps") }
        ?? .none("storedBps", "stored", "never set: the default applies"),
      .bps("effectiveBps", "effective", try terms.effective()),
      .count("defaultBps", "default", terms.rules.defaultRate, "bps"),
      .count("capBps", "cap", terms.rules.maxRate, "bps"),
      .count("changeDelayBlocks", "delay of a change", terms.changeDelay, "blocks"),
      .duration("changeDelaySeconds", "", terms.changeSeconds(blockTime: blockTime)),
      .number("blockTimeSeconds", "block time", blockTime, "s"),
    ]
    if let block = queuedAtBlock {
      figures.append(
        .block(
          "activationBlock", "earliest activation block", terms.activationBlock(queuedAt: block)))
    }
    return figures
  }
}
