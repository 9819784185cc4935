import FixedPoint
import Quantities
import TestSupport
import Testing
import Yields

/// A derivation is true: each printed formula, evaluated with the printed inputs, gives the printed
/// value.
@Suite struct VaultDerivationTests {
  @Test func `every formula gives its value`() throws {
    var random = SeededGenerator(seed: 20_261_129)
    var (evaluated, ended) = (0, 0)
    for _ in 0..<400 {
      let report = try Self.report(&random)
      ended += report.isActive ? 0 : 1
      evaluated += try expectTrue(report.derivation)
    }
    #expect(evaluated > 400 * 5 && ended > 50)
  }

  @Test func `where nobody stakes the rewards are 0, and the steps say why`() throws {
    var vault = try VaultReportTests.documentation()
    vault.totalSupply = try TokenAmount(raw: 0, decimals: .eighteen)
    let report = try VaultReport(
      evaluating: vault, under: YieldConvention(time: try Timestamp(5)))
    let steps = report.derivation.steps.suffix(2)
    #expect(steps.map(\.formula) == ["0", "0"])
    #expect(steps.map(\.value) == ["0 tokens", "0"])
    #expect(steps.map(\.remark) == ["nobody stakes", "nobody stakes"])
  }

  /// The number of formulas that were evaluated.
  private func expectTrue(_ derivation: VaultDerivation) throws -> Int {
    var names: [String: ExactRational] = [:]
    for input in derivation.inputs {
      names[input.symbol] = try? ExactRational(parsing: input.raw)
    }
    var evaluated = 0
    for step in derivation.steps {
      let value = String(step.value.prefix { $0 != " " })
      if step.formula == "t < F" {
        let isActive = try names["F"].map { try #require(names["t"]) < $0 } ?? true
        let words = names["F"] == nil ? "assumed true" : "is \(isActive)"
        #expect(step.value.hasSuffix(words), "\(step)")
      } else if step.formula == "divided by 1e18" {
        let scaled = try #require(names["APR, scale 1e18"])
        #expect(try ExactRational(parsing: value) == scaled * .powerOfTen(-18), "\(step)")
      } else if step.formula.hasPrefix("0") {
        #expect(value == "0", "\(step)")
      } else {
        var formula = Formula(step.formula, names)
        let raw = try formula.evaluated()
        names[step.name] = raw
        // Amounts and money are printed in whole units, everything else as the integer it is.
        let isScaled = ["TVL in USD", "rewards per day", "rewards per year in USD"].contains(
          step.name)
        let printed = try ExactRational(parsing: value)
        #expect(printed == (isScaled ? raw * .powerOfTen(-18) : raw), "\(step)")
        evaluated += 1
      }
    }
    return evaluated
  }

  /// A vault that somebody stakes in, whose period runs, has ended or is not known.
  private static func report(_ random: inout SeededGenerator) throws -> VaultReport {
    func integer(below limit: ExactInteger) throws -> ExactInteger {
      try 1 + .random(below: limit, using: &random)
    }
    let decimals = try TokenDecimals([0, 6, 18, 24].randomElement(using: &random) ?? 18)
    let finish: UInt64? = [nil, 1_000, 2_000, 3_000].randomElement(using: &random) ?? nil
    let snapshot = VaultSnapshot(
      rewardRate: try RewardRate(raw: try integer(below: .powerOfTen(38))),
      periodFinish: try finish.map { try Timestamp($0) },
      totalSupply: try TokenAmount(raw: try integer(below: .powerOfTen(27)), decimals: decimals),
      rewardPrice: try Price(Wad(raw: try integer(below: .powerOfTen(21)))),
      stakePrice: try Price(Wad(raw: try integer(below: .powerOfTen(24)))))
    return try VaultReport(
      evaluating: snapshot,
      under: YieldConvention(
        time: try Timestamp(2_000), year: Bool.random(using: &random) ? .days365 : .days365And6Hours
      ))
  }
}

/// A printed formula: names and numbers such as `1e18`, `10^d`, `*`, `/` and `floor( )`.
private struct Formula {
  private var tokens: ArraySlice<Substring>
  private let names: [String: ExactRational]

  init(_ text: String, _ names: [String: ExactRational]) {
    tokens =
      text.replacing("(", with: " ( ").replacing(")", with: " ) ").replacing("^", with: " ^ ")
      .split(separator: " ")[...]
    self.names = names
  }

  mutating func evaluated() throws -> ExactRational {
    var value = try factor()
    while tokens.first == "*" || tokens.first == "/" {
      let sign = try next()
      let operand = try factor()
      value = sign == "*" ? value * operand : try value.divided(by: operand)
    }
    return value
  }

  private mutating func factor() throws -> ExactRational {
    let word = try next()
    if word == "floor" {
      try #require(try next() == "(")
      let inside = try evaluated()
      try #require(try next() == ")")
      return ExactRational(inside.integer(rounding: .down))
    }
    let value = try names[String(word)] ?? ExactRational(parsing: word)
    guard tokens.first == "^" else { return value }
    _ = try next()
    let exponent = try #require(Int(exactly: try factor().integer(rounding: .down)))
    return try value.power(exponent)
  }

  private mutating func next() throws -> Substring {
    let word = tokens.popFirst()
    return try #require(word)
  }
}
