public import FixedPoint
public import Faults

/// The emission rate of a reward vault as the contract stores it: reward wei per second times
/// `PRECISION` = 1e18, that is 1e36 for one whole token per second.
///
/// Source: `StakingRewards.rewardRate`, `RewardVault.targetRewardsPerSecond` (berachain/contracts).
/// `BlockRewardController.rewardRate` has the same selector and ANOTHER unit: wei per block.
public struct RewardRate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The contract's integer, scale 1e36 for one whole token per second.
  public let raw: ExactInteger

  /// 1e36: the raw value of one whole token per second.
  public static let scale = ExactInteger.powerOfTen(36)

  /// No emission.
  public static let zero = RewardRate(unchecked: ExactInteger(0))

  /// Takes the contract's integer.
  ///
  /// - Parameter raw: scale 1e36.
  /// - Throws: a `Fault` below 0.
  public init(raw: ExactInteger) throws(Fault) {
    guard !raw.isNegative else {
      throw .negative(quantity: "reward rate", value: raw.description)
    }
    self.init(unchecked: raw)
  }

  /// Takes an integer that cannot be negative.
  package init(unchecked raw: ExactInteger) {
    precondition(!raw.isNegative, "a rate that cannot be negative is")
    self.raw = raw
  }

  /// Whole tokens per second, exactly.
  public var tokensPerSecond: ExactRational { ExactRational(raw) * ExactRational.powerOfTen(-36) }

  /// Whole tokens per second as plain decimals, no digit lost.
  public var tokensPerSecondText: String { raw.decimalText(places: 36) }

  /// The contract's integer as decimal text.
  public var description: String { raw.description }

  /// Orders by rate.
  public static func < (left: RewardRate, right: RewardRate) -> Bool { left.raw < right.raw }
}
