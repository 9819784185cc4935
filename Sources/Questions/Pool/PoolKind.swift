internal import Contracts

/// What a pool is, by the names that snapshots have.
package enum PoolKind: String, Sendable, CaseIterable {
  /// A staking pool, whose shares are stBERA, with a validator behind it.
  case stakingPool
  /// The vault of WBERA's stakers, which auctions pay.
  case wberaStakerVault = "sWBERA"

  /// The rules that it goes by.
  func rules(of profile: ProtocolProfile) -> ProtocolProfile.PoolRules {
    switch self {
    case .stakingPool: profile.pool
    case .wberaStakerVault: .stakerVault(cooldown: profile.stakerVaultCooldown)
    }
  }
}
