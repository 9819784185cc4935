internal import EVMArithmetic

// What the factory's roles may do: FactoryOwnable.sol and the vault's admin functions.
extension RewardVault {
  mutating func pause(in tx: inout Transaction) throws(Revert) {
    try requireRole(environment.roles.vaultPauser, tx.caller)
    try requireNotPaused()
    settings.isPaused = true
    tx.emit(.paused(by: tx.caller))
  }

  mutating func unpause(in tx: inout Transaction) throws(Revert) {
    try requireRole(environment.roles.vaultManager, tx.caller)
    if !settings.isPaused { throw .custom("ExpectedPause") }
    settings.isPaused = false
    tx.emit(.unpaused(by: tx.caller))
  }

  mutating func setDistributor(_ new: Address, in tx: inout Transaction) throws(Revert) {
    try requireRole(environment.roles.owner, tx.caller)
    if new == .zero { throw .custom("ZeroAddress") }
    settings.distributor = new
    tx.emit(.distributorSet(new))
  }

  mutating func setRewardVaultManager(
    _ new: Address, in tx: inout Transaction
  ) throws(Revert) {
    try requireRole(environment.roles.vaultManager, tx.caller)
    if new == .zero { throw .custom("ZeroAddress") }
    tx.emit(.rewardVaultManagerSet(new, old: settings.rewardVaultManager))
    settings.rewardVaultManager = new
  }

  mutating func recoverERC20(
    _ token: Address, _ amount: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireRole(environment.roles.owner, tx.caller)
    if isWhitelisted(token) { throw .custom("CannotRecoverIncentiveToken") }
    let held = environment.vaultBalance(of: token, totalSupply: ledger.totalSupply)
    if token == VaultEnvironment.stakeTokenAddress {
      let excess = try held - ledger.totalSupply
      if amount > excess { throw .custom("NotEnoughBalance") }
    }
    if environment.incentiveTokens[token]?.refusesTransfers ?? false {
      throw .custom("EnforcedPause")
    }
    if environment.incentiveTokens[token]?.refusesSending(to: tx.caller) ?? false {
      throw .custom("SafeERC20FailedOperation")
    }
    if !environment.trySend(amount, of: token, to: tx.caller) {
      throw .custom("ERC20InsufficientBalance")
    }
    tx.emit(.recovered(token, amount))
  }

  func requireRole(_ holder: Address, _ caller: Address) throws(Revert) {
    if caller != holder { throw .custom("OwnableUnauthorizedAccount") }
  }
}
