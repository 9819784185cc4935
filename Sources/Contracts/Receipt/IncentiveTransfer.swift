internal import EVMArithmetic

/// One leg of an incentive on its way: what the log shows of it, and to whom it went.
struct IncentiveTransfer: Hashable {
  enum Leg: Hashable {
    case fee, validator, boosters, collector
  }

  let leg: Leg
  let era: ProtocolProfile.Era
  let validator: ValidatorKey
  let token: Address
  /// Reward token wei that reached the vault, without any leftover.
  let emitted: UInt256
  /// Base units of the token.
  let amount: UInt256
  let recipient: Address
  /// A leg that does not arrive stays in the vault.
  let arrived: Bool
}

// The event of a leg, as the log shows it: IRewardVault.sol.
extension IncentiveTransfer {
  /// The event's name in the contract.
  var name: String {
    switch leg {
    case .fee: arrived ? "IncentiveFeeCollected" : "IncentiveFeeCollectionFailed"
    case .validator: arrived ? "IncentivesProcessed" : "IncentivesProcessFailed"
    case .boosters:
      arrived ? "BGTBoosterIncentivesProcessed" : "BGTBoosterIncentivesProcessFailed"
    case .collector: arrived ? "IncentivesCollected" : "IncentivesCollectionFailed"
    }
  }

  /// The arguments under their names, in the contract's order.
  var arguments: KeyValuePairs<String, VaultEvent.Value> {
    switch leg {
    case .fee: ["token": .address(token), "amount": .number(amount)]
    case .validator, .boosters, .collector:
      [
        "pubkey": .validator(validator), "token": .address(token),
        era.emissionArgument: .number(emitted), "amount": .number(amount),
      ]
    }
  }
}
