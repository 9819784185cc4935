/// An exact fraction of two integers, always in lowest terms.
///
/// Analytics calculate in fractions from input to result and round once, at the end, with
/// ``wad(rounding:)`` or ``integer(rounding:)``.
public struct ExactRational: Hashable, Sendable {
  /// The integer above the line; it carries the sign.
  public let numerator: ExactInteger

  /// The integer below the line, greater than zero and without a common factor with the numerator.
  public let denominator: ExactInteger

  /// The number 0.
  public static let zero = ExactRational(ExactInteger.zero)

  /// The number 1.
  public static let one = ExactRational(ExactInteger.one)

  /// The fraction of two integers, reduced.
  ///
  /// - Parameters:
  ///   - numerator: the dividend.
  ///   - denominator: the divisor; its sign moves to the numerator.
  /// - Throws: ``ArithmeticError/divisionByZero(dividend:)``.
  public init(_ numerator: ExactInteger, _ denominator: ExactInteger) throws(ArithmeticError) {
    if denominator.isZero { throw .divisionByZero(dividend: numerator.abbreviatedText) }
    self.init(numerator, overNonZero: denominator)
  }

  /// A whole number.
  ///
  /// - Parameter integer: the number.
  public init(_ integer: ExactInteger) {
    self.init(reduced: integer, .one)
  }

  /// A whole native number.
  ///
  /// - Parameter integer: the number.
  public init(_ integer: some BinaryInteger) {
    self.init(ExactInteger(integer))
  }

  /// The exact value of an 18-decimal number.
  ///
  /// - Parameter wad: the number.
  public init(_ wad: Wad) {
    self.init(wad.rawValue, overNonZero: Wad.scale)
  }

  /// Reads decimal text exactly, with any number of decimals, by the grammar of
  /// ``Wad/init(parsing:)``.
  ///
  /// - Parameter text: the number.
  /// - Throws: ``ArithmeticError/malformedDecimal(text:fault:)``,
  ///   ``ArithmeticError/exponentOutOfRange(text:limit:)`` or
  ///   ``ArithmeticError/textTooLong(length:limit:)``.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  public init<Text: StringProtocol>(parsing text: Text) throws(ArithmeticError) {
    self = try NumberText.withBytes(of: text) { (bytes) throws(ArithmeticError) -> ExactRational in
      try DecimalText(parsingUTF8: bytes).rational(in: bytes)
    }
  }

  /// A fraction that is already in lowest terms with a positive denominator.
  init(reduced numerator: ExactInteger, _ denominator: ExactInteger) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The fraction of two integers, reduced, for a denominator that cannot be zero.
  ///
  /// - Parameters:
  ///   - numerator: the dividend.
  ///   - denominator: the divisor; zero is a programming error.
  package init(_ numerator: ExactInteger, overNonZero denominator: ExactInteger) {
    precondition(!denominator.isZero, "a divisor that cannot be zero is zero")
    let sign: ExactInteger = denominator.isNegative ? -1 : 1
    let divisor = numerator.greatestCommonDivisor(with: denominator) * sign
    if divisor == .one {
      self.init(reduced: numerator, denominator)
    } else {
      self.init(
        reduced: numerator.divided(byNonZero: divisor, rounding: .towardZero),
        denominator.divided(byNonZero: divisor, rounding: .towardZero))
    }
  }

  /// Whether the value is 0.
  public var isZero: Bool { numerator.isZero }

  /// Whether the value is less than 0.
  public var isNegative: Bool { numerator.isNegative }

  /// Whether the value is a whole number.
  public var isInteger: Bool { denominator == .one }

  /// The value with 18 decimals.
  ///
  /// - Parameter rounding: the direction of the one rounding.
  /// - Returns: the rounded value.
  public func wad(rounding: RoundingRule) -> Wad {
    Wad(
      raw: numerator.multiplied(by: Wad.scale, dividedByNonZero: denominator, rounding: rounding))
  }

  /// The value as an integer.
  ///
  /// - Parameter rounding: the direction of the one rounding.
  /// - Returns: the rounded value.
  public func integer(rounding: RoundingRule) -> ExactInteger {
    numerator.divided(byNonZero: denominator, rounding: rounding)
  }
}

extension ExactRational: CustomStringConvertible {
  /// The fraction as `numerator/denominator`, or just the numerator of a whole number.
  public var description: String {
    isInteger ? numerator.description : "\(numerator)/\(denominator)"
  }
}
