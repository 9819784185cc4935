extension ExactInteger: Comparable {
  /// Whether one integer is less than another.
  ///
  /// - Parameters:
  ///   - lhs: one integer.
  ///   - rhs: the other.
  /// - Returns: true when `lhs` is the smaller one.
  public static func < (lhs: ExactInteger, rhs: ExactInteger) -> Bool {
    if lhs.negative != rhs.negative { return lhs.negative }
    return lhs.negative ? rhs.unsigned < lhs.unsigned : lhs.unsigned < rhs.unsigned
  }
}
