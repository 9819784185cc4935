public import EVMArithmetic

/// An event of a reward vault, of a plain staking contract or of the auction of incentives, as a chain's
/// log shows it.
///
/// Names, argument names and their order are those of IStakingRewards.sol, IRewardVault.sol and
/// IIncentivesCollector.sol.
/// Amounts are base units of their token; `reward` of `RewardAdded` is wei times 1e18 and includes
/// the leftover that was rolled over.
public struct VaultEvent: Hashable, Sendable {
  /// What happened, with its values; names are looked up when somebody asks for them.
  enum Content: Hashable {
    case event(Kind)
    case incentive(IncentiveTransfer)
  }

  let content: Content

  /// The event's name in the contract, for example `Staked`.
  public var name: String {
    switch content {
    case .event(let kind): kind.name
    case .incentive(let transfer): transfer.name
    }
  }

  /// The arguments in the contract's order.
  public var arguments: [Argument] {
    let arguments =
      switch content {
      case .event(let kind): kind.arguments
      case .incentive(let transfer): transfer.arguments
      }
    return arguments.map { Argument(name: $0.key, value: $0.value) }
  }

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

    /// Decimal digits, or the bytes as hexadecimal text.
    public var description: String {
      switch self {
      case .number(let number): number.description
      case .address(let address): address.description
      case .validator(let key): key.description
      }
    }
  }
}
