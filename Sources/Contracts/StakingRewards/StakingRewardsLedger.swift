public import EVMArithmetic

/// The storage of a staking contract: who staked what, and what has accrued.
///
/// Source: berachain/contracts, src/base/StakingRewards.sol (commit 8d7a834). Names are the
/// contract's. The words of ``StakingRewardsWords`` and ``RewardPeriod`` are read as if they were the
/// ledger's own: `ledger.rewardRate`.
@dynamicMemberLookup
public struct StakingRewardsLedger: Hashable, Sendable {
  /// What the contract keeps of an account: its `Info` struct.
  public struct Account: Hashable, Sendable {
    /// Staked base units.
    public var balance: UInt256
    /// Reward wei settled and not yet paid out: the getter `rewards`.
    public var unclaimedReward: UInt256
    /// The checkpoint `rewardsPerTokenPaid`, times 1e18: the getter `userRewardPerTokenPaid`.
    public var rewardsPerTokenPaid: UInt256

    /// An account, by default an empty one.
    public init(
      balance: UInt256 = 0, unclaimedReward: UInt256 = 0, rewardsPerTokenPaid: UInt256 = 0
    ) {
      self.balance = balance
      self.unclaimedReward = unclaimedReward
      self.rewardsPerTokenPaid = rewardsPerTokenPaid
    }
  }

  /// What concerns all stakers together.
  public var words: StakingRewardsWords
  /// All accounts that ever staked or claimed.
  public var accounts: RevertibleMap<Address, Account> = [:]

  /// An empty contract; `rewardsDuration` is the seconds of its periods.
  public init(rewardsDuration: UInt256) {
    words = StakingRewardsWords(rewardsDuration: rewardsDuration)
  }

  /// A word of the ledger.
  public subscript(dynamicMember word: KeyPath<StakingRewardsWords, UInt256>) -> UInt256 {
    words[keyPath: word]
  }

  /// A word of the ledger's period.
  public subscript(dynamicMember word: KeyPath<RewardPeriod, UInt256>) -> UInt256 {
    words.period[keyPath: word]
  }

  /// `earned`: what an account could claim, in reward wei, rounded down.
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - now: The block's timestamp.
  /// - Returns: `unclaimed + floor(balance * (rewardPerToken - paid) / 1e18)`; the difference is an
  ///   unchecked subtraction.
  /// - Throws: `FullMulDivFailed` or `Panic(0x11)` when a step exceeds 256 bits.
  public func earned(by account: Address, at now: UInt256) throws(Revert) -> UInt256 {
    try (accounts[account] ?? Account()).earned(rewardPerToken: try words.rewardPerToken(at: now))
  }

  /// `_updateReward`: brings the contract, and an account if there is one, up to date.
  mutating func updateReward(of account: Address?, at now: UInt256) throws(Revert) {
    try words.accrue(at: now)
    guard let account, account != .zero else { return }
    // The contract computes `rewardPerToken` once more; since a line above nothing has accrued.
    let rewardPerToken = words.rewardPerTokenStored
    try accounts.update(account, default: Account()) { info throws(Revert) in
      info.unclaimedReward = try info.earned(rewardPerToken: rewardPerToken)
      info.rewardsPerTokenPaid = rewardPerToken
    }
  }
}

extension StakingRewardsLedger.Account {
  /// What the account could claim where a staked base unit has earned `rewardPerToken` so far.
  func earned(rewardPerToken: UInt256) throws(Revert) -> UInt256 {
    let accrued = try FixedPointMathLib.fullMulDiv(
      balance, rewardPerToken &- rewardsPerTokenPaid, RewardPeriod.precision)
    return try unclaimedReward + accrued
  }
}
