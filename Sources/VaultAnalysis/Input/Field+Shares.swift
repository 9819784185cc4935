package import FixedPoint
package import Quantities

// Shares, yields and other numbers with a range.

extension Field {
  /// Basis points, 0 to 10_000.
  ///
  /// - Returns: the share.
  /// - Throws: ``InputError``, a percentage or fraction by name.
  package func basisPoints() throws(InputError) -> BasisPoints {
    let expected = "basis points from 0 to 10000 (500 is 5 %)"
    if text.utf8.contains(UInt8(ascii: ".")) || text.hasSuffix("%") {
      throw error(expected: expected, hint: "5 % is 500 basis points")
    }
    let value = try integer(expected, in: 0...10_000)
    do {
      return try BasisPoints(value)
    } catch {
      throw self.error(expected: expected)
    }
  }

  /// A yearly yield as a fraction.
  ///
  /// - Parameters:
  ///   - what: what the yield is, for the error.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the fraction.
  /// - Throws: ``InputError``, a percent sign by name.
  package func yieldFraction(
    _ what: String, notes: inout InputNotes
  ) throws(InputError) -> ExactRational {
    if text.hasSuffix("%") {
      throw error(expected: "\(what) as a fraction", hint: "5 % is 0.05")
    }
    return ExactRational(try decimal("\(what) as a fraction (0.05 is 5 %)", notes: &notes))
  }

  /// A native count.
  ///
  /// - Parameter what: what is counted, for the error.
  /// - Returns: the count.
  /// - Throws: ``InputError``.
  package func count(_ what: String) throws(InputError) -> UInt64 {
    let raw = try rawInteger(what)
    guard let value = UInt64(exactly: raw) else {
      throw error(expected: "\(what), below 2^64")
    }
    return value
  }

  /// A native amount of up to 128 bits, as the profile holds them.
  ///
  /// - Parameter what: what it is, for the error.
  /// - Returns: the amount.
  /// - Throws: ``InputError``.
  package func amount128(_ what: String) throws(InputError) -> UInt128 {
    let raw = try rawInteger(what)
    guard let value = UInt128(exactly: raw) else {
      throw error(expected: "\(what), below 2^128")
    }
    return value
  }
}
