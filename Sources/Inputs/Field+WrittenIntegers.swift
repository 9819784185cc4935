internal import FixedPoint
internal import Faults

// Integers as tools print them: cast, JavaScript, Solidity. All digits are there, so nothing is guessed.

extension Field {
  /// The integer of `123 [1.23e2]` (cast), `123n` (JavaScript), `1000e18` and, for amounts of 18
  /// decimals, `598.6 ether`; nil for any other text.
  ///
  /// - Parameters:
  ///   - what: what the integer is, for the error.
  ///   - decimals: how many decimals make it whole tokens, where that is known.
  /// - Returns: the integer.
  /// - Throws: a `Fault` where the two numbers that cast prints are not one.
  func writtenInteger(of what: String, decimals: Int?) throws(Fault) -> ExactInteger? {
    if let bracket = text.firstIndex(of: "["), text.hasSuffix("]") {
      return try bracketed(from: bracket, what)
    }
    if text.hasSuffix("n"), let value = Self.digits(text.dropLast()) { return value }
    if let value = tokens(of: " ether", decimals: decimals) { return value }
    return powerOfTen
  }

  /// `78077338549235265036291 [7.807e22]`: the digits, if what stands in brackets is them cut off or rounded.
  private func bracketed(
    from bracket: String.Index, _ what: String
  ) throws(Fault) -> ExactInteger {
    let short = text[text.index(after: bracket)...].dropLast()
    guard text[..<bracket].hasSuffix(" "), let value = Self.digits(text[..<bracket].dropLast()),
      let rounded = try? ExactRational(parsing: String(short)), !rounded.isNegative,
      let unit = Self.lastUnit(of: short),
      case let rest = ExactRational(value) - rounded, rest < unit,
      !rest.isNegative || (rest + rest).magnitude <= unit
    else {
      throw error(
        expected: "digits only, or digits and what cast rounds them to in brackets",
        hint: "leave out what stands in brackets")
    }
    return value
  }

  /// What one unit of the last digit of `7.807e22` is.
  private static func lastUnit(of text: Substring) -> ExactRational? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { "eE".contains($0) }
    let exponent = parts.count == 2 ? Int(parts[1]) : 0
    guard let exponent, (0...100).contains(exponent) else { return nil }
    let places = parts[0].split(separator: ".").dropFirst().first?.utf8.count ?? 0
    return places <= 100 ? .powerOfTen(exponent - places) : nil
  }

  /// Whole tokens with their unit; an amount of other decimals, or a rate, has no such unit.
  private func tokens(of unit: String, decimals: Int?) -> ExactInteger? {
    guard decimals == Wad.fractionDigits, text.hasSuffix(unit),
      let tokens = try? ExactRational(parsing: String(text.dropLast(unit.count))),
      !tokens.isNegative
    else { return nil }
    let units = tokens * .powerOfTen(Wad.fractionDigits)
    return units.isInteger ? units.numerator : nil
  }

  /// `1000e18`: digits, e, digits; a point or a sign is how rounded numbers are printed.
  private var powerOfTen: ExactInteger? {
    let parts = text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let value = Self.digits(parts[0]), Self.digits(parts[1]) != nil,
      let exponent = Int(parts[1]), exponent <= 78
    else { return nil }
    return (ExactRational(value) * .powerOfTen(exponent)).numerator
  }

  private static func digits(_ text: Substring) -> ExactInteger? {
    guard !text.isEmpty, text.utf8.allSatisfy(isDigit) else { return nil }
    return try? ExactInteger(parsing: String(text))
  }

  /// What to do about digits that are grouped.
  var separatorHint: String? {
    let marks: Set<Character> = ["_", ",", "'", " "]
    let digits = text.filter { !marks.contains($0) }
    guard digits.count < text.count, Self.digits(digits[...]) != nil else { return nil }
    return "write it without separators: \(digits)"
  }
}
