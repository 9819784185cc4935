public import EVMArithmetic

/// The sWBERA vault: an ERC-4626 vault whose withdrawals wait out a cooldown.
///
/// Source: berachain/contracts, src/pol/WBERAStakerVault.sol (commit 8d7a834) on OpenZeppelin's
/// ERC4626Upgradeable v5.1.0. A withdrawal burns its shares at once and reserves the assets, which
/// from then on no longer count. A value: `perform` answers with the new state, or throws the
/// contract's revert and changes nothing.
public struct WBERAStakerVault: Hashable, Sendable, StakerVaultContract, AtomicContract {
  /// WBERA balances, the vault's own under `address`.
  public var wbera: TokenLedger
  /// Shares per account.
  public internal(set) var shares = TokenLedger()
  /// Supply, reserve and pause.
  public internal(set) var words = StakerVaultWords()
  /// Withdrawals of the older kind: at most one a caller.
  public internal(set) var legacyRequests: RevertibleMap<Address, WithdrawalRequest> = [:]
  /// Withdrawals as tokens.
  public internal(set) var requests = WithdrawalRequests()
  /// Shares that owners let others spend.
  public internal(set) var allowances: RevertibleMap<Address, [Address: UInt256]> = [:]
  /// Who may pause.
  public var pauser = Address(number: 7)
  /// Who may unpause.
  public var manager = Address(number: 8)
  /// Seconds between a request and its completion.
  public let cooldown: UInt64

  /// The vault's own address.
  public static let address = Address(number: 6)

  /// An empty vault.
  ///
  /// - Parameters:
  ///   - profile: The protocol's constants; the cooldown comes from it.
  ///   - wbera: WBERA balances of the accounts.
  public init(profile: ProtocolProfile, wbera: TokenLedger = TokenLedger()) {
    self.wbera = wbera
    cooldown = profile.stakerVaultCooldown
  }

  /// `totalAssets`: what the shares are worth together, WBERA wei held and not reserved.
  ///
  /// - Throws: `Panic(0x11)` should more be reserved than is held.
  public func totalAssets() throws(Revert) -> UInt256 {
    try heldAssets()
  }

  /// The vault's rate of conversion now, with decimals offset 0.
  ///
  /// - Throws: As `totalAssets`.
  public func conversions() throws(Revert) -> ERC4626Shares {
    try currentConversions()
  }

  /// `maxWithdraw`: what an account's shares are worth, WBERA wei rounded down.
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

extension WBERAStakerVault {
  package var asset: TokenLedger {
    get { wbera }
    _modify { yield &wbera }
  }

  // WBERA is Solady's ERC20, which has an error of its own.
  static var insufficientAsset: String { "InsufficientBalance" }

  mutating func apply(_ step: AtomicStep) {
    applyToShared(step)
    legacyRequests.apply(step)
  }

  /// Takes over a vault in mid-life, without requests under way.
  ///
  /// - Parameters:
  ///   - shares: Shares of the accounts that are known.
  ///   - totalSupply: Shares of all accounts, known or not.
  ///   - reservedAssets: WBERA wei promised to withdrawals.
  public mutating func restore(
    shares: [Address: UInt256], totalSupply: UInt256, reservedAssets: UInt256
  ) {
    self.shares = TokenLedger(balances: shares)
    words.totalSupply = totalSupply
    words.reservedAssets = reservedAssets
  }
}
