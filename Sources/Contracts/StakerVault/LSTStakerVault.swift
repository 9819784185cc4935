public import EVMArithmetic

/// The staker vault of a liquid staking token, into which auctions pay since PoL Next.
///
/// Source: berachain/contracts, src/pol/lst/LSTStakerVault.sol. Shares, requests and cooldown are those of
/// the sWBERA vault; there is no native asset and no older kind of request, and what `withdraw` and
/// `redeem` check first is all that they do. A value: `perform` answers with the new state, or throws
/// the contract's revert and changes nothing.
public struct LSTStakerVault: Hashable, Sendable, StakerVaultContract, AtomicContract {
  /// Balances of the liquid staking token, the vault's own under `address`.
  public var asset: TokenLedger
  /// Shares per account.
  public internal(set) var shares = TokenLedger()
  /// Supply, reserve and pause.
  public internal(set) var words = StakerVaultWords()
  /// Withdrawals as tokens.
  public internal(set) var requests = WithdrawalRequests()
  /// Shares that owners let others spend.
  public internal(set) var allowances: RevertibleMap<Address, [Address: UInt256]> = [:]
  /// Who may pause: the factory's role.
  public var pauser = Address(number: 7)
  /// Who may unpause: the factory's role.
  public var manager = Address(number: 8)
  /// Seconds between a request and its completion.
  public let cooldown: UInt64

  /// The vault's own address.
  public static let address = Address(number: 11)
  // An ERC20 of OpenZeppelin.
  static var insufficientAsset: String { "ERC20InsufficientBalance" }

  /// What the factory deposits for the creator of a vault, base units (`INITIAL_DEPOSIT`).
  public static let initialDeposit: UInt256 = 10_000_000_000_000_000_000

  /// A vault without any shares: what is before the factory's deposit.
  ///
  /// - Parameters:
  ///   - profile: The protocol's constants; the cooldown comes from it.
  ///   - asset: Balances of the liquid staking token.
  public init(profile: ProtocolProfile, asset: TokenLedger = TokenLedger()) {
    self.asset = asset
    cooldown = profile.stakerVaultCooldown
  }

  /// `totalAssets`: what the shares are worth together, base units held and not reserved.
  ///
  /// - Throws: `Panic(0x11)` should more be reserved than is held.
  public func totalAssets() throws(Revert) -> UInt256 { try heldAssets() }

  /// The vault's rate of conversion now, with decimals offset 0.
  ///
  /// - Throws: As `totalAssets`.
  public func conversions() throws(Revert) -> ERC4626Shares { try currentConversions() }

  /// `maxWithdraw`: what an account's shares are worth, base units rounded down.
  ///
  /// - Throws: `Panic(0x11)` beyond 256 bits.
  public func maxWithdraw(of owner: Address) throws(Revert) -> UInt256 {
    try withdrawable(by: owner)
  }

  /// Runs one transaction.
  ///
  /// - Parameters:
  ///   - operation: What to do.
  ///   - caller: Who sends it: `msg.sender`.
  ///   - timestamp: The block's timestamp, unix seconds.
  /// - Returns: The contract's return values, in order.
  /// - Throws: The contract's revert; the value is then unchanged.
  public mutating func perform(
    _ operation: Operation, by caller: Address, at timestamp: UInt64
  ) throws(Revert) -> [UInt256] {
    try atomically { vault throws(Revert) in
      try vault.run(operation, caller, UInt256(timestamp))
    }
  }
}

extension LSTStakerVault {
  /// What can be done to the vault; the cases carry the functions' names.
  public enum Operation: Hashable, Sendable {
    /// Deposits assets; returns the shares.
    case deposit(UInt256, receiver: Address)
    /// Buys shares; returns the assets paid.
    case mint(UInt256, receiver: Address)
    /// Not allowed, once the limit is checked.
    case withdraw(UInt256, owner: Address)
    /// Not allowed, once the limit is checked.
    case redeem(UInt256, owner: Address)
    /// Requests assets; returns the shares burned and the request.
    case queueWithdraw(UInt256, receiver: Address, owner: Address)
    /// Requests the assets of shares; returns the assets and the request.
    case queueRedeem(UInt256, receiver: Address, owner: Address)
    /// Takes a request back and mints shares at today's rate.
    case cancelQueuedWithdrawal(UInt256)
    /// Completes a request.
    case completeWithdrawal(UInt256)
    /// Adds rewards that the caller pays.
    case receiveRewards(UInt256)
    /// Assets arrive without a call of the vault.
    case donate(UInt256)
    /// Lets another account spend the caller's shares.
    case approve(spender: Address, UInt256)
    /// Stops deposits and withdrawals.
    case pause
    /// Resumes them.
    case unpause
  }

  private mutating func run(
    _ operation: Operation, _ caller: Address, _ now: UInt256
  ) throws(Revert) -> [UInt256] {
    switch operation {
    case .deposit(let assets, let receiver):
      return [try deposit(assets, to: receiver, from: caller)]
    case .mint(let minted, let receiver): return [try mint(minted, to: receiver, from: caller)]
    case .withdraw(let assets, let owner):
      _ = try sharesToBurn(forAssets: assets, of: owner)
      throw .custom("MethodNotAllowed")
    case .redeem(let burned, let owner):
      _ = try assetsToReserve(forShares: burned, of: owner)
      throw .custom("MethodNotAllowed")
    case .queueWithdraw(let assets, let receiver, let owner):
      return try queueWithdraw(assets, to: receiver, of: owner, by: caller, at: now)
    case .queueRedeem(let burned, let receiver, let owner):
      return try queueRedeem(burned, to: receiver, of: owner, by: caller, at: now)
    case .cancelQueuedWithdrawal(let id): try cancel(id, caller)
    case .completeWithdrawal(let id): try complete(id, now, isNative: false)
    case .receiveRewards(let amount):
      // Solady's safeTransferFrom hides the token's own error.
      try payIn(amount, from: caller, else: "TransferFromFailed")
    case .donate(let amount): try asset.mint(to: Self.address, amount)
    case .approve(let spender, let amount): allowances[caller, default: [:]][spender] = amount
    case .pause: try setPaused(true, by: caller, holding: pauser)
    case .unpause: try setPaused(false, by: caller, holding: manager)
    }
    return []
  }

  private mutating func setPaused(
    _ pause: Bool, by caller: Address, holding role: Address
  ) throws(Revert) {
    if caller != role { throw .custom("OwnableUnauthorizedAccount") }
    try setPaused(pause)
  }

  mutating func apply(_ step: AtomicStep) { applyToShared(step) }

  /// Takes over a vault in mid-life, without requests under way.
  ///
  /// - Parameters:
  ///   - shares: Shares of the accounts that are known.
  ///   - totalSupply: Shares of all accounts, known or not.
  ///   - reservedAssets: Base units promised to withdrawals.
  public mutating func restore(
    shares: [Address: UInt256], totalSupply: UInt256, reservedAssets: UInt256
  ) {
    self.shares = TokenLedger(balances: shares)
    words.totalSupply = totalSupply
    words.reservedAssets = reservedAssets
  }
}
