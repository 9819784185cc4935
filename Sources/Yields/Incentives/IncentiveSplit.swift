public import Contracts
internal import EVMArithmetic
public import FixedPoint
public import Quantities
public import Faults

/// What one amount of emission pays in one incentive token, in base units, floors included.
///
/// Source: `RewardVault._processIncentives` (berachain/contracts). The contract-identical vault is
/// asked: nothing is created or lost, `fee + validator + rest == amount`.
public struct IncentiveSplit: Hashable, Sendable {
  /// The offer before the payment.
  public let offer: IncentiveOffer
  /// What is paid in all: `min(floor(emission * incentiveRate / 1e18), amountRemaining)`.
  public let amount: ExactInteger
  /// The incentive fee (BGT era), rounded down.
  public let fee: ExactInteger
  /// The validator's commission on what the fee leaves, rounded down.
  public let validator: ExactInteger
  /// What is left: to BGT boosters, since PoL Next to the auction.
  public let rest: ExactInteger
  /// What remains of the offer.
  public let amountRemaining: ExactInteger

  /// What a vault with several offers pays for one amount of emission.
  ///
  /// - Parameters:
  ///   - emission: wei of the reward token that reach the vault at once.
  ///   - offers: the incentive tokens, in the vault's order.
  ///   - feeRate: the incentive fee.
  ///   - commission: the validator's terms.
  ///   - profile: the protocol's rules.
  /// - Returns: one split for each offer, in order.
  /// - Throws: `Fault` for more offers than the vault may list or amounts that no
  ///   word holds, `.reverts` where the notification would.
  public static func all(
    for emission: ExactInteger,
    offers: [IncentiveOffer],
    feeRate: BasisPoints,
    commission: CommissionTerms,
    profile: ProtocolProfile
  ) throws(Fault) -> [IncentiveSplit] {
    guard UInt64(offers.count) <= profile.rewardVault.maxIncentiveTokensCount else {
      throw .invalid(
        field: "tokens", found: "\(offers.count) incentive tokens",
        expected: "at most \(profile.rewardVault.maxIncentiveTokensCount), the vault's limit")
    }
    var vault = try IncentiveVault(
      offers: offers, feeRate: feeRate, commission: commission, profile: profile)
    return try vault.pay(for: emission)
  }
}

/// A reward vault of the contract-identical accounting that has incentives and nobody staking, so
/// that a notification does nothing but pay them.
private struct IncentiveVault {
  private static let distributor: Address = "distributor"
  private static let validator: ValidatorKey = "validator"
  private var vault: RewardVault
  private let offers: [IncentiveOffer]
  private let validatorOperator: Address

  init(
    offers: [IncentiveOffer], feeRate: BasisPoints, commission: CommissionTerms,
    profile: ProtocolProfile
  ) throws(Fault) {
    let roles = VaultEnvironment.Roles(owner: "owner", vaultManager: "owner", vaultPauser: "owner")
    var environment = VaultEnvironment(roles: roles)
    environment.rewardAllowances[Self.distributor] = .max
    environment.validators[Self.validator] = commission.contract
    do throws(Revert) {
      try environment.incentiveFee.setRate(UInt256(UInt64(feeRate.value)))
    } catch {
      throw .reverts(function: "setBGTIncentiveFeeRate", revert: error)
    }
    self.offers = offers
    validatorOperator = commission.contract.operator
    vault = RewardVault(
      profile: profile, environment: environment, distributor: Self.distributor,
      rewardVaultManager: "owner")
    for (index, offer) in offers.enumerated() {
      let token = Self.token(index)
      let remaining = try offer.amountRemaining.word("amountRemaining")
      vault.whitelistedTokens.append(token)
      vault.incentives[token] = RewardVault.Incentive(
        minIncentiveRate: 1, incentiveRate: try offer.incentiveRate.word("incentiveRate"),
        amountRemaining: remaining, manager: "owner")
      vault.environment.incentiveTokens[token] = VaultEnvironment.IncentiveToken()
      vault.environment.incentiveTokens[token]?.vaultBalance = remaining
    }
  }

  mutating func pay(for emission: ExactInteger) throws(Fault) -> [IncentiveSplit] {
    let amount = try emission.word("emission")
    let receipt: Receipt
    do throws(Revert) {
      receipt = try vault.perform(
        .notifyRewardAmount(validator: Self.validator, amount, funded: .zero),
        by: Self.distributor, at: 0)
    } catch {
      throw .reverts(function: "RewardVault.notifyRewardAmount", revert: error)
    }
    return offers.enumerated().map { index, offer in
      let token = Self.token(index)
      func paid(to recipient: Address) -> ExactInteger {
        receipt.incentivePayments.filter { $0.token == token && $0.recipient == recipient }
          .reduce(0) { $0 + ExactInteger($1.amount) }
      }
      let left = ExactInteger(vault.incentives[token]?.amountRemaining ?? .zero)
      return IncentiveSplit(
        offer: offer, amount: offer.amountRemaining - left,
        fee: paid(to: vault.environment.feeCollector),
        validator: paid(to: validatorOperator),
        rest: paid(to: vault.environment.boosterDistributor), amountRemaining: left)
    }
  }

  private static func token(_ index: Int) -> Address { Address("token\(index)") }
}
