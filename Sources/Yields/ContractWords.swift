package import EVMArithmetic
package import FixedPoint
package import Faults

// The bridge between exact integers and the words of the contracts: conversion, never arithmetic.

extension ExactInteger {
  /// The value of a contract word.
  package init(_ word: UInt256) {
    let mask = UInt128(UInt64.max)
    self.init(
      words: (
        UInt64(truncatingIfNeeded: word.low & mask), UInt64(truncatingIfNeeded: word.low >> 64),
        UInt64(truncatingIfNeeded: word.high & mask), UInt64(truncatingIfNeeded: word.high >> 64)
      ))
  }

  /// The value as a contract word; `field` is the key of the input for the error.
  ///
  /// - Throws: `Fault` for a negative value or one beyond 2^256 - 1.
  package func word(_ field: String) throws(Fault) -> UInt256 {
    guard !isNegative, let words else {
      throw .invalid(
        field: field, found: description, expected: "what a uint256 holds, 0 to 2^256 - 1")
    }
    return UInt256(
      high: UInt128(words.3) << 64 | UInt128(words.2),
      low: UInt128(words.1) << 64 | UInt128(words.0))
  }
}

extension Fault {
  /// The answer of a contract's step; its revert as a fault that names the contract's function.
  package static func asking<Answer>(
    _ function: String, _ step: () throws(Revert) -> Answer
  ) throws(Fault) -> Answer {
    do throws(Revert) {
      return try step()
    } catch {
      throw .reverts(function: function, revert: error)
    }
  }
}
