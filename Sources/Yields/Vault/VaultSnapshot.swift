internal import Contracts
public import FixedPoint
public import Quantities
public import YieldKernels

/// What a reward vault says on chain at one time, and the two prices that turn it into a yield.
///
/// Sources: `RewardVault.rewardRate()`, `periodFinish()`, `totalSupply()`, `undistributedRewards()`
/// and `decimals()` of the stake token (berachain/contracts). The reward token is BGT, priced as BERA
/// one to one, and since PoL Next WBERA, which has the same price.
public struct VaultSnapshot: Hashable, Sendable {
  /// The vault's address, if known.
  public var vault: String?
  /// What people call the vault, if known.
  public var name: String?
  /// Emission, scale 1e36 for one whole token per second.
  public var rewardRate: RewardRate
  /// When the emission ends; nil where it is not known, and the period is taken as active.
  public var periodFinish: Timestamp?
  /// The whole stake, in base units of the stake token, with that token's decimals.
  public var totalSupply: TokenAmount
  /// USD for one whole reward token.
  public var rewardPrice: Price
  /// USD for one whole stake token.
  public var stakePrice: Price
  /// When the values were read, if known.
  public var timestamp: Timestamp?
  /// Rewards that wait for the next period, scale 1e36, if known.
  public var undistributedRewards: ExactInteger?
  /// Further rewards beside the vault's own, which ``VaultReport/streamYields`` adds up; no other figure
  /// has them.
  public var streams: [RewardStream]

  /// Puts the values together.
  public init(
    vault: String? = nil, name: String? = nil, rewardRate: RewardRate, periodFinish: Timestamp?,
    totalSupply: TokenAmount, rewardPrice: Price, stakePrice: Price, timestamp: Timestamp? = nil,
    undistributedRewards: ExactInteger? = nil, streams: [RewardStream] = []
  ) {
    self.vault = vault
    self.name = name
    self.rewardRate = rewardRate
    self.periodFinish = periodFinish
    self.totalSupply = totalSupply
    self.rewardPrice = rewardPrice
    self.stakePrice = stakePrice
    self.timestamp = timestamp
    self.undistributedRewards = undistributedRewards
    self.streams = streams
  }

  /// Whether an APR exists at `time`, and if not, why.
  ///
  /// `StakingRewards.lastTimeRewardApplicable` stops at `periodFinish`, so at that very second
  /// nothing is emitted any more. A vault without stake has no APR whatever its period says.
  ///
  /// - Parameter time: the time of evaluation.
  /// - Returns: the status, as the column kernels decide it.
  public func status(at time: Timestamp) -> VaultStatus {
    VaultStatus.of(
      timestamp: time.seconds, periodFinish: periodFinish?.seconds ?? VaultStatus.noPeriodFinish,
      totalSupply: totalSupply.raw.isZero ? 0 : 1,
      stakePrice: stakePrice.wad.rawValue.isZero ? 0 : 1)
  }

  /// Whether the period still runs: `time < periodFinish`, and true where that is not known.
  ///
  /// - Parameter time: the time of evaluation.
  /// - Returns: whether the period still runs.
  public func isActive(at time: Timestamp) -> Bool {
    periodFinish.map { time < $0 } ?? true
  }
}
