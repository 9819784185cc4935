internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Yields
internal import Faults

// Earnings and commission.

extension IncentiveQuestion {
  func earnings() throws(Fault) -> [Figure] {
    let earnings = IncentiveEarnings(market: market, year: year)
    let holder =
      switch profile.era {
      case .bgt: "booster"
      case .polNext: "sWBERA holder"
      }
    let yield = try holders.flatMap { holding throws(Fault) in
      try earnings.holderYield(held: holding.units, price: holding.price)
    }
    let missing = holders == nil ? "needs holders" : "none: no holders"
    let staker = try stake.flatMap { stake throws(Fault) in
      try earnings.stakerYield(
        staked: stake.units, decimals: stake.decimals, price: stake.price)
    }
    let noStake = stake == nil ? "needs totalSupply and stakePrice" : "none: no stake"
    let validator = try earnings.validatorUSDPerYear(share: validatorShare ?? .one)
    return [
      .ratio("holderAprGross", "\(holder)'s APR, gross", yield?.gross, orNone: missing),
      .ratio("holderAprNet", "\(holder)'s APR, net", yield?.net, orNone: missing),
      .ratio("stakerApr", "vault staker's APR, gross and net", staker, orNone: noStake),
      .ratio("validatorShare", "validator's share of the emission", validatorShare ?? .one),
      .usd("validatorGrossPerYearUsd", "incentives it attracts", validator.gross, "USD per year"),
      .usd("validatorPerYearUsd", "commission it keeps", validator.net, "USD per year"),
    ]
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
