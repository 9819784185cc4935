internal import EVMArithmetic

// Token transfers as far as the vault's state and its reverts depend on them.
extension RewardVault {
  mutating func sendRewardToken(
    to recipient: Address, _ amount: UInt256
  ) throws(Revert) -> UInt256 {
    try environment.rewardFunds.pay(
      amount, in: settings.generation.rewardToken, from: settings.distributor, to: recipient)
  }

  func checkRewardSolvency() throws(Revert) {
    let promised = ledger.words.period.promisedWei
    let isCovered = try environment.rewardFunds.covers(
      promised, of: settings.distributor, in: settings.generation.rewardToken)
    if !isCovered { throw .custom("InsolventReward") }
  }

  mutating func pullStakeToken(from payer: Address, _ amount: UInt256) throws(Revert) {
    try environment.stakeToken?.transfer(from: payer, to: VaultEnvironment.vault, amount)
  }

  mutating func sendStakeToken(to recipient: Address, _ amount: UInt256) throws(Revert) {
    try environment.stakeToken?.transfer(from: VaultEnvironment.vault, to: recipient, amount)
  }
}

extension VaultEnvironment {
  /// What the vault holds of a token, be it an incentive or the staked one.
  func vaultBalance(of token: Address, totalSupply: UInt256) -> UInt256 {
    guard token == Self.stakeTokenAddress else {
      return incentiveTokens[token]?.vaultBalance ?? 0
    }
    return stakeToken?.balance(of: Self.vault) ?? totalSupply
  }

  /// Incentive tokens arrive at the vault.
  mutating func receive(_ amount: UInt256, of token: Address) throws(Revert) {
    if token == Self.stakeTokenAddress, stakeToken != nil {
      try stakeToken?.mint(to: Self.vault, amount)
      return
    }
    let held = incentiveTokens[token]?.vaultBalance ?? 0
    incentiveTokens[token, default: .init()].vaultBalance = try held + amount
  }

  /// Tries to send tokens out of the vault; nothing moves where it fails.
  mutating func trySend(
    _ amount: UInt256, of token: Address, to recipient: Address
  ) -> Bool {
    let fails = incentiveTokens[token]?.refusesSending(to: recipient) ?? false
    if fails || recipient == .zero { return false }
    if token == Self.stakeTokenAddress, let held = stakeToken?.balance(of: Self.vault) {
      if held < amount { return false }
      return (try? stakeToken?.transfer(from: Self.vault, to: recipient, amount)) != nil
    }
    let held = incentiveTokens[token]?.vaultBalance ?? 0
    if held < amount { return false }
    incentiveTokens[token]?.vaultBalance = held &- amount
    return true
  }

  /// Queues a commission and activates it after the delay.
  mutating func setCommission(
    of validator: ValidatorKey, _ rate: UInt256, _ rules: ProtocolProfile.CommissionRules
  ) throws(Revert) {
    var commission = validators[validator] ?? ValidatorCommission(operator: .zero)
    // Any block but 0 will do: what is queued and activated in one go has waited long enough.
    try commission.queue(rate, by: commission.operator, block: 1, rules)
    try commission.activate(block: 1, delay: 0)
    validators[validator] = commission
  }
}
