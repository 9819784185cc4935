public import FixedPoint
public import Quantities
internal import YieldKernels
public import Faults

/// The APR identity of a vault with one of its inputs unknown, solved in closed form.
///
/// With every known input in place the identity is `APR = k * x` for an input that raises the APR
/// and `APR = k / x` for one that lowers it, where k is the identity itself at x = 1. So `x = APR / k`
/// or `x = k / APR`: an exact fraction, no iteration. Whether the period still runs plays no part:
/// the question is what the inputs would have to be while it runs.
public struct VaultEquation: Hashable, Sendable {
  /// The inputs; that of the unknown is not read.
  public let snapshot: VaultSnapshot
  /// How long a year is.
  public let year: YearLength
  /// What is taken from the yield before the stakers get it; the target is what is left.
  public let commission: BasisPoints

  /// Puts an equation together.
  public init(snapshot: VaultSnapshot, year: YearLength, commission: BasisPoints = .zero) {
    self.snapshot = snapshot
    self.year = year
    self.commission = commission
  }

  /// The vault with a value in the place of the unknown.
  ///
  /// - Parameters:
  ///   - input: the unknown.
  ///   - raw: its value, at its on-chain scale, not negative; prices at 1e18.
  /// - Returns: the vault.
  public func snapshot(with input: SolvableInput, at raw: ExactInteger) -> VaultSnapshot {
    var vault = snapshot
    switch input {
    case .rewardRate, .targetRewardsPerSecond:
      vault.rewardRate = RewardRate(unchecked: raw)
    case .totalSupply:
      vault.totalSupply = TokenAmount(unchecked: raw, decimals: vault.totalSupply.decimals)
    case .rewardPrice: vault.rewardPrice = Price(unchecked: Wad(raw: raw))
    case .stakePrice: vault.stakePrice = Price(unchecked: Wad(raw: raw))
    }
    return vault
  }

  /// The APR that a value of the unknown really gives, by the kernel that every report uses.
  ///
  /// - Parameters:
  ///   - input: the unknown.
  ///   - raw: its value, at its on-chain scale, not negative.
  /// - Returns: the APR rounded down to 18 decimals, or nil where the stake or its price is zero.
  public func apr(with input: SolvableInput, at raw: ExactInteger) -> APR? {
    let vault = snapshot(with: input, at: raw)
    return RewardVaultAPR.valueIfAny(
      rewardRate: vault.rewardRate.raw, rewardPrice: vault.rewardPrice.wad,
      totalSupply: vault.totalSupply.raw, stakePrice: vault.stakePrice.wad, factor: factor
    ).map(APR.init(_:))
  }

  /// The exact APR as a fraction, before its rounding, or nil where the stake or its price is zero.
  public var exactAPR: ExactRational? { Self.exactAPR(of: snapshot, factor) }

  /// The value of an input that gives a target APR.
  ///
  /// - Parameters:
  ///   - input: the unknown.
  ///   - target: the APR to reach, as a fraction; net of the commission.
  /// - Returns: the exact value, and the nearest on-chain value that reaches the target.
  /// - Throws: `Fault`.
  public func solve(
    for input: SolvableInput, target: APR
  ) throws(Fault) -> VaultSolution {
    let exact = try exactValue(of: input, target: ExactRational(target.wad))
    let raw = exact.integer(rounding: input.safeSide)
    guard raw > 0, let apr = apr(with: input, at: raw) else {
      throw .belowOneUnit(unknown: input.rawValue, exact: exact.shortText())
    }
    let next = input.raisesAPR ? raw - 1 : raw + 1
    return VaultSolution(
      input: input, target: target, exact: exact, raw: raw, apr: apr, nextRaw: next,
      nextAPR: self.apr(with: input, at: next), snapshot: snapshot(with: input, at: raw))
  }

  /// The exact solution at the input's on-chain scale.
  func exactValue(
    of input: SolvableInput, target: ExactRational
  ) throws(Fault) -> ExactRational {
    let stated = APR(target.wad(rounding: .down)).description
    guard target > .zero else { throw .targetNotPositive(target: stated) }
    try refuseZeros(besides: input)
    let atOne = snapshot(with: input, at: 1)
    guard let k = Self.exactAPR(of: atOne, factor), !k.isZero else {
      // Only a commission of the whole is left to make the yield vanish.
      throw .aboveGrossYield(target: stated, gross: "0")
    }
    return input.raisesAPR ? target.divided(byNonZero: k) : k.divided(byNonZero: target)
  }

  private var factor: AnnualFactor {
    AnnualFactor(
      secondsPerYear: year.seconds,
      stakeDecimals: UInt8(truncatingIfNeeded: snapshot.totalSupply.decimals.count),
      commissionBasisPoints: UInt16(truncatingIfNeeded: commission.value))
  }

  private static func exactAPR(of vault: VaultSnapshot, _ factor: AnnualFactor) -> ExactRational? {
    let exact = RewardVaultAPR.fraction(
      rewardRate: vault.rewardRate.raw, rewardPrice: vault.rewardPrice.wad,
      totalSupply: vault.totalSupply.raw, stakePrice: vault.stakePrice.wad, factor: factor)
    return exact.denominator.isZero
      ? nil : ExactRational(exact.numerator, overNonZero: exact.denominator * Wad.scale)
  }

  private func refuseZeros(besides input: SolvableInput) throws(Fault) {
    let known: [(SolvableInput, ExactInteger)] = [
      (.rewardRate, snapshot.rewardRate.raw), (.totalSupply, snapshot.totalSupply.raw),
      (.rewardPrice, snapshot.rewardPrice.wad.rawValue),
      (.stakePrice, snapshot.stakePrice.wad.rawValue),
    ]
    let unknown: SolvableInput = input == .targetRewardsPerSecond ? .rewardRate : input
    if let zero = known.first(where: { $0.0 != unknown && $0.1.isZero }) {
      throw .knownInputIsZero(name: zero.0.rawValue, unknown: input.rawValue)
    }
  }
}
