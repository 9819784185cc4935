internal import Contracts
internal import Faults
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import Yields

// A holder's part of the course, and what the operator's BGT does.

extension PoolProjectionQuestion {
  /// A holder's part at a moment.
  static func figures(of holding: PoolHoldingPoint) -> [Figure] {
    [
      .program("holderShares", .string(holding.shares.description)),
      .wei("holderAssets", "holder, BERA", holding.assets),
      .program("holderPending", .string(holding.pending.description)),
    ]
  }

  func holder(_ projection: PoolProjection) -> [Figure] {
    guard let first = projection.points.first?.holding, let last = projection.points.last?.holding
    else { return [] }
    let yield = projection.holderYield
    let none = "none: nothing is held"
    return [
      .wei("startShares", "shares at the start", first.shares, "shares"),
      .wei("startAssets", "worth at the start", first.assets, "BERA"),
      .wei("endShares", "shares at the end", last.shares, "shares"),
      .wei("endAssets", "worth at the end", last.assets, "BERA"),
      .wei("endPending", "requested and not paid", last.pending, "BERA"),
      .ratio("apr", "APR of the holder", yield?.apr, orNone: none),
      yield?.apy(rounding: .halfEven).map { .ratio("apy", "APY of the holder", $0.wad) }
        ?? .none("apy", "APY of the holder", yield == nil ? none : "none: \(NoYield.aboveLimit)"),
    ]
  }

  /// The operator's BGT boosts its validator after a delay, and can be used after another one.
  func boosts(_ boost: Wad) throws(Fault) -> [Figure] {
    let delays = profile.boosts
    func seconds(_ blocks: UInt64) -> ExactRational { ExactRational(blocks) * scenario.blockTime }
    func time(after blocks: UInt64) -> ExactInteger {
      ExactInteger(scenario.start.seconds) + seconds(blocks).integer(rounding: .up)
    }
    let emission = try BlockEmission(rewards: profile.blockRewards, boost: boost)
    return [
      .wei("bgt", "with the operator", pool.assets.operatorRewards, "BGT"),
      .time("boostsFrom", "boosts from", time(after: delays.activationDelay)),
      .ratio("boost", "share of all boosts then", boost),
      .wei("rewardPerBlock", "reward for vaults then", emission.reward ?? 0, "tokens per block"),
      .count("dropDelayBlocks", "unboosting takes", delays.dropDelay, "blocks"),
      .duration("dropDelaySeconds", "", seconds(delays.dropDelay)),
    ]
  }
}
