public import EVMArithmetic

/// How an auction's payout divides between the sWBERA vault and the LST staker vaults.
///
/// Source: `_splitAmount` of IncentivesCollector.sol. Pure. Each vault's part follows its stake in BERA,
/// rounded down; the dust goes to sWBERA. Where nobody stakes, nobody is paid.
public struct PayoutSplit: Hashable, Sendable {
  /// BERA wei to the sWBERA vault.
  public let wberaStakerVault: UInt256
  /// BERA wei to each LST staker vault, in order.
  public let lstStakerVaults: [UInt256]

  /// Divides a payout.
  ///
  /// - Parameters:
  ///   - payout: BERA wei.
  ///   - staked: Total assets of the sWBERA vault, wei.
  ///   - vaults: Total assets of each LST staker vault in base units, and BERA wei per 1e18 of them.
  /// - Throws: `Panic(0x11)` when a product or a sum exceeds 256 bits.
  public init(
    of payout: UInt256, staked: UInt256, vaults: [(totalAssets: UInt256, rate: UInt256)]
  ) throws(Revert) {
    var (stakes, sum) = ([UInt256](), staked)
    for vault in vaults {
      let stake = try (try vault.totalAssets * vault.rate) / FixedPointMathLib.wad
      sum = try sum + stake
      stakes.append(stake)
    }
    if sum.isZero || payout.isZero {
      (wberaStakerVault, lstStakerVaults) = (.zero, vaults.map { _ in .zero })
      return
    }
    // What the others do not get is the first part and the dust; the first product must fit all the same.
    _ = try payout * staked
    var (parts, left) = ([UInt256](), payout)
    for stake in stakes {
      let part = try (try payout * stake) / sum
      left = try left - part
      parts.append(part)
    }
    (wberaStakerVault, lstStakerVaults) = (left, parts)
  }
}
