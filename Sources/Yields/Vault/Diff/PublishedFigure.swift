public import FixedPoint

/// A yield as somebody published it: its value, and how far its digits reach.
public struct PublishedFigure: Hashable, Sendable {
  /// The value as a fraction: 0.5002 for `50.02%`.
  public let value: ExactRational
  /// The weight of the last digit printed: 0.0001 for `50.02%`.
  public let lastDigit: ExactRational

  /// A published figure.
  public init(value: ExactRational, lastDigit: ExactRational) {
    self.value = value
    self.lastDigit = lastDigit
  }

  /// How far a figure may be from the published one unless somebody says otherwise.
  ///
  /// One unit of the last digit: the figure may have been rounded or cut off. At most a tenth of the
  /// value, since a single digit would otherwise agree with everything; and a zero without decimals
  /// is a zero.
  public var defaultTolerance: ExactRational {
    guard value.isZero else { return min(lastDigit, value.magnitude * .powerOfTen(-1)) }
    return lastDigit < .one ? lastDigit : .zero
  }
}

/// One or two conventions that together give a figure.
public struct PublishedExplanation: Hashable, Sendable {
  /// The conventions; empty where the exact APR needs none.
  public let conventions: [PublishedConvention]
  /// The figure that they give, as a fraction: exact for simple rates, correctly rounded to 18
  /// decimals for compounded ones.
  public let figure: ExactRational
  /// ``figure`` less the published value.
  public let difference: ExactRational
}
