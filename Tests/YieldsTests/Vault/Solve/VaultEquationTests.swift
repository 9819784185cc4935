import FixedPoint
import Yields
import Quantities
import TestSupport
import Testing
import YieldKernels
@testable import Faults

/// The APR identity solved for each of its inputs.
///
///     against Python ── every unknown, every scale ── exact value, integer, both APRs
///     laws ── the exact value gives the target exactly
///          ├─ the integer gives at least the target
///          └─ the next integer gives less, unless the solution is an integer
///     no solution ── target 0 or below, another input 0, less than one unit
struct VaultEquationTests {
  @Test func `solutions are Python's`() throws {
    let vectors = try SolveVector.all()
    #expect(vectors.count > 600)
    for vector in vectors {
      guard let value = vector.value else {
        #expect(throws: Fault.self, "\(vector.place)") {
          try vector.equation.solve(for: vector.input, target: vector.target)
        }
        continue
      }
      let solution = try vector.equation.solve(for: vector.input, target: vector.target)
      #expect(solution.exact == vector.exact, "\(vector.place)")
      #expect(solution.raw == value, "\(vector.place)")
      #expect(solution.apr.wad == vector.apr, "\(vector.place)")
      #expect(solution.nextAPR?.wad == vector.nextAPR, "\(vector.place)")
    }
  }

  /// Solving and evaluating are inverse to each other; 10,000 random cases.
  @Test func `the solved input gives the target back`() throws {
    var random = SeededGenerator(seed: 20_261_123)
    for _ in 0..<(10_000 * TestScale.factor) {
      let equation = try Self.equation(&random)
      let input = SolvableInput.allCases.randomElement(using: &random) ?? .rewardRate
      let target = APR(Wad(raw: Self.integer(below: 22, &random) + 1))
      guard let solution = try? equation.solve(for: input, target: target) else {
        // Then a single unit misses the target: nothing on chain reaches it.
        let best = try #require(equation.apr(with: input, at: 1))
        #expect(!input.raisesAPR && best <= target)
        continue
      }
      // Exactly, for the rational: the identity is cross-multiplied with the unknown's value.
      #expect(try Self.identity(equation, input, solution.exact) == ExactRational(target.wad))
      // On the safe side and within one unit, for the integer.
      #expect(solution.apr >= target)
      let distance = (ExactRational(solution.raw) - solution.exact).magnitude
      #expect(distance < .one)
      #expect(solution.isExact == distance.isZero)
      let next = try #require(solution.nextRaw.isZero ? APR(.zero) : solution.nextAPR)
      #expect(next < target || solution.isExact)
    }
  }

  @Test func `a target of the present APR gives the present inputs or better`() throws {
    var random = SeededGenerator(seed: 20_261_124)
    var asked = 0
    for _ in 0..<500 {
      let equation = try Self.equation(&random)
      let vault = equation.snapshot
      guard let present = equation.apr(with: .rewardRate, at: vault.rewardRate.raw),
        present.wad.signum > 0
      else { continue }
      asked += 1
      #expect(
        try equation.solve(for: .rewardRate, target: present).raw <= vault.rewardRate.raw)
      #expect(
        try equation.solve(for: .totalSupply, target: present).raw >= vault.totalSupply.raw)
    }
    #expect(asked > 200)
  }

  @Test func `nothing has no solution`() throws {
    var random = SeededGenerator(seed: 1)
    var equation = try Self.equation(&random)
    for target in [Wad.zero, Wad(-1)] {
      #expect(throws: Fault.targetNotPositive(target: target.text())) {
        try equation.solve(for: .totalSupply, target: APR(target))
      }
    }
    var vault = equation.snapshot
    vault.rewardPrice = .zero
    equation = VaultEquation(snapshot: vault, year: .days365)
    #expect(throws: Fault.knownInputIsZero(name: "rewardPrice", unknown: "stakePrice")) {
      try equation.solve(for: .stakePrice, target: APR(.one))
    }
    #expect(throws: Never.self) { try equation.solve(for: .rewardPrice, target: APR(.one)) }
  }

  /// R * Y * Pr * 10^d * (10000 - c) / (10000 * 1e36 * S * Ps), written out here for itself.
  private static func identity(
    _ equation: VaultEquation, _ input: SolvableInput, _ value: ExactRational
  ) throws -> ExactRational {
    let vault = equation.snapshot
    var (rate, supply) = (ExactRational(vault.rewardRate.raw), ExactRational(vault.totalSupply.raw))
    var reward = ExactRational(vault.rewardPrice.wad.rawValue)
    var stake = ExactRational(vault.stakePrice.wad.rawValue)
    switch input {
    case .rewardRate, .targetRewardsPerSecond: rate = value
    case .totalSupply: supply = value
    case .rewardPrice: reward = value
    case .stakePrice: stake = value
    }
    let year = ExactRational(equation.year.seconds)
    let unit = ExactRational(ExactInteger.powerOfTen(vault.totalSupply.decimals.count))
    let kept = try ExactRational(ExactInteger(10_000 - equation.commission.value), 10_000)
    return try (rate * year * reward * unit * kept).divided(
      by: supply * stake * .powerOfTen(36))
  }

  private static func equation(_ random: inout SeededGenerator) throws -> VaultEquation {
    let decimals = try TokenDecimals([0, 6, 8, 18, 24, 77].randomElement(using: &random) ?? 18)
    let snapshot = VaultSnapshot(
      rewardRate: try RewardRate(raw: integer(below: 42, &random) + 1), periodFinish: nil,
      totalSupply: try TokenAmount(raw: integer(below: 30, &random) + 1, decimals: decimals),
      rewardPrice: try Price(Wad(raw: integer(below: 24, &random) + 1)),
      stakePrice: try Price(Wad(raw: integer(below: 24, &random) + 1)))
    let commission = try BasisPoints([0, 0, 500, 2000, 9999].randomElement(using: &random) ?? 0)
    return VaultEquation(
      snapshot: snapshot, year: Bool.random(using: &random) ? .days365 : .days365And6Hours,
      commission: commission)
  }

  /// A number of at most so many digits, every length alike.
  private static func integer(
    below digits: Int, _ random: inout SeededGenerator
  ) -> ExactInteger {
    let length = Int.random(in: 1...digits, using: &random)
    let text = (0..<length).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    return (try? ExactInteger(parsing: text)) ?? 0
  }
}
