internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Yields

// What looks wrong about the inputs of the incentive market.

extension IncentiveQuestion {
  var warnings: [Warning] {
    var warnings = [
      Plausibility.amount(market.emissionPerDay, "emissionPerDay", of: "reward tokens"),
      emission == market.emissionPerDay
        ? nil : Plausibility.amount(emission, "emission", of: "reward tokens"),
      Plausibility.price(market.rewardPrice, .rewardPrice),
      validatorStake.flatMap { Plausibility.amount($0, "validatorStake") },
      Plausibility.amount(auctionPayout, "auctionPayout"),
      queuedPayout.flatMap { Plausibility.amount($0, "queuedAuctionPayout") },
    ]
    if let stored = commission.stored.flatMap({ try? BasisPoints(Int(clamping: $0)) }) {
      let cap = profile.commission.maxRate
      warnings.append(Plausibility.commission(stored, cap: cap, "commissionBps"))
    }
    for offer in market.offers { warnings += self.warnings(about: offer) }
    if let holders { warnings.append(Plausibility.amount(holders.units, "holders", of: "tokens")) }
    if let stake {
      warnings += [
        Plausibility.word(stake.units, "totalSupply"),
        Plausibility.stake(
          TokenAmount(unchecked: stake.units, decimals: stake.decimals), stake.price),
        Plausibility.price(stake.price, .stakePrice),
      ]
    }
    return warnings.compactMap(\.self)
  }

  private func warnings(about offer: IncentiveOffer) -> [Warning?] {
    // An offer without emission or rate never runs dry, which is no long runway.
    let days = (try? offer.runwayDays(emissionPerDay: market.emissionPerDay)) ?? nil
    return [
      Plausibility.price(offer.price, "tokenPrice"), Plausibility.offer(offer),
      Plausibility.word(offer.incentiveRate, "incentiveRate"),
      Plausibility.word(offer.amountRemaining, "amountRemaining"),
      days.flatMap { Plausibility.runway($0, of: offer.token) },
    ]
  }
}

extension BudgetQuestion {
  var warnings: [Warning] {
    [
      Plausibility.amount(emissionPerDay, "attract", of: "reward tokens"),
      Plausibility.price(marketBid, "marketBid"), Plausibility.price(tokenPrice, "tokenPrice"),
    ].compactMap(\.self)
  }
}
