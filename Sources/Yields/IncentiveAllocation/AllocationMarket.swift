public import Contracts
public import FixedPoint
public import Quantities
public import Faults

/// The vaults that a validator's emission can go to, and what their incentives pay for it over a
/// horizon.
///
/// For a weight w of 10000 of the emission M a vault gets e = M * w / 10000. An offer of rate r with A
/// base units left is empty at the emission C = A * 1e18 / r. Where e and the others' O are within C, the
/// offer pays r * e / 1e18, else r * C * e / (e + O) / 1e18: all drain it in proportion. Exact; a
/// contract rounds each payment down to a base unit.
public struct AllocationMarket: Hashable, Sendable {
  /// A vault and what it offers.
  public struct Vault: Hashable, Sendable {
    /// Which one.
    public let address: Address
    /// Its incentive tokens; one without a price cannot be counted and is not among them.
    public let offers: [IncentiveOffer]
    /// What other validators send to it per day, wei of the reward token.
    public let othersPerDay: ExactInteger

    /// A vault.
    ///
    /// - Parameters:
    ///   - address: which one.
    ///   - offers: its incentive tokens.
    ///   - othersPerDay: what other validators send to it per day, wei.
    /// - Throws: `Fault` for a negative amount.
    public init(
      address: Address, offers: [IncentiveOffer], othersPerDay: ExactInteger = 0
    ) throws(Fault) {
      try Fault.requireNotNegative(othersPerDay, "others")
      self.address = address
      self.offers = offers
      self.othersPerDay = othersPerDay
    }
  }

  /// The vaults, by address.
  public let vaults: [Vault]
  /// What the validator directs to vaults per day, wei of the reward token.
  public let emissionPerDay: ExactInteger
  /// The horizon.
  public let days: Int
  /// The most decimals of any token.
  private let decimals: Int

  /// A market.
  ///
  /// - Parameters:
  ///   - vaults: the vaults, each once.
  ///   - emissionPerDay: what the validator directs to vaults per day, wei.
  ///   - days: the horizon, at least 1.
  /// - Throws: `Fault` for a vault twice, a negative emission, and a horizon below 1.
  public init(vaults: [Vault], emissionPerDay: ExactInteger, days: Int) throws(Fault) {
    try Fault.requireNotNegative(emissionPerDay, "emissionPerDay")
    try Fault.requirePositive(ExactInteger(days), "days")
    self.vaults = vaults.sorted { $0.address < $1.address }
    self.emissionPerDay = emissionPerDay
    self.days = days
    decimals = vaults.flatMap(\.offers).map(\.decimals.count).max() ?? 0
    for (vault, next) in zip(self.vaults, self.vaults.dropFirst())
    where vault.address == next.address {
      throw .invalid(
        field: "vaults", found: "\(vault.address) twice", expected: "each vault once")
    }
  }

  /// What the validator directs over the horizon, wei.
  public var emission: ExactInteger { emissionPerDay * ExactInteger(days) }

  /// What a vault's incentives pay for a weight over the horizon: USD, exact.
  ///
  /// - Parameters:
  ///   - weight: the weight.
  ///   - address: the vault; one that is not in the market pays nothing that is known.
  /// - Returns: USD.
  public func usd(of weight: BasisPoints, to address: Address) -> ExactRational {
    guard let vault = vaults.first(where: { $0.address == address }) else { return .zero }
    return usd(curve(of: vault, basisPoints: 1).value(of: weight.value))
  }

  /// What one basis point more would pay at a vault: USD, exact.
  ///
  /// - Parameters:
  ///   - weight: the weight that the vault has, below 10000.
  ///   - address: the vault.
  /// - Returns: USD.
  public func marginalUSD(after weight: BasisPoints, to address: Address) -> ExactRational {
    guard let vault = vaults.first(where: { $0.address == address }) else { return .zero }
    return usd(curve(of: vault, basisPoints: 1).marginal(after: weight.value))
  }

  /// When all of a vault's offers that pay have run dry at a weight, the others' emission taken into
  /// account: days from now on, exact.
  ///
  /// - Parameters:
  ///   - weight: the weight.
  ///   - vault: the vault.
  /// - Returns: days; nil where one never runs dry, or none pays.
  public func emptyAfterDays(_ weight: BasisPoints, of vault: Vault) -> ExactRational? {
    let perDay =
      ExactRational(emissionPerDay) * weight.fraction + ExactRational(vault.othersPerDay)
    let paying = vault.offers.filter { !$0.incentiveRate.isZero && !$0.amountRemaining.isZero }
    guard !perDay.isZero, !paying.isEmpty else { return nil }
    return paying.map {
      ExactRational($0.amountRemaining * Wad.scale, overNonZero: $0.incentiveRate)
        .divided(byNonZero: perDay)
    }.max()
  }
}

extension AllocationMarket {
  func curve(of vault: Vault, basisPoints: Int) -> IncentiveCurve {
    IncentiveCurve(
      vault.offers, emission: emission,
      others: vault.othersPerDay * ExactInteger(days), basisPoints: basisPoints,
      decimals: decimals)
  }

  func usd(_ value: UnreducedFraction) -> ExactRational {
    ExactRational(
      value.numerator,
      overNonZero: value.denominator * IncentiveCurve.scale(decimals: decimals))
  }
}
