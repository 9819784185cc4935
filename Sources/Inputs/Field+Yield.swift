package import FixedPoint
package import Quantities
package import Faults

// Yields and shares as people write them: a fraction, or a number with a percent sign.

extension Field {
  /// A fraction (`0.5`) or a percentage (`50%`), both one half; not negative.
  ///
  /// - Parameters:
  ///   - what: what the number is, for the error.
  ///   - notes: where digits beyond the 18th decimal of the fraction are reported.
  /// - Returns: the fraction.
  /// - Throws: `Fault` for anything else, a minus sign by name.
  package func fraction(_ what: String, notes: inout InputNotes) throws(Fault) -> Wad {
    if isNegativeFraction { throw error(.outOfRange, expected: NumberForm.notNegative(what)) }
    guard text.hasSuffix("%") else {
      return try decimal(what, form: NumberForm.share(what), notes: &notes)
    }
    let number = Field(text: String(text.dropLast()), place: place)
    let percent: ExactRational
    do {
      percent = try number.exactDecimal(what)
    } catch {
      throw self.error(
        expected: "\(NumberForm.share(what)), of at most \(Self.maximumDecimals) decimals")
    }
    let exact = percent * .powerOfTen(-2)
    let fraction = exact.wad(rounding: .halfEven)
    if ExactRational(fraction) != exact {
      try notes.record(
        .excessDigits, at: place, found: "digits beyond the 18th decimal of the fraction",
        expected: "at most 16 decimals in a percentage",
        consequence: "rounded half to even to \(fraction.text())")
    }
    return fraction
  }

  /// A fraction or a percentage above zero.
  ///
  /// - Parameters:
  ///   - what: what the number is, for the error.
  ///   - notes: where digits beyond the 18th decimal of the fraction are reported.
  /// - Returns: the fraction.
  /// - Throws: `Fault`, negative numbers and zero by name.
  package func positiveFraction(
    _ what: String, notes: inout InputNotes
  ) throws(Fault) -> Wad {
    let isNegative = isNegativeFraction
    guard !isNegative, case let value = try fraction(what, notes: &notes), value.signum > 0 else {
      throw error(expected: NumberForm.share("\(what) above 0"))
    }
    return value
  }

  /// Whether the text is a number with a minus sign, or a percentage with one.
  private var isNegativeFraction: Bool {
    let number = text.hasSuffix("%") ? Field(text: String(text.dropLast()), place: place) : self
    return number.isNegativeNumber
  }

  /// The most decimals of a number that is kept as an exact fraction.
  package static let maximumDecimals = 100

  /// A decimal number that is not negative, with all its digits, up to ``maximumDecimals`` behind the
  /// point.
  ///
  /// - Parameter what: what the number is, for the error.
  /// - Returns: the exact number.
  /// - Throws: `Fault`.
  package func exactDecimal(_ what: String) throws(Fault) -> ExactRational {
    if isNegativeNumber { throw error(.outOfRange, expected: NumberForm.notNegative(what)) }
    return try signedExactDecimal(what)
  }

  /// The same of either sign.
  package func signedExactDecimal(_ what: String) throws(Fault) -> ExactRational {
    // The bounds of length and size are those of every other decimal.
    var unused = InputNotes(strict: false)
    _ = try signedDecimal(what, notes: &unused)
    guard (try? Wad.parse(text, rounding: .down)).map(Self.hasFewDecimals) ?? false,
      let exact = try? ExactRational(parsing: text)
    else { throw error(expected: "\(what), of at most \(Self.maximumDecimals) decimals") }
    return exact
  }

  private static func hasFewDecimals(_ parsed: (value: Wad, droppedDigits: Int)) -> Bool {
    parsed.droppedDigits <= maximumDecimals - Wad.fractionDigits
  }

  /// A share in whole basis points: `500`, or `5%`.
  ///
  /// - Parameter what: what the share is, for the error.
  /// - Returns: the share, at most 10_000.
  /// - Throws: `Fault`, a fraction such as `0.05` by name.
  package func basisPoints(_ what: String = "a share") throws(Fault) -> BasisPoints {
    let expected = "\(what) in basis points from 0 to 10000 (500), or in percent (5%)"
    guard text.hasSuffix("%") else {
      guard let points = try? BasisPoints(try integer(what, in: 0...10_000)) else {
        throw error(
          expected: expected,
          hint: text.contains(".") ? "write 5% or 500 for five percent" : nil)
      }
      return points
    }
    let number = Field(text: String(text.dropLast()), place: place)
    guard !text.hasPrefix("-"), let percent = try? number.exactDecimal(expected) else {
      throw error(expected: expected)
    }
    let exact = percent * ExactRational(100)
    guard exact.isInteger, let count = Int(exactly: exact.numerator),
      let points = try? BasisPoints(count)
    else { throw error(expected: expected) }
    return points
  }
}
