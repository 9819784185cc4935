/// The direction in which an exact quotient is turned into an integer.
///
/// Every division of this package names its rule; there is no default. Worked values:
///
/// | exact value    | -2.5 | -2.1 | -2 | -1.5 | -0.5 | 0.5 | 1.5 | 2 | 2.1 | 2.5 | 2.9 |
/// |----------------|-----:|-----:|---:|-----:|-----:|----:|----:|--:|----:|----:|----:|
/// | ``down``       |   -3 |   -3 | -2 |   -2 |   -1 |   0 |   1 | 2 |   2 |   2 |   2 |
/// | ``up``         |   -2 |   -2 | -2 |   -1 |    0 |   1 |   2 | 2 |   3 |   3 |   3 |
/// | ``towardZero`` |   -2 |   -2 | -2 |   -1 |    0 |   0 |   1 | 2 |   2 |   2 |   2 |
/// | ``halfEven``   |   -2 |   -2 | -2 |   -2 |    0 |   0 |   2 | 2 |   2 |   2 |   3 |
/// | ``halfUp``     |   -2 |   -2 | -2 |   -1 |    0 |   1 |   2 | 2 |   2 |   3 |   3 |
public enum RoundingRule: Sendable, Hashable, CaseIterable {
  /// Toward negative infinity: the floor. Solidity's `/` on unsigned words.
  case down
  /// Toward positive infinity: the ceiling.
  case up
  /// Toward zero: truncation. Solidity's `/` on signed words.
  case towardZero
  /// To the nearest integer; a tie goes to the even one.
  case halfEven
  /// To the nearest integer; a tie goes toward positive infinity, so -2.5 becomes -2.
  case halfUp
}

/// The part of an exact value that its truncation left behind, measured against one half of a unit.
package enum DiscardedPart: Sendable, Hashable {
  case nothing, belowHalf, half, aboveHalf
}

extension RoundingRule {
  /// Whether the truncated magnitude of a value must grow by one unit to obey this rule.
  ///
  /// The one place of this package where a remainder becomes a rounding decision. Division, square
  /// root, shifts, decimal text and the transcendental functions all ask here.
  ///
  /// - Parameters:
  ///   - isNegative: the sign of the exact value.
  ///   - isOdd: whether the truncated magnitude is odd.
  ///   - discarded: what the truncation left behind, as a part of one unit.
  /// - Returns: true when the rounded magnitude is the truncated one plus one.
  package func growsMagnitude(
    isNegative: Bool, isOdd: Bool, discarded: DiscardedPart
  ) -> Bool {
    if discarded == .nothing { return false }
    switch self {
    case .down: return isNegative
    case .up: return !isNegative
    case .towardZero: return false
    case .halfEven: return discarded == .aboveHalf || (discarded == .half && isOdd)
    case .halfUp: return discarded == .aboveHalf || (discarded == .half && !isNegative)
    }
  }

  /// Whether the decision needs to know on which side of one half the discarded part lies.
  package var looksAtHalf: Bool {
    switch self {
    case .down, .up, .towardZero: false
    case .halfEven, .halfUp: true
    }
  }
}
