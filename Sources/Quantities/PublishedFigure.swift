public import FixedPoint

/// A yield as somebody published it: its value, and how far its digits reach.
public struct PublishedFigure: Hashable, Sendable {
  /// The value as a fraction: 0.5002 for `50.02%`.
  public let value: ExactRational
  /// The weight of the last digit printed: 0.0001 for `50.02%`.
  public let lastDigit: ExactRational
  /// What one unit of the printed number is worth: 1, or 0.01 for a percentage.
  public let unit: ExactRational

  /// A published figure.
  public init(value: ExactRational, lastDigit: ExactRational, unit: ExactRational = .one) {
    self.value = value
    self.lastDigit = lastDigit
    self.unit = unit
  }

  /// The figure's significant digits; none where it is 0.
  public var significantDigits: Int {
    guard !value.isZero else { return 0 }
    return value.magnitude.divided(byNonZero: lastDigit).integer(rounding: .down).description.count
  }
}
