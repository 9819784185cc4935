public import EVMArithmetic

/// Balances of one ERC-20 token, as far as a contract's transfers depend on them.
///
/// Reverts are those of OpenZeppelin's ERC20.sol (v5.1.0).
public struct TokenLedger: Hashable, Sendable {
  /// Base units per account; an account that is missing holds nothing.
  public var balances: RevertibleMap<Address, UInt256>

  /// A token with the balances given.
  public init(balances: [Address: UInt256] = [:]) {
    self.balances = RevertibleMap(balances)
  }

  /// An account's balance in base units, 0 for an unknown account.
  public func balance(of account: Address) -> UInt256 {
    balances[account] ?? 0
  }

  /// `_transfer`: moves tokens, or reverts without moving any.
  mutating func transfer(
    from sender: Address, to recipient: Address, _ amount: UInt256
  ) throws(Revert) {
    if recipient == .zero { throw .custom("ERC20InvalidReceiver") }
    try debit(sender, amount, else: "ERC20InsufficientBalance")
    do throws(Revert) {
      // Never overflows on chain, where the sum of balances is the total supply.
      try mint(to: recipient, amount)
    } catch {
      balances[sender] = balance(of: sender) &+ amount
      throw error
    }
  }

  /// Takes tokens away, or reverts as the token does for an account that holds less.
  @inline(__always)
  mutating func debit(
    _ account: Address, _ amount: UInt256, else error: String
  ) throws(Revert) {
    try balances.update(account, default: .zero) { held throws(Revert) in
      if held < amount { throw .custom(error) }
      held = held &- amount
    }
  }

  /// Creates tokens.
  mutating func mint(to recipient: Address, _ amount: UInt256) throws(Revert) {
    try balances.update(recipient, default: .zero) { held throws(Revert) in
      held = try held + amount
    }
  }
}
