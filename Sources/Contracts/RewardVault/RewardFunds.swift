public import EVMArithmetic

/// What a vault's rewards are paid from: the distributor's reward tokens, and what it allows the vault
/// to take of them.
///
/// The one place that knows how a reward is paid. The BGT era has one leg, BGT.sol's `transferFrom`.
public struct RewardFunds: Hashable, Sendable {
  /// The token that rewards are paid in.
  public var token = TokenLedger()
  /// Wei of it that each distributor allows the vault to take.
  public var allowances: RevertibleMap<Address, UInt256> = [:]

  /// No tokens and no allowances.
  public init() {}

  /// Whether the distributor allows the vault so many wei.
  func covers(_ wei: UInt256, of distributor: Address) -> Bool {
    wei <= allowances[distributor] ?? 0
  }

  /// Pays a reward out of the distributor's balance.
  mutating func pay(
    _ amount: UInt256, from distributor: Address, to recipient: Address
  ) throws(Revert) {
    // BGT looks at the balance before the allowance.
    if token.balance(of: distributor) < amount { throw .custom("NotEnoughBalance") }
    try allowances.update(distributor, default: .zero) { allowance throws(Revert) in
      if allowance == .max { return }
      if allowance < amount { throw .custom("ERC20InsufficientAllowance") }
      allowance = allowance &- amount
    }
    try token.transfer(from: distributor, to: recipient, amount)
  }

  /// The distributor of block rewards mints reward tokens and raises the vault's allowance.
  mutating func fund(
    _ distributor: Address, _ amount: UInt256, allowance: UInt256
  ) throws(Revert) {
    try token.mint(to: distributor, amount)
    let (raised, overflow) = (allowances[distributor] ?? 0).addingReportingOverflow(allowance)
    if overflow { throw .custom("IncreaseAllowanceOverflow") }
    allowances[distributor] = raised
  }

  @inline(__always)
  mutating func apply(_ step: AtomicStep) {
    token.balances.apply(step)
    allowances.apply(step)
  }
}
