internal import FixedPoint
package import Faults

// Counts and amounts in native words.

extension Field {
  /// A native count.
  ///
  /// - Parameter what: what is counted, for the error.
  /// - Returns: the count.
  /// - Throws: `Fault`.
  package func count(_ what: String) throws(Fault) -> UInt64 {
    let raw = try wholeNumber(what)
    guard let value = UInt64(exactly: raw) else {
      throw error(expected: "\(what), below 2^64")
    }
    return value
  }

  /// A native amount of up to 128 bits, as the profile holds them.
  ///
  /// - Parameter what: what it is, for the error.
  /// - Returns: the amount.
  /// - Throws: `Fault`.
  package func amount128(_ what: String) throws(Fault) -> UInt128 {
    let raw = try wholeNumber(what)
    guard let value = UInt128(exactly: raw) else {
      throw error(expected: "\(what), below 2^128")
    }
    return value
  }
}
