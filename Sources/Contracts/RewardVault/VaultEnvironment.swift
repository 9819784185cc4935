public import EVMArithmetic

/// What a reward vault asks other contracts: roles, tokens, validators, fees.
public struct VaultEnvironment: Hashable, Sendable {
  /// Roles that the vault's factory grants.
  public struct Roles: Hashable, Sendable {
    /// Governance: `DEFAULT_ADMIN_ROLE`.
    public var owner: Address
    /// `VAULT_MANAGER_ROLE`: may unpause, remove incentive tokens, name the reward vault manager.
    public var vaultManager: Address
    /// `VAULT_PAUSER_ROLE`: may pause.
    public var vaultPauser: Address
    /// The helper contract that may claim for anyone: `rewardVaultHelper`.
    public var rewardVaultHelper: Address

    /// Who holds the roles.
    public init(
      owner: Address, vaultManager: Address, vaultPauser: Address,
      rewardVaultHelper: Address = .zero
    ) {
      self.owner = owner
      self.vaultManager = vaultManager
      self.vaultPauser = vaultPauser
      self.rewardVaultHelper = rewardVaultHelper
    }
  }

  /// An incentive token: what the vault holds of it, and which of its functions fail.
  public struct IncentiveToken: Hashable, Sendable {
    /// Base units that the vault holds.
    public var vaultBalance: UInt256 = 0
    /// Whether `transfer` and `transferFrom` revert.
    public var refusesTransfers = false
    /// Whether `approve` reverts.
    public var refusesApprovals = false
    /// To whom `transfer` alone fails, be it by reverting, by returning false or for want of gas.
    public var unreachable = Unreachable.nobody

    /// Recipients that a token cannot be sent to.
    public enum Unreachable: Hashable, Sendable {
      /// None.
      case nobody
      /// One account.
      case account(Address)
      /// All.
      case everybody
    }

    /// A token that works, of which the vault holds nothing.
    public init() {}

    func refusesSending(to recipient: Address) -> Bool {
      switch unreachable {
      case .nobody: refusesTransfers
      case .account(let account): refusesTransfers || account == recipient
      case .everybody: true
      }
    }
  }

  /// Roles that the factory grants.
  public var roles: Roles
  /// The staked token: nobody stakes more than they hold; `nil` where transfers always succeed.
  public var stakeToken: TokenLedger?
  /// What rewards are paid from.
  public var rewardFunds = RewardFunds()
  /// Incentive tokens.
  public var incentiveTokens: RevertibleMap<Address, IncentiveToken> = [:]
  /// Validators; one that is missing has no operator and never set a commission.
  public var validators: RevertibleMap<ValidatorKey, ValidatorCommission> = [:]
  /// The protocol's fee on incentives.
  public var incentiveFee = IncentiveFee()
  /// Who receives the fee; since PoL Next, in the same slot, who auctions what the commission leaves.
  public var incentiveCollector = Address(number: 3)
  /// Who receives what fee and commission leave in the BGT era.
  public var boosterDistributor = Address(number: 4)

  /// An environment with the roles given and nothing else.
  public init(roles: Roles) {
    self.roles = roles
  }

  /// The vault's own address in the stake token.
  ///
  /// The addresses that a model has of itself are small numbers, which no account has.
  public static let vault = Address(number: 1)
  /// The staked token's address, where an incentive could be the same token.
  public static let stakeTokenAddress = Address(number: 2)

  @inline(__always)
  mutating func apply(_ step: AtomicStep) {
    stakeToken?.balances.apply(step)
    rewardFunds.apply(step)
    incentiveTokens.apply(step)
    validators.apply(step)
  }
}
