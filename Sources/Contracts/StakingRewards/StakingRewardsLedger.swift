public import EVMArithmetic

/// The storage of a staking contract: who staked what, and what has accrued.
///
/// Source: berachain/contracts, src/base/StakingRewards.sol (commit 8d7a834). Field names are the
/// contract's. Rates and `undistributedRewards` are wei times 1e18 (`PRECISION`), `rewardPerToken`
/// is wei per staked base unit times 1e18, times are unix seconds. Arithmetic is the contract's:
/// checked words, except where it says `unchecked`.
public struct StakingRewardsLedger: Hashable, Sendable {
  /// What the contract keeps of an account: its `Info` struct.
  public struct Account: Hashable, Sendable {
    /// Staked base units.
    public var balance: UInt256
    /// Reward wei settled and not yet paid out: the getter `rewards`.
    public var unclaimedReward: UInt256
    /// The checkpoint `rewardsPerTokenPaid`: the getter `userRewardPerTokenPaid`.
    public var rewardsPerTokenPaid: UInt256

    /// Makes an account.
    ///
    /// - Parameters:
    ///   - balance: Staked base units.
    ///   - unclaimedReward: Reward wei settled and not yet paid out.
    ///   - rewardsPerTokenPaid: The checkpoint, times 1e18.
    public init(
      balance: UInt256 = 0, unclaimedReward: UInt256 = 0, rewardsPerTokenPaid: UInt256 = 0
    ) {
      self.balance = balance
      self.unclaimedReward = unclaimedReward
      self.rewardsPerTokenPaid = rewardsPerTokenPaid
    }
  }

  /// Reward wei a second times 1e18 in the current period.
  public var rewardRate: UInt256 = 0
  /// Reward wei times 1e18 that no period has taken up yet.
  public var undistributedRewards: UInt256 = 0
  /// Rewards per staked base unit times 1e18, as of `lastUpdateTime`.
  public var rewardPerTokenStored: UInt256 = 0
  /// Staked base units of all accounts.
  public var totalSupply: UInt256 = 0
  /// When the current period ends.
  public var periodFinish: UInt256 = 0
  /// Seconds of a period.
  public var rewardsDuration: UInt256
  /// When `rewardPerTokenStored` was computed.
  public var lastUpdateTime: UInt256 = 0
  /// All accounts that ever staked or claimed.
  public var accounts: RevertibleMap<Address, Account> = [:]

  /// An empty contract.
  ///
  /// - Parameter rewardsDuration: Seconds of a period.
  public init(rewardsDuration: UInt256) {
    self.rewardsDuration = rewardsDuration
  }

  /// The scale of rates and of rewards per token: `PRECISION`.
  static var precision: UInt256 { UInt256(ProtocolProfile.precision) }
}

// The contract's views.
extension StakingRewardsLedger {
  /// `lastTimeRewardApplicable`: up to when rewards accrue.
  ///
  /// - Parameter now: The block's timestamp.
  /// - Returns: `min(now, periodFinish)`.
  public func lastTimeRewardApplicable(at now: UInt256) -> UInt256 {
    min(now, periodFinish)
  }

  /// `rewardPerToken`: rewards per staked base unit, times 1e18, rounded down.
  ///
  /// - Parameter now: The block's timestamp.
  /// - Returns: `rewardPerTokenStored + floor(rewardRate * elapsed / totalSupply)`, unchanged when
  ///   nothing is staked. The elapsed time is an unchecked subtraction.
  /// - Throws: `FullMulDivFailed` or `Panic(0x11)` when the result exceeds 256 bits.
  public func rewardPerToken(at now: UInt256) throws(Revert) -> UInt256 {
    if totalSupply.isZero { return rewardPerTokenStored }
    let timeDelta = lastTimeRewardApplicable(at: now) &- lastUpdateTime
    let accrued = try FixedPointMathLib.fullMulDiv(rewardRate, timeDelta, totalSupply)
    return try rewardPerTokenStored + accrued
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
    try (accounts[account] ?? Account()).earned(rewardPerToken: try rewardPerToken(at: now))
  }

  /// `getRewardForDuration`: what a whole period pays at the current rate, in wei, rounded down.
  ///
  /// - Returns: `floor(rewardRate * rewardsDuration / 1e18)`.
  /// - Throws: `FullMulDivFailed` when the result exceeds 256 bits.
  public func rewardForDuration() throws(Revert) -> UInt256 {
    try FixedPointMathLib.fullMulDiv(rewardRate, rewardsDuration, Self.precision)
  }

  /// `_computeLeftOverReward`: wei times 1e18 that the current period still owes.
  func leftOverReward(at now: UInt256) throws(Revert) -> UInt256 {
    try rewardRate * (periodFinish &- now)
  }

  /// `_updateReward`: brings the contract, and an account if there is one, up to date.
  mutating func updateReward(of account: Address?, at now: UInt256) throws(Revert) {
    rewardPerTokenStored = try rewardPerToken(at: now)
    lastUpdateTime = lastTimeRewardApplicable(at: now)
    guard let account, account != .zero else { return }
    // The contract computes `rewardPerToken` once more; since a line above nothing has accrued.
    let rewardPerToken = rewardPerTokenStored
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
      balance, rewardPerToken &- rewardsPerTokenPaid, StakingRewardsLedger.precision)
    return try unclaimedReward + accrued
  }
}

extension StakingRewardsLedger {
  /// The ledger without its accounts.
  struct Registers {
    var rewardRate: UInt256
    var undistributedRewards: UInt256
    var rewardPerTokenStored: UInt256
    var totalSupply: UInt256
    var periodFinish: UInt256
    var rewardsDuration: UInt256
    var lastUpdateTime: UInt256
  }

  var registers: Registers {
    get {
      Registers(
        rewardRate: rewardRate, undistributedRewards: undistributedRewards,
        rewardPerTokenStored: rewardPerTokenStored, totalSupply: totalSupply,
        periodFinish: periodFinish, rewardsDuration: rewardsDuration,
        lastUpdateTime: lastUpdateTime)
    }
    set {
      rewardRate = newValue.rewardRate
      undistributedRewards = newValue.undistributedRewards
      rewardPerTokenStored = newValue.rewardPerTokenStored
      totalSupply = newValue.totalSupply
      periodFinish = newValue.periodFinish
      rewardsDuration = newValue.rewardsDuration
      lastUpdateTime = newValue.lastUpdateTime
    }
  }
}
