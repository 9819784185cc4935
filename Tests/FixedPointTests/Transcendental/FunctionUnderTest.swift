import FixedPoint
import TestSupport
import Testing

/// A correctly rounded function of one number, with a source of random arguments.
struct FunctionUnderTest: Sendable, CustomTestStringConvertible {
  let name: String
  let isIncreasing: Bool
  /// The only argument with an exact result, where there is only one.
  let exactArgument: Wad?
  let argument: @Sendable (inout SeededGenerator) -> Wad
  let apply: @Sendable (Wad, RoundingRule) throws -> Wad

  var testDescription: String { name }

  static let all: [FunctionUnderTest] =
    [
      FunctionUnderTest(name: "exp", exactAt: .zero, argument: { signed(&$0, digits: 20) }) {
        try $0.exp(rounding: $1)
      },
      FunctionUnderTest(name: "expm1", exactAt: .zero, argument: { signed(&$0, digits: 20) }) {
        try $0.expm1(rounding: $1)
      },
      FunctionUnderTest(name: "ln", exactAt: .one, argument: { positive(&$0, digits: 40) }) {
        try $0.ln(rounding: $1)
      },
      FunctionUnderTest(
        name: "log1p", exactAt: .zero,
        argument: { positive(&$0, digits: 25) - Wad(raw: 999_999_999_999_999_999) }
      ) { try $0.log1p(rounding: $1) },
      FunctionUnderTest(name: "log2", argument: { positive(&$0, digits: 40) }) {
        try $0.log2(rounding: $1)
      },
      FunctionUnderTest(name: "log10", argument: { positive(&$0, digits: 40) }) {
        try $0.log10(rounding: $1)
      },
    ] + powers + rates

  private static let powers: [FunctionUnderTest] = ["0.3", "7.25", "-1.7", "12", "-3"].map { text in
    FunctionUnderTest(
      name: "pow(x, \(text))", isIncreasing: !text.hasPrefix("-"),
      argument: { positive(&$0, digits: 24) }
    ) { try $0.pow(Wad(parsing: text), rounding: $1) }
  }

  private static let rates: [FunctionUnderTest] = [2, 12, 365, 8760, 31_536_000].flatMap { n in
    [
      FunctionUnderTest(
        name: "apy(r, \(n))", argument: { positive(&$0, digits: 20) - Wad(raw: Wad.scale - 1) }
      ) { try Compounding(periodsPerYear: n).apy(fromAPR: $0, rounding: $1) },
      FunctionUnderTest(
        name: "apy(r, \(n)) of a fraction",
        argument: { positive(&$0, digits: 20) - Wad(raw: Wad.scale - 1) }
      ) { try Compounding(periodsPerYear: n).apy(fromAPR: ExactRational($0), rounding: $1) },
      FunctionUnderTest(
        name: "apr(y, \(n))", argument: { positive(&$0, digits: 22) - Wad(raw: Wad.scale - 1) }
      ) { try Compounding(periodsPerYear: n).apr(fromAPY: $0, rounding: $1) },
    ]
  }

  init(
    name: String, isIncreasing: Bool = true, exactAt exactArgument: Wad? = nil,
    argument: @escaping @Sendable (inout SeededGenerator) -> Wad,
    apply: @escaping @Sendable (Wad, RoundingRule) throws -> Wad
  ) {
    self.name = name
    self.isIncreasing = isIncreasing
    self.exactArgument = exactArgument
    self.argument = argument
    self.apply = apply
  }

  /// A positive number with up to `digits` digits, each count equally likely.
  static func positive(_ random: inout SeededGenerator, digits: Int) -> Wad {
    let count = Int.random(in: 1...digits, using: &random)
    let bound = ExactInteger.powerOfTen(count)
    let wide = (0..<(count / 19 + 2)).reduce(ExactInteger.zero) { sum, _ in
      sum.shiftedLeft(by: 64) + ExactInteger(random.next())
    }
    let raw = (try? wide.quotientAndRemainder(dividingBy: bound).remainder) ?? .one
    return Wad(raw: raw + 1)
  }

  /// A number of either sign with up to `digits` digits.
  static func signed(_ random: inout SeededGenerator, digits: Int) -> Wad {
    let size = positive(&random, digits: digits)
    return Bool.random(using: &random) ? -size : size
  }
}
