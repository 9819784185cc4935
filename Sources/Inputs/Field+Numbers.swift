package import FixedPoint
package import Quantities
package import Faults

// Text to exact numbers. Each reader names what it expects, and the usual mistakes by name.

extension Field {
  /// A raw on-chain integer: decimal or 0x-hexadecimal digits, from 0 to what a `uint256` holds.
  ///
  /// - Parameters:
  ///   - what: what the integer is, for the error.
  ///   - decimals: how many decimals make it whole tokens, or a rate of them, for the hint.
  /// - Returns: the integer.
  /// - Throws: `Fault` for anything else, scientific notation and fractions by name.
  package func rawInteger(_ what: String, decimals: Int? = nil) throws(Fault) -> ExactInteger {
    let raw = try wholeNumber(what, decimals: decimals)
    guard raw <= InputBounds.largestWord else {
      throw error(.outOfRange, expected: "\(what), \(InputBounds.word)")
    }
    return raw
  }

  /// A whole number that is not negative, of any width.
  ///
  /// - Parameters:
  ///   - what: what the integer is, for the error.
  ///   - decimals: how many decimals make it whole tokens, or a rate of them, for the hint.
  ///   - expected: what to say in place of `what` and the form of whole numbers.
  /// - Returns: the integer; the caller knows its bound.
  /// - Throws: `Fault` for anything else, scientific notation and fractions by name.
  package func wholeNumber(
    _ what: String, decimals: Int? = nil, expected: String? = nil
  ) throws(Fault) -> ExactInteger {
    let notNegative = expected ?? NumberForm.notNegative(what)
    let expected = expected ?? NumberForm.wholeNumber(what)
    try refuseUnusable(expected: expected)
    // Before the value is looked at: -0 and -0x0 are no integers of a contract either.
    if isNegativeNumber { throw error(.outOfRange, expected: notNegative) }
    let isHexadecimal = text.hasPrefix("0x") || text.hasPrefix("0X")
    if !isHexadecimal, !hasDigitsAlone {
      if let written = try writtenInteger(of: what, decimals: decimals) { return written }
      if looksScientific {
        throw error(
          expected: "all digits of \(what)", found: "\(quoted), in scientific notation",
          hint: "spreadsheets and JavaScript write large integers this way and lose digits: format "
            + "cells as text; without a point and a plus, as 1000e18, it is taken")
      }
      if let fraction { throw fractionError(fraction, expected: expected, decimals: decimals) }
    }
    guard let value = try? ExactInteger(parsing: text) else {
      throw error(expected: expected, hint: separatorHint)
    }
    return value
  }

  /// A decimal number that is not negative: `7.8`, `1e-5`; exact to 18 decimals.
  ///
  /// - Parameters:
  ///   - what: what the number is, for the error.
  ///   - notes: where digits beyond the 18th decimal, rounded half to even, are reported.
  /// - Returns: the number.
  /// - Throws: `Fault`.
  package func decimal(_ what: String, notes: inout InputNotes) throws(Fault) -> Wad {
    try decimal(what, form: NumberForm.decimal(what), notes: &notes)
  }

  /// The same where examples of its own show how the number is written.
  func decimal(
    _ what: String, form: String, notes: inout InputNotes
  ) throws(Fault) -> Wad {
    // Before it is rounded: -1e-30 would be 0.
    if isNegativeNumber { throw error(.outOfRange, expected: NumberForm.notNegative(what)) }
    return try signedDecimal(what, form: form, notes: &notes)
  }

  /// A decimal number of either sign, exact to 18 decimals.
  ///
  /// - Parameters:
  ///   - what: what the number is, for the error.
  ///   - form: how it is written, where not as every decimal number.
  ///   - notes: where digits beyond the 18th decimal, rounded half to even, are reported.
  /// - Returns: the number.
  /// - Throws: `Fault`.
  func signedDecimal(
    _ what: String, form: String? = nil, notes: inout InputNotes
  ) throws(Fault) -> Wad {
    let expected = form ?? NumberForm.decimal(what)
    try refuseUnusable(expected: expected)
    guard !isHuge else { throw error(.outOfRange, expected: "\(what) \(InputBounds.decimal)") }
    let parsed: (value: Wad, droppedDigits: Int)
    do {
      parsed = try Wad.parse(text, rounding: .halfEven)
    } catch {
      throw self.error(expected: expected)
    }
    guard parsed.value.magnitude < InputBounds.decimalLimit else {
      throw error(.outOfRange, expected: "\(what) \(InputBounds.decimal)")
    }
    if parsed.droppedDigits > 0 {
      let digits = parsed.droppedDigits == 1 ? "1 digit" : "\(parsed.droppedDigits) digits"
      try notes.record(
        .excessDigits, at: place, found: "\(digits) beyond the 18th decimal",
        expected: "at most 18 decimals",
        consequence: "rounded half to even to \(parsed.value.text())")
    }
    return parsed.value
  }

  /// A whole number in a range.
  ///
  /// - Parameters:
  ///   - what: what the number is, for the error.
  ///   - range: the numbers taken.
  /// - Returns: the number.
  /// - Throws: `Fault`.
  package func integer(_ what: String, in range: ClosedRange<Int>) throws(Fault) -> Int {
    let end = range.upperBound == .max ? "on" : "to \(range.upperBound)"
    let expected = "\(what) from \(range.lowerBound) \(end)"
    try refuseUnusable(expected: expected)
    guard range.lowerBound < 0 || !text.hasPrefix("-"),
      let integer = try? ExactInteger(parsing: text), let value = Int(exactly: integer),
      range.contains(value)
    else { throw error(expected: expected) }
    return value
  }

  /// The decimals of a token: 0 to 255.
  ///
  /// - Returns: the decimals.
  /// - Throws: `Fault`.
  package func tokenDecimals() throws(Fault) -> TokenDecimals {
    let count = try integer("the decimals of a token", in: 0...255)
    do {
      return try TokenDecimals(count)
    } catch {
      throw self.error(expected: "the decimals of a token from 0 to 255")
    }
  }

  private func refuseUnusable(expected: String) throws(Fault) {
    guard !text.isEmpty else { throw error(expected: expected, found: "an empty value") }
    guard text.utf8.count <= Self.maximumLength else {
      throw error(
        expected: "\(expected) of at most \(Self.maximumLength) characters",
        found: "\(text.utf8.count) characters")
    }
  }

  /// The usual form of an integer and of a time, of which no other form needs to be tried.
  var hasDigitsAlone: Bool { text.utf8.allSatisfy(Self.isDigit) }

  /// Whether the text is a number with a minus sign, in whatever form; it may be a zero.
  var isNegativeNumber: Bool {
    guard text.hasPrefix("-"), text.utf8.count <= Self.maximumLength else { return false }
    return (try? ExactRational(parsing: text)) != nil || (try? ExactInteger(parsing: text)) != nil
  }

  /// The number, where its text has a decimal point.
  private var fraction: ExactRational? {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return nil }
    return try? ExactRational(parsing: text)
  }

  /// A fraction where a whole number belongs, with the integer that was probably meant.
  private func fractionError(
    _ value: ExactRational, expected: String, decimals: Int?
  ) -> Fault {
    let scaled = decimals.map { value * .powerOfTen($0) }
    let meant = scaled.flatMap { scaled in
      scaled.isInteger && scaled.numerator.signum > 0 ? scaled.numerator.description : nil
    }
    return error(
      expected: expected, found: "\(quoted), a number with a fraction",
      hint: meant.map { meant in
        decimals == 36
          ? "\(text) at scale 1e36 is \(meant)"
          : "\(text) tokens of \(decimals ?? 18) decimals are \(meant) base units"
      })
  }

  /// Whether an exponent makes a number far too large of any digits but zeros, which is known without
  /// them; the number itself would have up to a million.
  private var isHuge: Bool {
    let parts = text.utf8.split(
      maxSplits: 1, whereSeparator: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") })
    guard parts.count == 2, let exponent = Int(Substring(parts[1])) else { return false }
    return exponent > 2 * Self.maximumLength
      && parts[0].contains(where: Self.isDigitAboveZero)
  }

  /// Digits, an exponent mark and an exponent, as `2.72e+35`.
  private var looksScientific: Bool {
    let parts = text.utf8.split(
      maxSplits: 1, omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") })
    guard parts.count == 2 else { return false }
    let mantissa = parts[0].drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let exponent = parts[1].drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    return !mantissa.isEmpty && !exponent.isEmpty && exponent.allSatisfy(Self.isDigit)
      && mantissa.allSatisfy { Self.isDigit($0) || $0 == UInt8(ascii: ".") }
  }

  private static func isDigitAboveZero(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "0") && isDigit(byte)
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
