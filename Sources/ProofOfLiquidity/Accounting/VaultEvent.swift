public import EVMArithmetic

/// An event of a reward vault or of a plain staking contract, as a chain's log shows it.
///
/// Names, argument names and their order are those of IStakingRewards.sol and IRewardVault.sol.
/// Amounts are base units of their token; `reward` of `RewardAdded` is wei times 1e18 and includes
/// the leftover that was rolled over.
public struct VaultEvent: Hashable, Sendable {
  /// The event's name in the contract, for example `Staked`.
  public let name: String
  /// The arguments in the contract's order.
  public let arguments: [Argument]

  /// An argument of an event.
  public struct Argument: Hashable, Sendable {
    /// The argument's name in the contract.
    public let name: String
    /// The argument's value.
    public let value: Value
  }

  /// The value of an argument.
  public enum Value: Hashable, Sendable, CustomStringConvertible {
    /// An unsigned word.
    case number(UInt256)
    /// An account or a contract.
    case address(Address)
    /// A validator's public key.
    case validator(ValidatorKey)

    /// Decimal digits, or the name.
    public var description: String {
      switch self {
      case .number(let number): number.description
      case .address(let address): address.name
      case .validator(let key): key.name
      }
    }
  }

  init(_ name: String, _ arguments: KeyValuePairs<String, Value>) {
    self.name = name
    self.arguments = arguments.map { Argument(name: $0.key, value: $0.value) }
  }
}

// Stake and rewards.
extension VaultEvent {
  static func staked(_ account: Address, _ amount: UInt256) -> Self {
    Self("Staked", ["account": .address(account), "amount": .number(amount)])
  }

  static func withdrawn(_ account: Address, _ amount: UInt256) -> Self {
    Self("Withdrawn", ["account": .address(account), "amount": .number(amount)])
  }

  static func delegateStaked(_ account: Address, by delegate: Address, _ amount: UInt256) -> Self {
    Self(
      "DelegateStaked",
      ["account": .address(account), "delegate": .address(delegate), "amount": .number(amount)])
  }

  static func delegateWithdrawn(
    _ account: Address, by delegate: Address, _ amount: UInt256
  ) -> Self {
    Self(
      "DelegateWithdrawn",
      ["account": .address(account), "delegate": .address(delegate), "amount": .number(amount)])
  }

  static func rewardAdded(_ reward: UInt256) -> Self {
    Self("RewardAdded", ["reward": .number(reward)])
  }

  static func rewardPaid(_ account: Address, to recipient: Address, _ reward: UInt256) -> Self {
    Self(
      "RewardPaid",
      ["account": .address(account), "to": .address(recipient), "reward": .number(reward)])
  }

  static func operatorSet(_ account: Address, _ person: Address) -> Self {
    Self("OperatorSet", ["account": .address(account), "operator": .address(person)])
  }
}

// Settings.
extension VaultEvent {
  static func rewardsDurationUpdated(_ duration: UInt256) -> Self {
    Self("RewardsDurationUpdated", ["newDuration": .number(duration)])
  }

  static func targetRewardsPerSecondUpdated(_ new: UInt256, old: UInt256) -> Self {
    Self(
      "TargetRewardsPerSecondUpdated",
      ["newTargetRewardsPerSecond": .number(new), "oldTargetRewardsPerSecond": .number(old)])
  }

  static func minRewardDurationForTargetRateUpdated(_ new: UInt256, old: UInt256) -> Self {
    Self(
      "MinRewardDurationForTargetRateUpdated",
      [
        "newMinRewardDurationForTargetRate": .number(new),
        "oldMinRewardDurationForTargetRate": .number(old),
      ])
  }

  static func maxIncentiveTokensCountUpdated(_ count: UInt256) -> Self {
    Self("MaxIncentiveTokensCountUpdated", ["maxIncentiveTokensCount": .number(count)])
  }

  static func rewardVaultManagerSet(_ new: Address, old: Address) -> Self {
    Self(
      "RewardVaultManagerSet",
      ["newRewardVaultManager": .address(new), "oldRewardVaultManager": .address(old)])
  }

  static func distributorSet(_ distributor: Address) -> Self {
    Self("DistributorSet", ["distributor": .address(distributor)])
  }

  static func recovered(_ token: Address, _ amount: UInt256) -> Self {
    Self("Recovered", ["token": .address(token), "amount": .number(amount)])
  }

  static func paused(by person: Address) -> Self {
    Self("Paused", ["account": .address(person)])
  }

  static func unpaused(by person: Address) -> Self {
    Self("Unpaused", ["account": .address(person)])
  }
}
