public import EVMArithmetic

extension RewardVault {
  /// The terms and what is left of one incentive token.
  public struct Incentive: Hashable, Sendable {
    /// The least rate and the least amount to add; 0 means not whitelisted.
    public var minIncentiveRate: UInt256
    /// Token base units per 1e18 wei of emission.
    public var incentiveRate: UInt256
    /// Base units not paid out yet.
    public var amountRemaining: UInt256
    /// Who may add to it.
    public var manager: Address

    /// An incentive.
    public init(
      minIncentiveRate: UInt256, incentiveRate: UInt256, amountRemaining: UInt256,
      manager: Address
    ) {
      self.minIncentiveRate = minIncentiveRate
      self.incentiveRate = incentiveRate
      self.amountRemaining = amountRemaining
      self.manager = manager
    }
  }
}

// Incentive tokens: which are allowed, who may add to them, at which rate.
extension RewardVault {
  mutating func whitelistIncentiveToken(
    _ token: Address, _ minIncentiveRate: UInt256, _ manager: Address, in tx: inout Transaction
  ) throws(Revert) {
    try requireRole(environment.roles.owner, tx.caller)
    if minIncentiveRate.isZero { throw .custom("MinIncentiveRateIsZero") }
    if minIncentiveRate > maxIncentiveRate { throw .custom("IncentiveRateTooHigh") }
    if token == .zero || manager == .zero { throw .custom("ZeroAddress") }
    if UInt256(UInt64(settings.whitelistedTokens.count)) == settings.maxIncentiveTokensCount
      || isWhitelisted(token)
    {
      throw .custom("TokenAlreadyWhitelistedOrLimitReached")
    }
    settings.whitelistedTokens.append(token)
    incentives[token] = Incentive(
      minIncentiveRate: minIncentiveRate, incentiveRate: minIncentiveRate, amountRemaining: 0,
      manager: manager)
    tx.emit(
      .incentiveTokenWhitelisted(token, minIncentiveRate: minIncentiveRate, manager: manager))
  }

  mutating func removeIncentiveToken(
    _ token: Address, in tx: inout Transaction
  ) throws(Revert) {
    try requireRole(environment.roles.vaultManager, tx.caller)
    _ = try whitelisted(token)
    incentives[token] = nil
    // The last token takes the place of the removed one, which changes the order of payment.
    if let index = settings.whitelistedTokens.firstIndex(of: token) {
      settings.whitelistedTokens.swapAt(index, settings.whitelistedTokens.count - 1)
      settings.whitelistedTokens.removeLast()
    }
    tx.emit(.incentiveTokenRemoved(token))
  }

  mutating func updateIncentiveManager(
    _ token: Address, _ manager: Address, in tx: inout Transaction
  ) throws(Revert) {
    try requireRole(environment.roles.owner, tx.caller)
    let incentive = try whitelisted(token)
    if manager == .zero { throw .custom("ZeroAddress") }
    incentives[token]?.manager = manager
    tx.emit(.incentiveManagerChanged(token, manager, old: incentive.manager))
  }

  mutating func setMaxIncentiveTokensCount(
    _ count: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    try requireRole(environment.roles.owner, tx.caller)
    if count < UInt256(UInt64(settings.whitelistedTokens.count)) {
      throw .custom("InvalidMaxIncentiveTokensCount")
    }
    settings.maxIncentiveTokensCount = count
    tx.emit(.maxIncentiveTokensCountUpdated(count))
  }

  mutating func addIncentive(
    _ token: Address, _ amount: UInt256, _ rate: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    var incentive = try whitelisted(token)
    if rate > maxIncentiveRate { throw .custom("IncentiveRateTooHigh") }
    try requireIncentiveManager(of: incentive, amount, tx.caller)
    if rate < incentive.minIncentiveRate { throw .custom("InvalidIncentiveRate") }
    if environment.incentiveTokens[token]?.refusesTransfers ?? false {
      // The token's own error, passed on: a paused OpenZeppelin token.
      throw .custom("EnforcedPause")
    }
    try environment.receive(amount, of: token)
    let remaining = incentive.amountRemaining
    incentive.amountRemaining = try remaining + amount
    // A rate may rise at any time, and fall only once nothing is left.
    if !remaining.isZero && rate < incentive.incentiveRate {
      throw .custom("InvalidIncentiveRate")
    }
    incentive.incentiveRate = rate
    incentives[token] = incentive
    tx.emit(.incentiveAdded(token, by: tx.caller, amount, rate: rate))
  }

  mutating func accountIncentives(
    _ token: Address, _ amount: UInt256, in tx: inout Transaction
  ) throws(Revert) {
    let incentive = try whitelisted(token)
    try requireIncentiveManager(of: incentive, amount, tx.caller)
    var held = environment.vaultBalance(of: token, totalSupply: ledger.totalSupply)
    if token == VaultEnvironment.stakeTokenAddress { held = try held - ledger.totalSupply }
    let uncounted = try held - incentive.amountRemaining
    if amount > uncounted { throw .custom("NotEnoughBalance") }
    incentives[token]?.amountRemaining = try incentive.amountRemaining + amount
    tx.emit(.incentiveAdded(token, by: tx.caller, amount, rate: incentive.incentiveRate))
  }

  func isWhitelisted(_ token: Address) -> Bool {
    guard let incentive = incentives[token] else { return false }
    return !incentive.minIncentiveRate.isZero
  }

  private func whitelisted(_ token: Address) throws(Revert) -> Incentive {
    guard let incentive = incentives[token], isWhitelisted(token) else {
      throw .custom("TokenNotWhitelisted")
    }
    return incentive
  }

  private func requireIncentiveManager(
    of incentive: Incentive, _ amount: UInt256, _ caller: Address
  ) throws(Revert) {
    if caller != incentive.manager { throw .custom("NotIncentiveManager") }
    if amount < incentive.minIncentiveRate { throw .custom("AmountLessThanMinIncentiveRate") }
  }

  private var maxIncentiveRate: UInt256 {
    UInt256(high: 0, low: profile.rewardVault.maxIncentiveRate)
  }
}
