import FixedPoint
import Foundation
import Testing

@Suite struct WadTests {
  @Test func `conversion scales, reinterpretation does not`() {
    #expect(Wad(10).text() == "10")
    #expect(Wad(raw: 10).text() == "0.00000000000000001")
    #expect(Wad.one.rawValue == 1_000_000_000_000_000_000)
    #expect(Wad(-3) == -Wad(3))
    #expect(Wad(ExactInteger.powerOfTen(30)).text() == "1" + String(repeating: "0", count: 30))
  }

  @Test func `fixed digits and percent`() throws {
    let apr = try Wad(parsing: "0.500204779481316715")
    #expect(apr.percentText(fractionDigits: 4, rounding: .halfEven) == "50.0205%")
    #expect(apr.percentText(fractionDigits: 0, rounding: .down) == "50%")
    #expect(apr.percentText(fractionDigits: 18, rounding: .down) == "50.020477948131671500%")
    #expect(apr.text(fractionDigits: 2, rounding: .up) == "0.51")
    #expect(apr.text(fractionDigits: 20, rounding: .up) == "0.50020477948131671500")
    // A rounded zero has no sign; a rounded negative number keeps it.
    #expect(Wad(raw: -1).text(fractionDigits: 2, rounding: .towardZero) == "0.00")
    #expect(Wad(raw: -1).text(fractionDigits: 2, rounding: .down) == "-0.01")
    #expect(Wad.zero.text(fractionDigits: 3, rounding: .down) == "0.000")
    #expect(Wad.zero.percentText(fractionDigits: 2, rounding: .down) == "0.00%")
  }

  @Test func `dropped digits are counted behind the 18th, trailing zeros left out`() throws {
    let rows: [(String, String, Int)] = [
      ("0.1234567890123456785", "0.123456789012345678", 1),
      ("0.1234567890123456775", "0.123456789012345678", 1),
      ("0.12345678901234567850", "0.123456789012345678", 1),
      ("0.123456789012345678501", "0.123456789012345679", 3),
      ("1.0000000000000000000", "1", 0), ("1e-19", "0", 1), ("5e-19", "0", 1), ("0e-400", "0", 0),
    ]
    for (text, expected, dropped) in rows {
      let (value, count) = try Wad.parse(text, rounding: .halfEven)
      #expect(value.text() == expected && count == dropped, "\(text)")
    }
    #expect(try Wad.parse("1e-1000000", rounding: .up).value == Wad(raw: 1))
    #expect(try Wad.parse("-1e-1000000", rounding: .up).value == .zero)
  }

  @Test func `sums in place equal sums`() throws {
    var random = RandomIntegers(seed: 31)
    for _ in 0..<300 {
      let (a, b) = (Wad(raw: random.next()), Wad(raw: random.nextNotZero()))
      var sum = a
      sum += b
      #expect(sum == a + b)
      sum -= a
      #expect(sum == b)
      sum -= b
      #expect(sum.isZero)
    }
  }

  @Test func `powers far below one unit and near one`() throws {
    let half = try Wad(parsing: "0.5")
    #expect(try half.power(1_000_000_000, rounding: .halfEven) == .zero)
    #expect(try half.power(1_000_000_000, rounding: .up) == Wad(raw: 1))
    #expect(try (-half).power(1_000_000_001, rounding: .down) == Wad(raw: -1))
    #expect(try Wad(2).power(-1_000_000_000, rounding: .up) == Wad(raw: 1))
    #expect(try Wad(-1).power(.max, rounding: .down) == Wad(-1))
    #expect(try Wad(-1).power(.min, rounding: .down) == Wad.one)
    #expect(try Wad.zero.power(0, rounding: .down) == Wad.one)
    #expect(try Wad(10).power(-18, rounding: .down) == Wad(raw: 1))
    #expect(try half.power(18, rounding: .down).text() == "0.000003814697265625")
  }

  @Test func `long integer powers agree with exact fractions`() throws {
    for (base, exponent) in [("1.000001", 4000), ("0.97", 1000), ("-1.5", 201), ("3", -70)] {
      let x = try Wad(parsing: base)
      let exact = try ExactRational(x).power(exponent)
      for rule in RoundingRule.allCases {
        #expect(
          try x.power(exponent, rounding: rule) == exact.wad(rounding: rule),
          "\(base) ^ \(exponent) \(rule)")
      }
    }
  }

  @Test func `strings in any coder`() throws {
    let values = [Wad.zero, try Wad(parsing: "-7.8"), Wad(ExactInteger.powerOfTen(80))]
    let data = try JSONEncoder().encode(values)
    #expect(try JSONDecoder().decode([Wad].self, from: data) == values)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Wad].self, from: Data(#"["1e-19"]"#.utf8))
    }
  }
}
