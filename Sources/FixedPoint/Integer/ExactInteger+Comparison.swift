extension ExactInteger: Hashable, Comparable {
  /// Whether two integers are equal.
  ///
  /// - Parameters:
  ///   - lhs: one integer.
  ///   - rhs: the other.
  /// - Returns: true when the values are the same.
  public static func == (lhs: ExactInteger, rhs: ExactInteger) -> Bool {
    lhs.negative == rhs.negative && lhs.unsigned == rhs.unsigned
  }

  /// Whether one integer is less than another.
  ///
  /// - Parameters:
  ///   - lhs: one integer.
  ///   - rhs: the other.
  /// - Returns: true when `lhs` is the smaller one.
  public static func < (lhs: ExactInteger, rhs: ExactInteger) -> Bool {
    if lhs.negative != rhs.negative { return lhs.negative }
    let order = lhs.unsigned.compared(to: rhs.unsigned)
    return lhs.negative ? order > 0 : order < 0
  }

  /// Feeds the value to a hasher.
  ///
  /// - Parameter hasher: the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(negative)
    hasher.combine(unsigned)
  }
}
