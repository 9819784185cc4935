internal import Contracts
public import FixedPoint
public import Quantities

/// How a vault's APR answers to each of its inputs, exactly.
///
/// The APR is a product of powers of its inputs, so its elasticities are whole numbers: 1 for what
/// stands above the line, -1 for what stands below. What a finite change does is another question,
/// and answered by the identity itself: one percent more stake takes 0.990... % off the APR, not 1 %.
public struct VaultSensitivity: Hashable, Sendable {
  /// One input.
  public struct Row: Hashable, Sendable {
    /// The input.
    public let input: SolvableInput
    /// Its present value at its on-chain scale.
    public let raw: ExactInteger
    /// d ln APR / d ln input: 1 or -1, exact.
    public let elasticity: Int
    /// d ln APY / d ln input of the APY compounded daily, rounded half to even to 18 decimals; nil
    /// without an APR above 0 that an APY is stated for.
    public let apyElasticity: Wad?
    /// The exact APR after the input rises by one percent.
    public let aprAfterRise: ExactRational
    /// The exact APR after the input falls by one percent.
    public let aprAfterFall: ExactRational
    /// What one unit is: a token per day, a stake token, a dollar.
    public let unit: String
    /// The exact change of the APR when the input rises by that unit.
    public let unitEffect: ExactRational
    /// The exact change of the APR when the input rises by the smallest on-chain step.
    public let stepEffect: ExactRational
  }

  /// The APR that the effects start from: exact, as if the period ran, before commission.
  public let apr: ExactRational
  /// The inputs, in the order of the formula.
  public let rows: [Row]

  /// The inputs that the APR answers to, in the order of the formula.
  public static let inputs: [SolvableInput] = [
    .rewardRate, .rewardPrice, .totalSupply, .stakePrice,
  ]

  /// The sensitivities of a vault; nil where no APR above 0 exists to be sensitive.
  ///
  /// - Parameters:
  ///   - snapshot: the vault.
  ///   - year: how long a year is.
  public init?(of snapshot: VaultSnapshot, year: YearLength) {
    let equation = VaultEquation(snapshot: snapshot, year: year)
    guard let apr = equation.exactAPR, !apr.isZero else { return nil }
    self.apr = apr
    let compounded = Self.apyElasticity(of: apr.wad(rounding: .down))
    rows = Self.inputs.map { input in
      Self.row(input, of: snapshot, apr: apr, apyElasticity: compounded)
    }
  }

  private static func row(
    _ input: SolvableInput, of snapshot: VaultSnapshot, apr: ExactRational, apyElasticity: Wad?
  ) -> Row {
    let raw: ExactInteger
    let unit: (name: String, size: ExactRational)
    switch input {
    case .rewardRate, .targetRewardsPerSecond:
      raw = snapshot.rewardRate.raw
      let day = ExactRational(ProtocolProfile.secondsPerDay)
      unit = ("1 token per day", ExactRational(RewardRate.scale).divided(byNonZero: day))
    case .totalSupply:
      raw = snapshot.totalSupply.raw
      unit = ("1 stake token", ExactRational(snapshot.totalSupply.decimals.unitsPerToken))
    case .rewardPrice:
      raw = snapshot.rewardPrice.wad.rawValue
      unit = ("1 USD", ExactRational(Wad.scale))
    case .stakePrice:
      raw = snapshot.stakePrice.wad.rawValue
      unit = ("1 USD", ExactRational(Wad.scale))
    }
    let value = ExactRational(raw)
    func after(_ change: ExactRational) -> ExactRational {
      // Each input of an APR above 0 is above 0 itself.
      let changed = (value + change).divided(byNonZero: value)
      return input.raisesAPR ? apr * changed : apr.divided(byNonZero: changed)
    }
    let percent = value * .powerOfTen(-2)
    return Row(
      input: input, raw: raw, elasticity: input.raisesAPR ? 1 : -1,
      apyElasticity: input.raisesAPR ? apyElasticity : apyElasticity.map { -$0 },
      aprAfterRise: after(percent), aprAfterFall: after(-percent), unit: unit.name,
      unitEffect: after(unit.size) - apr, stepEffect: after(.one) - apr)
  }

  /// d ln y / d ln r of y = (1 + r/n)^n - 1 with n = 365: `r (1 + r/n)^(n-1) / y`.
  ///
  /// With r = a / 1e18, A = n 1e18 + a and B = n 1e18 this is `a B A^(n-1) / (1e18 (A^n - B^n))`, one
  /// exact fraction, divided once.
  private static func apyElasticity(of apr: Wad) -> Wad? {
    guard apr.signum > 0, Compounding.isStated(apr: apr) else { return nil }
    let periods = 365
    let base = ExactInteger(periods) * Wad.scale
    let grown = base + apr.rawValue
    guard let power = try? grown.power(periods - 1), let unit = try? base.power(periods) else {
      preconditionFailure("365 factors of 90 bits are no power too large")
    }
    return Wad(
      raw: (apr.rawValue * base * power).divided(
        byNonZero: power * grown - unit, rounding: .halfEven))
  }

}
