internal import YieldKernels

/// The inputs of one vault in fixed-width words, as CSV rows and grid points by the million have them.
struct VaultWords: Hashable, Sendable {
  /// `RewardVault.rewardRate()`, scaled by 1e36: 1e36 is one whole token per second.
  var rewardRate: UInt128 = 0
  /// Base units of the stake token.
  var totalSupply: UInt128 = 0
  /// USD for one whole reward token, scaled by 1e18.
  var rewardPrice: UInt128 = 0
  /// USD for one whole stake token, scaled by 1e18.
  var stakePrice: UInt128 = 0
  /// Unix seconds, or `VaultStatus.noPeriodFinish`.
  var periodFinish: UInt64 = 0
  /// Unix seconds.
  var timestamp: UInt64
  /// Decimals of the stake token.
  var stakeDecimals: UInt8 = 18

  @inline(__always)
  var status: VaultStatus {
    VaultStatus.of(
      timestamp: timestamp, periodFinish: periodFinish, totalSupply: totalSupply,
      stakePrice: stakePrice)
  }
}
