internal import EVMArithmetic

extension VaultEvent {
  static func incentiveTokenWhitelisted(
    _ token: Address, minIncentiveRate: UInt256, manager: Address
  ) -> Self {
    Self(
      "IncentiveTokenWhitelisted",
      [
        "token": .address(token), "minIncentiveRate": .number(minIncentiveRate),
        "manager": .address(manager),
      ])
  }

  static func incentiveTokenRemoved(_ token: Address) -> Self {
    Self("IncentiveTokenRemoved", ["token": .address(token)])
  }

  static func incentiveManagerChanged(_ token: Address, _ new: Address, old: Address) -> Self {
    Self(
      "IncentiveManagerChanged",
      ["token": .address(token), "newManager": .address(new), "oldManager": .address(old)])
  }

  static func incentiveAdded(
    _ token: Address, by sender: Address, _ amount: UInt256, rate: UInt256
  ) -> Self {
    Self(
      "IncentiveAdded",
      [
        "token": .address(token), "sender": .address(sender), "amount": .number(amount),
        "incentiveRate": .number(rate),
      ])
  }

  static func incentiveFee(_ token: Address, _ amount: UInt256, arrived: Bool) -> Self {
    Self(
      arrived ? "IncentiveFeeCollected" : "IncentiveFeeCollectionFailed",
      ["token": .address(token), "amount": .number(amount)])
  }

  static func validatorIncentive(_ leg: IncentiveLeg, _ amount: UInt256, arrived: Bool) -> Self {
    Self(
      arrived ? "IncentivesProcessed" : "IncentivesProcessFailed", share(of: leg, amount))
  }

  static func boosterIncentive(_ leg: IncentiveLeg, _ amount: UInt256, arrived: Bool) -> Self {
    Self(
      arrived ? "BGTBoosterIncentivesProcessed" : "BGTBoosterIncentivesProcessFailed",
      share(of: leg, amount))
  }

  private static func share(
    of leg: IncentiveLeg, _ amount: UInt256
  ) -> KeyValuePairs<String, Value> {
    [
      "pubkey": .validator(leg.validator), "token": .address(leg.token),
      "bgtEmitted": .number(leg.emitted), "amount": .number(amount),
    ]
  }
}

/// What the shares of one incentive token at one notification have in common.
struct IncentiveLeg {
  let validator: ValidatorKey
  let token: Address
  /// Reward token wei that reached the vault, without any leftover.
  let emitted: UInt256
}
