public import EVMArithmetic

/// The auction of incentives since PoL Next: whoever pays a fixed amount of WBERA takes the tokens.
///
/// Source: berachain/contracts, src/pol/IncentivesCollector.sol (commit 7cd7d80). The payout goes to the
/// stakers of WBERA and of liquid staking tokens, see ``PayoutSplit``. A value: `perform` answers with
/// the new state, or throws the contract's revert and changes nothing.
public struct IncentivesCollector: Hashable, Sendable, AtomicContract {
  /// Payout and pause.
  public var words: Words
  /// The sWBERA vault.
  public var wberaStakerVault: ERC4626Shares
  /// The LST staker vaults in the order of payment.
  public var lstStakerVaults: [LSTVault] = []
  /// Base units by token and holder; the collector's own under `address`.
  public var balances: RevertibleMap<Holding, UInt256> = [:]
  /// WBERA wei that accounts allow the collector to take.
  public var allowances: RevertibleMap<Address, UInt256> = [:]
  /// Tokens whose `transfer` returns false.
  public var failingTokens: Set<Address> = []
  /// Who holds which role.
  public var roles: Roles

  /// The collector's own address.
  public static let address = Address(number: 12)

  /// A collector without LST staker vaults.
  ///
  /// - Parameters:
  ///   - payoutAmount: What a claim costs, WBERA wei.
  ///   - wberaStakerVault: Assets and shares of the sWBERA vault.
  ///   - roles: Who holds which role.
  public init(payoutAmount: UInt256, wberaStakerVault: ERC4626Shares, roles: Roles) {
    words = Words(payoutAmount: payoutAmount)
    self.wberaStakerVault = wberaStakerVault
    self.roles = roles
  }

  /// A token and who holds it.
  public struct Holding: Hashable, Sendable {
    /// The token.
    public let token: Address
    /// The holder.
    public let holder: Address

    /// What `holder` has of `token`.
    public init(_ token: Address, of holder: Address = IncentivesCollector.address) {
      self.token = token
      self.holder = holder
    }
  }

  /// The words of the collector that are not in a map.
  public struct Words: Hashable, Sendable {
    /// What a claim costs, WBERA wei.
    public var payoutAmount: UInt256
    /// What claims after the next one cost, WBERA wei; 0 for no change.
    public var queuedPayoutAmount = UInt256.zero
    /// Whether claims are stopped.
    public var isPaused = false
  }

  /// Who may do what.
  public struct Roles: Hashable, Sendable {
    /// `DEFAULT_ADMIN_ROLE`: payout and vaults.
    public var owner: Address
    /// `PAUSER_ROLE`.
    public var pauser: Address
    /// `MANAGER_ROLE`: may unpause.
    public var manager: Address

    /// Who holds the roles.
    public init(owner: Address, pauser: Address, manager: Address) {
      self.owner = owner
      self.pauser = pauser
      self.manager = manager
    }
  }

  /// An LST staker vault and the adapter that turns BERA into its asset.
  public struct LSTVault: Hashable, Sendable {
    /// The vault.
    public let address: Address
    /// The adapter.
    public let adapter: Address
    /// BERA wei per 1e18 base units of the asset: the adapter's `getRate`.
    public var rate: UInt256
    /// Whether the adapter's `stake` reverts.
    public var isBroken: Bool
    /// The vault's assets and shares.
    public var shares: ERC4626Shares
    /// The asset's decimals; an auction takes vaults of 18 only.
    public let decimals: UInt8

    /// A vault with its adapter.
    public init(
      address: Address, adapter: Address, rate: UInt256, isBroken: Bool = false,
      shares: ERC4626Shares, decimals: UInt8 = 18
    ) {
      self.address = address
      self.adapter = adapter
      self.rate = rate
      self.isBroken = isBroken
      self.shares = shares
      self.decimals = decimals
    }
  }

  /// Runs one transaction.
  ///
  /// - Parameters:
  ///   - operation: What to do.
  ///   - caller: Who sends it: `msg.sender`.
  /// - Returns: Events, and what a claim paid and took.
  /// - Throws: The contract's revert; the value is then unchanged.
  public mutating func perform(
    _ operation: Operation, by caller: Address
  ) throws(Revert) -> Answer {
    var transaction = Transaction(caller: caller, now: .zero)
    let auction = try atomically { collector throws(Revert) in
      try collector.run(operation, in: &transaction)
    }
    return Answer(receipt: transaction.takeReceipt(), auction: auction)
  }
}

extension IncentivesCollector {
  struct Registers {
    let words: Words
    let wberaStakerVault: ERC4626Shares
    let lstStakerVaults: [LSTVault]
  }

  var registers: Registers {
    get {
      Registers(
        words: words, wberaStakerVault: wberaStakerVault, lstStakerVaults: lstStakerVaults)
    }
    set {
      words = newValue.words
      wberaStakerVault = newValue.wberaStakerVault
      lstStakerVaults = newValue.lstStakerVaults
    }
  }

  mutating func apply(_ step: AtomicStep) {
    balances.apply(step)
    allowances.apply(step)
  }
}
