/// A signed decimal number with exactly 18 decimal places and no bounds.
///
/// A wad is an integer, its ``rawValue``, counted in units of 10^-18. Adding, subtracting and
/// negating are exact; every operation that divides takes a ``RoundingRule`` and rounds the true
/// value once. There are no `*` and `/` operators, because they could not say how they round.
///
/// ```swift
/// let price = try Wad(parsing: "7.8")
/// let half = try price.divided(by: Wad(2), rounding: .down)  // 3.9
/// ```
public struct Wad: Hashable, Sendable {
  /// The number in units of 10^-18: `Wad(1).rawValue` is 1000000000000000000.
  public var rawValue: ExactInteger

  /// The number of decimal places.
  public static let fractionDigits = 18

  /// 10^18, the raw value of one.
  public static let scale = ExactInteger(Magnitude(1_000_000_000_000_000_000), isNegative: false)

  /// The number 0.
  public static let zero = Wad(raw: .zero)

  /// The number 1.
  public static let one = Wad(raw: scale)

  /// Reinterprets an integer as a count of 10^-18 units.
  ///
  /// - Parameter raw: the raw value; `Wad(raw: 10)` is 0.00000000000000001.
  public init(raw: ExactInteger) {
    rawValue = raw
  }

  /// Converts a whole native number.
  ///
  /// - Parameter whole: the number; `Wad(10)` is 10.
  public init(_ whole: some BinaryInteger) {
    rawValue = ExactInteger(whole) * Self.scale
  }

  /// Converts a whole number.
  ///
  /// - Parameter whole: the number.
  public init(_ whole: ExactInteger) {
    rawValue = whole * Self.scale
  }

  /// Whether the value is 0.
  public var isZero: Bool { rawValue.isZero }

  /// Whether the value is less than 0.
  public var isNegative: Bool { rawValue.isNegative }

  /// -1, 0 or 1 as the value is negative, zero or positive.
  public var signum: Int { rawValue.signum }

  /// The absolute value.
  public var magnitude: Wad { Wad(raw: rawValue.magnitude) }

  /// The nearest integer in the asked direction.
  ///
  /// - Parameter rounding: the direction of the one rounding.
  /// - Returns: the rounded whole number.
  public func integer(rounding: RoundingRule) -> ExactInteger {
    rawValue.divided(byNonZero: Self.scale, rounding: rounding)
  }
}

extension Wad: Comparable {
  /// Whether one number is less than another.
  ///
  /// - Parameters:
  ///   - lhs: one number.
  ///   - rhs: the other.
  /// - Returns: true when `lhs` is the smaller one.
  public static func < (lhs: Wad, rhs: Wad) -> Bool { lhs.rawValue < rhs.rawValue }
}
