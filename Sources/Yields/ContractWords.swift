package import EVMArithmetic
package import FixedPoint
package import Faults
internal import Quantities

// The bridge between exact integers and the words of the contracts: conversion, never arithmetic.

extension ExactInteger {
  /// The value as a contract word; `field` is the key of the input for the error.
  ///
  /// - Throws: `Fault` for a negative value or one beyond 2^256 - 1.
  package func word(_ field: String) throws(Fault) -> UInt256 {
    guard let word = UInt256(exactly: self) else {
      throw .invalid(
        field: field, found: abbreviatedText, expected: "0 or more, \(InputBounds.word)")
    }
    return word
  }
}

extension Fault {
  /// The answer of a contract's step; its revert as a fault that names the contract's function, at the
  /// input that the step hangs on.
  package static func asking<Answer>(
    _ function: String, about field: String? = nil, _ step: () throws(Revert) -> Answer
  ) throws(Fault) -> Answer {
    do throws(Revert) {
      return try step()
    } catch {
      throw .reverts(function: function, revert: error, field: field)
    }
  }
}
