internal import YieldKernels

/// The inputs of one row in fixed-width words, as the fast scan fills them.
struct VaultRow {
  /// Scaled by 1e36.
  var rewardRate: UInt128 = 0
  /// Base units.
  var totalSupply: UInt128 = 0
  /// Scaled by 1e18.
  var rewardPrice: UInt128 = 0
  /// Scaled by 1e18.
  var stakePrice: UInt128 = 0
  /// Unix seconds.
  var periodFinish: UInt64 = 0
  /// Unix seconds.
  var timestamp: UInt64
  var stakeDecimals: UInt8

  @inline(__always)
  var status: VaultStatus {
    VaultStatus.of(
      timestamp: timestamp, periodFinish: periodFinish, totalSupply: totalSupply,
      stakePrice: stakePrice)
  }
}
