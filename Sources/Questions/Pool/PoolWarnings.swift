internal import Contracts
internal import Faults
internal import FixedPoint
internal import Quantities
internal import Yields

// What looks wrong about a pool's assets and shares, and about what is done with them.

extension PoolHoldings {
  var warnings: [Warning] { Plausibility.pool(assets, isTotal: isTotal, supply: totalSupply) }
}

extension PoolPriceQuestion {
  var warnings: [Warning] {
    guard units.isStaking else { return [] }
    let ofReward = reward.flatMap { Plausibility.amount($0, "reward") }
    return holdings.warnings + [ofReward].compactMap(\.self)
  }
}

extension PoolPreviewQuestion {
  func warnings(about result: ExactInteger) throws(Fault) -> [Warning] {
    let given = operation.givesAssets ? "BERA" : "shares"
    return holdings.warnings
      + [
        Plausibility.amount(amount, "amount", of: given),
        Plausibility.exchange(operation.noun, of: amount, for: result, given: given),
      ].compactMap(\.self) + (try limits(result))
  }

  /// What the pool refuses about the operation, or does because of it; the conversion stands.
  private func limits(_ result: ExactInteger) throws(Fault) -> [Warning] {
    let pool = try StakingPool(
      rules: holdings.kind.rules(of: profile), assets: holdings.assets,
      totalSupply: holdings.totalSupply,
      feeRate: .zero, phase: phase, depositsPaused: depositsPaused)
    let (shares, assets) = operation.givesAssets ? (result, amount) : (amount, result)
    guard operation.isRequest else {
      return [pool.refusal(ofDeposit: assets)].compactMap(\.self).map {
        Plausibility.refusal($0, field: "amount")
      }
    }
    var refusals: [PoolRefusal] = []
    if shares > pool.totalSupply {
      refusals.append(.beyondSupply(shares: shares, supply: pool.totalSupply))
    }
    if assets > pool.assets.total {
      refusals.append(.beyondAssets(amount: assets, assets: pool.assets.total))
    }
    if refusals.isEmpty, let refusal = pool.refusal(ofShares: shares, paying: assets) {
      // Of the total alone nobody knows how much the buffer holds.
      if case .beyondBuffer = refusal, holdings.isTotal { return [] }
      refusals.append(refusal)
    }
    if refusals.isEmpty, let cause = pool.exitCause(paying: assets) {
      return [Warning(.fullExit, cause.sentence.description, field: "amount")]
    }
    return refusals.map { Plausibility.refusal($0, field: "amount") }
  }
}

extension PoolProjectionQuestion {
  func doubts(about projection: PoolProjection) -> [Warning] {
    var warnings = Plausibility.pool(pool.assets, isTotal: givesTotal, supply: pool.totalSupply)
    for source in scenario.sources {
      guard case .perDay(let amount) = source.flow else { continue }
      warnings += [Plausibility.amount(amount, "perDay")].compactMap(\.self)
    }
    if let auctions = scenario.auctions {
      let (next, later) = (auctions.next.payout, auctions.later.payout)
      warnings += [
        Plausibility.amount(next, "payout"),
        next == later ? nil : Plausibility.amount(later, "queuedPayout"),
      ].compactMap(\.self)
    }
    for event in scenario.events {
      switch event.action {
      case .deposit(let amount):
        warnings += [Plausibility.amount(amount, "deposit")].compactMap(\.self)
      case .withdraw(let amount):
        warnings += [Plausibility.amount(amount, "withdraw")].compactMap(\.self)
      case .redeem(let shares):
        warnings += [Plausibility.amount(shares, "redeem", of: "shares")].compactMap(\.self)
      case .pause, .unpause, .exit: break
      }
    }
    if givesTotal {
      warnings.append(
        Warning(
          .partsAssumed,
          "totalAssets without its parts: all of it counts as deposits on the consensus layer",
          field: "pool"))
    }
    return warnings + growth(of: projection)
  }

  /// Totals that grow past what the contract's words hold.
  private func growth(of projection: PoolProjection) -> [Warning] {
    guard let time = projection.stoppedAt else { return [] }
    return [
      Warning(
        .beyondUint256,
        "the projection ends before \(time.date), when the pool's totals would be more than a uint256 "
          + "holds, which no contract can come to")
    ]
  }
}

extension PoolOperation {
  fileprivate var noun: String {
    switch self {
    case .deposit: "deposit"
    case .mint: "mint"
    case .withdraw: "withdrawal"
    case .redeem: "redemption"
    }
  }
}
