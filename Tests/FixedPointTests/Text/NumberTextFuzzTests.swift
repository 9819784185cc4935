import FixedPoint
import TestSupport
import Testing

/// A million mutated numbers: no trap, and the same verdict and value as the model's.
@Suite struct NumberTextFuzzTests {
  static let inputsPerSeed = 125_000

  @Test(arguments: 1...8)
  func `a million mutated numbers are read like the model reads them`(seed: UInt64) throws {
    var mutator = NumberTextMutator(seed: seed)
    var accepted = 0
    for _ in 0..<Self.inputsPerSeed {
      let text = mutator.next()
      let decimal = Self.readDecimal(text)
      if decimal != NumberTextModel.decimal(text) { Issue.record("as decimal: \(text)") }
      let integer = Self.readInteger(text)
      if integer != NumberTextModel.integer(text) { Issue.record("as integer: \(text)") }
      if case .value(let canonical) = decimal {
        accepted += 1
        // Accepted text prints in a canonical form that reads back to itself.
        if Self.readDecimal(canonical) != decimal { Issue.record("unstable: \(text)") }
      }
    }
    // The mutations are mild enough to reach the arithmetic, and wild enough to be refused.
    #expect(accepted > Self.inputsPerSeed / 10 && accepted < Self.inputsPerSeed * 9 / 10)
  }

  private static func readDecimal(_ text: [UInt8]) -> NumberTextModel.Verdict? {
    do throws(ArithmeticError) {
      var canonical: [UInt8] = []
      try Wad(parsingUTF8: text.span).appendText(to: &canonical)
      return .value(canonical)
    } catch {
      switch error {
      case .malformedDecimal: return .malformed
      case .exponentOutOfRange: return .exponentOutOfRange
      case .tooManyDecimals(_, let decimals, _): return .tooManyDecimals(decimals)
      default: return nil
      }
    }
  }

  private static func readInteger(_ text: [UInt8]) -> NumberTextModel.Verdict? {
    do throws(ArithmeticError) {
      let value = try ExactInteger(parsingUTF8: text.span)
      if text.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }) {
        return .value(Array(value.hexadecimal().utf8))
      }
      var canonical: [UInt8] = []
      value.appendText(to: &canonical)
      return .value(canonical)
    } catch {
      guard case .malformedInteger = error else { return nil }
      return .malformed
    }
  }
}

/// Numbers with zero to three bytes changed, put in, taken out or doubled.
struct NumberTextMutator {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private static let templates: [[UInt8]] = [
    "7.8", "-0.5", "0", "-0", "1e-5", "1E+3", "12", "007.50", "0.000000000000000001",
    "18446744073709551616", "-340282366920938463463374607431768211456", "0x1f", "-0XfFfF",
    "115792089237316195423570985008687907853269984665640564039457584007913129639936",
    "123456789012345678901234567890.123456789012345678", "100000000000000000000e-20",
    "0x10000000000000000000000000000000000000000000000000000000000000000", "1.5e30",
    "1e99999999999",
    "0.00000000000000000000000000000000000000000000000000000000000001e60", "NaN", "-inf", "+1",
    "99999999999999999999999999999999999999999999999999999999999999999999999999999999.5",
  ].map { Array($0.utf8) }

  private static let alphabet = Array("0123456789012345678900.-+eExXabcfF_, \n\u{0}\u{e9}".utf8)

  mutating func next() -> [UInt8] {
    var text = Self.templates[below(Self.templates.count)]
    for _ in 0..<below(4) { mutate(&text) }
    return text
  }

  private mutating func mutate(_ text: inout [UInt8]) {
    let byte = Self.alphabet[below(Self.alphabet.count)]
    let place = below(text.count + 1)
    switch below(5) {
    case 0 where place < text.count: text[place] = byte
    case 1 where place < text.count: text.remove(at: place)
    case 2: text.insert(UInt8(truncatingIfNeeded: generator.next()), at: place)
    case 3 where text.count < 100: text.insert(contentsOf: text[..<place], at: place)
    default: text.insert(byte, at: place)
    }
  }

  private mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: generator.next() >> 33) % bound
  }
}
