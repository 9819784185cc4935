public import EVMArithmetic

/// What a vault's rewards are paid from: the distributor's BGT and WBERA, and what it allows the vault to
/// take of them.
///
/// The one place that knows how a reward is paid. A vault that pays in BGT has one leg, BGT.sol's
/// `transferFrom`. One that pays in WBERA first uses up the allowance of BGT, which it redeems and
/// wraps, then takes WBERA.
public struct RewardFunds: Hashable, Sendable {
  /// What distributors hold of one token, and how much of it they allow the vault to take.
  public struct Purse: Hashable, Sendable {
    /// Wei by account.
    public var token = TokenLedger()
    /// Wei that each distributor allows the vault to take.
    public var allowances: RevertibleMap<Address, UInt256> = [:]

    /// An account's allowance, 0 where it never gave one.
    public func allowance(of distributor: Address) -> UInt256 { allowances[distributor] ?? 0 }
  }

  /// BGT, which rewards of the BGT era are paid in.
  public var bgt = Purse()
  /// WBERA, which rewards are paid in since PoL Next.
  public var wbera = Purse()

  /// No tokens and no allowances.
  public init() {}

  /// Whether the distributor allows the vault so many wei, paid in `token`.
  ///
  /// - Throws: `Panic(0x11)` where two allowances exceed 256 bits together.
  func covers(
    _ wei: UInt256, of distributor: Address, in token: RewardToken
  ) throws(Revert) -> Bool {
    switch token {
    case .bgt: wei <= bgt.allowance(of: distributor)
    case .wbera:
      wei <= (try bgt.allowance(of: distributor) + wbera.allowance(of: distributor))
    }
  }

  /// Pays a reward in `token` out of what the distributor holds; returns the part that was its BGT.
  mutating func pay(
    _ amount: UInt256, in token: RewardToken, from distributor: Address, to recipient: Address
  ) throws(Revert) -> UInt256 {
    switch token {
    case .bgt:
      try bgt.takeBGT(amount, from: distributor)
      if recipient == .zero { throw .custom("ERC20InvalidReceiver") }
      try bgt.token.mint(to: recipient, amount)
      return amount
    case .wbera:
      let redeemed = min(amount, bgt.allowance(of: distributor))
      let rest = amount &- redeemed
      if !redeemed.isZero { try bgt.takeBGT(redeemed, from: distributor) }
      if !rest.isZero { try wbera.takeWBERA(rest, from: distributor) }
      // WBERA can be sent to nobody, too.
      try wbera.token.mint(to: recipient, amount)
      return redeemed
    }
  }

  @inline(__always)
  mutating func apply(_ step: AtomicStep) {
    bgt.apply(step)
    wbera.apply(step)
  }
}

/// What a reward was paid from.
public struct RewardPayment: Hashable, Sendable {
  /// Wei of the distributor's BGT; since PoL Next redeemed on the way.
  public let bgt: UInt256
  /// Wei of the distributor's WBERA.
  public let wbera: UInt256
}

/// A token that rewards are paid in.
public enum RewardToken: Hashable, Sendable {
  /// BGT, in the BGT era.
  case bgt
  /// WBERA, since PoL Next.
  case wbera

  /// The token's symbol.
  public var symbol: String {
    switch self {
    case .bgt: "BGT"
    case .wbera: "WBERA"
    }
  }

  /// The token's address: one of the numbers that the model has of itself.
  public var address: Address {
    switch self {
    case .bgt: Address(number: 9)
    case .wbera: Address(number: 10)
    }
  }
}

extension RewardFunds {
  subscript(token: RewardToken) -> Purse {
    get {
      switch token {
      case .bgt: bgt
      case .wbera: wbera
      }
    }
    _modify {
      switch token {
      case .bgt: yield &bgt
      case .wbera: yield &wbera
      }
    }
  }
}

extension RewardFunds.Purse {
  /// The distributor of block rewards receives tokens and raises the vault's allowance.
  mutating func fund(
    _ distributor: Address, _ amount: UInt256, allowance: UInt256
  ) throws(Revert) {
    try token.mint(to: distributor, amount)
    let (raised, overflow) = self.allowance(of: distributor).addingReportingOverflow(allowance)
    if overflow { throw .custom("IncreaseAllowanceOverflow") }
    allowances[distributor] = raised
  }

  @inline(__always)
  fileprivate mutating func takeBGT(
    _ amount: UInt256, from distributor: Address
  ) throws(Revert) {
    // BGT looks at the balance before the allowance.
    if token.balance(of: distributor) < amount { throw .custom("NotEnoughBalance") }
    try spend(amount, of: distributor, else: "ERC20InsufficientAllowance")
    try token.debit(distributor, amount, else: "ERC20InsufficientBalance")
  }

  fileprivate mutating func takeWBERA(
    _ amount: UInt256, from distributor: Address
  ) throws(Revert) {
    // Solady's ERC20 looks at the allowance before the balance.
    try spend(amount, of: distributor, else: "InsufficientAllowance")
    try token.debit(distributor, amount, else: "InsufficientBalance")
  }

  /// Uses up an allowance, unless it is without end.
  @inline(__always)
  private mutating func spend(
    _ amount: UInt256, of distributor: Address, else error: String
  ) throws(Revert) {
    try allowances.update(distributor, default: .zero) { allowance throws(Revert) in
      if allowance == .max { return }
      if allowance < amount { throw .custom(error) }
      allowance = allowance &- amount
    }
  }

  @inline(__always)
  fileprivate mutating func apply(_ step: AtomicStep) {
    token.balances.apply(step)
    allowances.apply(step)
  }
}
