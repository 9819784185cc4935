public import EVMArithmetic
package import FixedPoint

/// Why an analysis has no answer: the data cannot be, or a contract would refuse it.
///
/// `field` is spelled as the input key of the command line, so that a reader of a file can point at
/// the place.
public enum AnalyticsError: Error, Hashable, Sendable {
  /// The value of `field` is not one that it can have.
  case invalid(field: String, found: String, expected: String)
  /// A contract call that the analysis rests on would revert.
  case reverts(function: String, revert: Revert)
  /// The operation is not possible in the state it meets.
  case refused(operation: String, reason: String)
}

extension AnalyticsError: CustomStringConvertible {
  /// One sentence: what was found and what was expected.
  public var description: String {
    switch self {
    case .invalid(let field, let found, let expected):
      "\(field): found \(found); expected \(expected)"
    case .reverts(let function, let revert):
      "\(function) would revert on chain with \(revert.name)"
    case .refused(let operation, let reason):
      "\(operation) is refused: \(reason)"
    }
  }
}

extension AnalyticsError {
  /// Refuses a negative quantity.
  package static func requireNotNegative(
    _ value: ExactInteger, _ field: String
  ) throws(AnalyticsError) {
    guard !value.isNegative else {
      throw .invalid(field: field, found: value.description, expected: "0 or more")
    }
  }

  /// Refuses zero and negative quantities.
  package static func requirePositive(
    _ value: ExactInteger, _ field: String
  ) throws(AnalyticsError) {
    guard value.signum > 0 else {
      throw .invalid(field: field, found: value.description, expected: "more than 0")
    }
  }
}
