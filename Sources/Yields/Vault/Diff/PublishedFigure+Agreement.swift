public import FixedPoint
public import Quantities

// When a figure counts as the published one.

extension PublishedFigure {
  /// How far a figure may be from the published one unless somebody says otherwise.
  ///
  /// Half a unit of the last digit, as rounding leaves. At most a tenth of the value, since a single
  /// digit would otherwise agree with everything; and a zero without decimals is a zero.
  public var defaultTolerance: ExactRational { allowed(lastDigit * Self.half) }

  /// Why a figure counts as the published one, or nil where it does not.
  ///
  /// - Parameters:
  ///   - figure: the figure, exact.
  ///   - tolerance: how far it may be; nil for the digits' own rules.
  ///   - doublePrecisionLoss: what double precision may have lost of it, relative to the value.
  /// - Returns: the first rule that holds.
  func agreement(
    with figure: ExactRational, tolerance: ExactRational?, doublePrecisionLoss: ExactRational
  ) -> PublishedAgreement? {
    let distance = (figure - value).magnitude
    if let tolerance { return distance <= tolerance ? .tolerance : nil }
    if distance <= defaultTolerance { return .rounded }
    if isCutOff(figure, distance) { return .cutOff }
    return distance <= value.magnitude * doublePrecisionLoss ? .doublePrecision : nil
  }

  /// Outside of it no figure is the published one, by whatever rule of ``agreement(with:tolerance:doublePrecisionLoss:)``.
  func reach(tolerance: ExactRational?) -> ClosedRange<ExactRational> {
    let distance =
      max(
        .zero,
        tolerance ?? max(lastDigit, value.magnitude * YieldRecipe.largestDoublePrecisionLoss))
    return value - distance...value + distance
  }

  /// Whether dropping the digits after the last printed one leaves the published value.
  private func isCutOff(_ figure: ExactRational, _ distance: ExactRational) -> Bool {
    let isFurtherOut =
      value.isZero || figure.isNegative == value.isNegative && figure.magnitude > value.magnitude
    return isFurtherOut && distance < lastDigit && distance <= allowed(lastDigit)
  }

  private func allowed(_ distance: ExactRational) -> ExactRational {
    guard value.isZero else { return min(distance, value.magnitude * .powerOfTen(-1)) }
    return lastDigit < unit ? distance : .zero
  }

  private static let half = ExactRational(.one, overNonZero: 2)
}

/// Why a figure counts as the published one.
public enum PublishedAgreement: String, Hashable, Sendable, CaseIterable {
  /// Rounded to the published digits it is the published figure.
  case rounded
  /// Cut off after the published digits it is the published figure; rounded it is not.
  case cutOff
  /// It differs by no more than double-precision arithmetic loses.
  case doublePrecision
  /// It is within the tolerance that was asked for.
  case tolerance
}

/// One or two conventions that together give a figure.
public struct PublishedExplanation: Hashable, Sendable {
  /// The conventions; empty where the exact APR needs none.
  public let conventions: [PublishedConvention]
  /// The figure before its rounding.
  let exact: ExactRational
  /// The figure that they give, as a fraction of 18 decimals: simple rates rounded down, compounded
  /// ones half to even.
  public let figure: ExactRational
  /// ``figure`` less the published value.
  public let difference: ExactRational
  /// Why the figure counts as the published one; nil where it does not.
  public let agreement: PublishedAgreement?
}
