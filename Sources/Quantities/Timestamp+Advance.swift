public import FixedPoint
public import Faults

extension Timestamp {
  /// The time that is `seconds` later.
  ///
  /// - Parameter seconds: whole seconds, 0 or more.
  /// - Returns: the later time.
  /// - Throws: `Fault` for a negative span, or a time beyond what a timestamp can be.
  public func advanced(by seconds: ExactInteger) throws(Fault) -> Timestamp {
    guard !seconds.isNegative else {
      throw .negative(quantity: "span of time", value: seconds.description)
    }
    let later = ExactInteger(self.seconds) + seconds
    guard let count = UInt64(exactly: later) else {
      throw .aboveMaximum(
        quantity: "time", value: later.description,
        maximum: String(Timestamp.millisecondsThreshold - 1))
    }
    return try Timestamp(count)
  }
}
