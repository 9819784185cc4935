internal import EVMArithmetic

extension VaultEvent {
  /// The events, with their arguments in the contract's order.
  enum Kind: Hashable {
    // Stake and rewards.
    case staked(Address, UInt256)
    case withdrawn(Address, UInt256)
    case delegateStaked(Address, by: Address, UInt256)
    case delegateWithdrawn(Address, by: Address, UInt256)
    case rewardAdded(UInt256)
    /// With the part that came out of the distributor's BGT, which the log does not show.
    case rewardPaid(Address, to: Address, UInt256, bgt: UInt256)
    case operatorSet(Address, Address)
    case rewardTokenMigrated(from: Address, to: Address)

    // Settings.
    case rewardsDurationUpdated(UInt256)
    case targetRewardsPerSecondUpdated(UInt256, old: UInt256)
    case minRewardDurationForTargetRateUpdated(UInt256, old: UInt256)
    case maxIncentiveTokensCountUpdated(UInt256)
    case rewardVaultManagerSet(Address, old: Address)
    case distributorSet(Address)
    case recovered(Address, UInt256)
    case paused(by: Address)
    case unpaused(by: Address)

    // Incentives.
    case incentiveTokenWhitelisted(Address, minIncentiveRate: UInt256, manager: Address)
    case incentiveTokenRemoved(Address)
    case incentiveManagerChanged(Address, Address, old: Address)
    case incentiveAdded(Address, by: Address, UInt256, rate: UInt256)

    // Auction of incentives.
    case queuedPayoutAmount(UInt256, current: UInt256)
    case payoutAmountSet(UInt256, old: UInt256)
    case lstStakerVaultAdded(Address, adapter: Address)
    case lstStakerVaultRemoved(Address)
    case rewardConverted(Address, bera: UInt256, lst: UInt256)
    case incentiveTokenClaimed(Address, UInt256, by: Address, to: Address)
    case incentivesClaimed(by: Address, to: Address)
  }
}
