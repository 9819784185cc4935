internal import FixedPoint
internal import Quantities
public import Faults

extension PoolScenario {
  /// The yield that the scenario gives a pool at its start, taken apart.
  ///
  /// Fixed amounts and auction payouts count as yields on the assets at the start.
  ///
  /// - Parameter pool: the pool at the start.
  /// - Returns: the yield; nothing for a pool without assets.
  /// - Throws: `Fault` for a source with a negative yield, and as ``AuctionStakers/parts(of:)``.
  public func netYield(of pool: StakingPool) throws(Fault) -> PoolNetYield {
    let assets = pool.assets.total
    func yearly(_ amount: ExactInteger, every seconds: ExactRational) -> ExactRational {
      guard !assets.isZero else { return .zero }
      return ExactRational(amount * ExactInteger(year.seconds), overNonZero: assets)
        .divided(byNonZero: seconds)
    }
    var yields = try sources.map { (source) throws(Fault) in
      let apr: ExactRational =
        switch source.flow {
        case .apr(let apr): apr
        case .perDay(let amount): yearly(amount, every: ExactRational(Seconds.day.count))
        }
      return try PoolYieldSource(name: source.name, grossAPR: apr, commission: source.commission)
    }
    if let auctions {
      let claim = auctions.next
      let paid =
        try auctions.stakers.map { stakers throws(Fault) in
          try stakers.staking(assets).parts(of: claim.payout)[0].amount
        } ?? claim.payout
      yields.append(
        try PoolYieldSource(
          name: "auctions", grossAPR: yearly(paid, every: claim.interval), commission: .zero))
    }
    return PoolNetYield(sources: yields, feeRate: pool.feeRate)
  }
}
