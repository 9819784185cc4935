internal import EVMArithmetic

// All that the two generations of RewardVault.sol do differently. The vault asks its generation here, and
// nowhere else does it name one.
extension ProtocolProfile.Era {
  /// What rewards are paid in, and what the getter `rewardToken` answers.
  public var rewardToken: RewardToken {
    switch self {
    case .bgt: .bgt
    case .polNext: .wbera
    }
  }

  /// Whether nobody can be staked for.
  var refusesStakesForNobody: Bool { self == .polNext }

  /// The protocol's fee on incentives, basis points.
  func feeRate(_ fee: IncentiveFee) -> UInt256 {
    switch self {
    case .bgt: fee.rate
    case .polNext: .zero
    }
  }

  /// Who receives which leg of an incentive, in the order of payment.
  func recipients(
    of legs: IncentiveLegs, _ validator: Address, _ environment: borrowing VaultEnvironment
  ) -> [(leg: IncentiveTransfer.Leg, amount: UInt256, recipient: Address)] {
    switch self {
    case .bgt:
      [
        (.fee, legs.fee, environment.incentiveCollector), (.validator, legs.validator, validator),
        (.boosters, legs.rest, environment.boosterDistributor),
      ]
    case .polNext:
      [
        (.validator, legs.validator, validator),
        (.collector, legs.rest, environment.incentiveCollector),
      ]
    }
  }

  /// What the events of incentives call the emission.
  var emissionArgument: String {
    switch self {
    case .bgt: "bgtEmitted"
    case .polNext: "rewardsEmitted"
    }
  }

  /// `setBGTIncentiveFeeRate` and `setIncentiveTokensCollector` are functions of one generation's factory
  /// each; a call of the other's reverts without data.
  func requireFactory(of era: ProtocolProfile.Era) throws(Revert) {
    if self != era { throw .custom("empty") }
  }
}

extension RewardVault {
  /// The getter `rewardToken`: the generation's token, whether or not the stored one has moved yet.
  public var rewardToken: Address { settings.generation.rewardToken.address }

  /// `_updateReward`: the first one after the upgrade moves the stored reward token.
  @inline(__always)
  mutating func updateReward(
    of account: Address?, in transaction: inout Transaction
  ) throws(Revert) {
    if settings.rewardToken != settings.generation.rewardToken { migrate(in: &transaction) }
    try ledger.updateReward(of: account, at: transaction.now)
  }

  @inline(never)
  private mutating func migrate(in transaction: inout Transaction) {
    let current = settings.generation.rewardToken
    transaction.emit(
      .rewardTokenMigrated(from: settings.rewardToken.address, to: current.address))
    settings.rewardToken = current
  }

  /// The factory's fee on incentives.
  mutating func setIncentiveFeeRate(_ rate: UInt256) throws(Revert) {
    try settings.generation.requireFactory(of: .bgt)
    try environment.incentiveFee.setRate(rate)
  }

  /// Who receives what the commission leaves of incentives.
  mutating func setIncentiveTokensCollector(_ new: Address) throws(Revert) {
    try settings.generation.requireFactory(of: .polNext)
    if new == .zero { throw .custom("ZeroAddress") }
    environment.incentiveCollector = new
  }
}
