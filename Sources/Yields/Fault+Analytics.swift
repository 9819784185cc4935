package import EVMArithmetic
package import Faults
package import FixedPoint

// Why an analysis has no answer: the data cannot be, or a contract would refuse it. A place is the
// key of the input, spelled as the command line does, so that the reader of a file can point at it.

extension Fault {
  /// The value of `field` is not one that it can have.
  package static func invalid(field: String, found: String, expected: String) -> Fault {
    Fault(.outOfRange, at: .input(field), found: found, expected: expected)
  }

  /// A contract call that the analysis rests on would revert.
  ///
  /// - Parameters:
  ///   - function: the contract's function.
  ///   - revert: its error.
  ///   - field: the input that the call hangs on most; nil where only the caller knows.
  /// - Returns: the fault.
  package static func reverts(
    function: String, revert: Revert, field: String? = nil
  ) -> Fault {
    Fault(
      .reverts, at: field.map(Place.input),
      found: "a revert of \(function) on chain, \(revert.name)",
      expected: "a value that the contract takes")
  }

  /// The operation is not possible in the state it meets.
  package static func refused(operation: String, reason: String) -> Fault {
    Fault(.refused, found: "\(operation): \(reason)", expected: "")
  }

  /// A stake token that costs nothing has no yield.
  package static let zeroStakePrice = Fault(
    .outOfRange, at: .input("stakePrice"), found: "a stake price of 0",
    expected: "a price above 0, because an APR divides by it")

  /// Refuses a negative quantity.
  package static func requireNotNegative(
    _ value: ExactInteger, _ field: String
  ) throws(Fault) {
    guard !value.isNegative else {
      throw .invalid(field: field, found: value.description, expected: "0 or more")
    }
  }

  /// Refuses zero and negative quantities.
  package static func requirePositive(_ value: ExactInteger, _ field: String) throws(Fault) {
    guard value.signum > 0 else {
      throw .invalid(field: field, found: value.description, expected: "more than 0")
    }
  }
}
