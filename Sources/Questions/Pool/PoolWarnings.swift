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
  func warnings(about result: ExactInteger) -> [Warning] {
    let given = operation.givesAssets ? "BERA" : "shares"
    return holdings.warnings
      + [
        Plausibility.amount(amount, "amount", of: given),
        Plausibility.exchange(
          operation.noun, of: amount, for: result, given: given, isFor: takes(result),
          supply: holdings.totalSupply, assets: holdings.assets.total),
      ].compactMap(\.self)
  }

  /// What leaves the pool: shares burned and assets paid.
  private func takes(_ result: ExactInteger) -> (shares: ExactInteger, assets: ExactInteger)? {
    switch operation {
    case .deposit, .mint: nil
    case .withdraw: (result, amount)
    case .redeem: (amount, result)
    }
  }
}

extension PoolProjectionQuestion {
  func doubts(about projection: PoolProjection) -> [Warning] {
    var warnings = Plausibility.pool(pool.assets, isTotal: givesTotal, supply: pool.totalSupply)
    for source in scenario.sources {
      guard case .perDay(let amount) = source.flow else { continue }
      warnings += [Plausibility.amount(amount, "perDay")].compactMap(\.self)
    }
    let payout = scenario.auctions.flatMap { Plausibility.amount($0.payout, "payout") }
    warnings += [payout].compactMap(\.self)
    for event in scenario.events {
      switch event.action {
      case .deposit(let amount):
        warnings += [Plausibility.amount(amount, "deposit")].compactMap(\.self)
      case .withdraw(let amount):
        warnings += [Plausibility.amount(amount, "withdraw")].compactMap(\.self)
      case .redeem(let shares):
        warnings += [Plausibility.amount(shares, "redeem", of: "shares")].compactMap(\.self)
      case .pause, .unpause: break
      }
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
