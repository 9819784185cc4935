/// Why an exact calculation has no result, with the operands that led there.
///
/// Operands travel as text. Long ones are abbreviated (see ``ExactInteger/abbreviatedText``), so an
/// error stays one readable sentence whatever was fed in.
public enum ArithmeticError: Error, Hashable, Sendable {
  /// `dividend` was to be divided by zero.
  case divisionByZero(dividend: String)

  /// `text` is not an integer, because of `fault`.
  case malformedInteger(text: String, fault: NumberTextFault)

  /// `text` is not a decimal number, because of `fault`.
  case malformedDecimal(text: String, fault: NumberTextFault)

  /// A number's text has `length` bytes; at most `limit` are read.
  case textTooLong(length: Int, limit: Int)

  /// The exponent of `text` lies outside -`limit`...`limit`.
  case exponentOutOfRange(text: String, limit: Int)

  /// `text` has `decimals` decimal places and an exact ``Wad`` holds at most `limit`.
  case tooManyDecimals(text: String, decimals: Int, limit: Int)

  /// The square root of the negative number `radicand`.
  case squareRootOfNegative(radicand: String)

  /// `base` to the negative power `exponent` is not an integer operation.
  case negativeExponent(base: String, exponent: Int)

  /// Zero to the negative power `exponent`.
  case negativePowerOfZero(exponent: String)

  /// `function` of `argument`, which must be greater than `bound`.
  case outsideDomain(function: String, argument: String, bound: String)

  /// The negative `base` to the power `exponent`, which is not an integer.
  case fractionalPowerOfNegative(base: String, exponent: String)

  /// The result of `operation` would need more than `limitBits` bits.
  case resultTooLarge(operation: String, limitBits: Int)

  /// `periods` compounding periods per year, outside 1...`limit`.
  case periodsOutOfRange(periods: String, limit: Int)
}

/// What makes a text unfit to be read as a number.
public enum NumberTextFault: Hashable, Sendable {
  /// There is no character at all.
  case empty
  /// There is a sign, a point or a prefix, but no digit where one must stand.
  case noDigits
  /// A plus sign in front of the digits; only the minus sign is written.
  case plusSign
  /// A space, tab or line break.
  case whitespace
  /// A `_` or `,` between digits.
  case separator
  /// An exponent where an integer is asked for.
  case scientificNotation
  /// A decimal point where an integer is asked for.
  case fraction
  /// A hexadecimal number where decimals are asked for.
  case hexadecimal
  /// NaN or an infinity.
  case notFinite
  /// A character that belongs to no number; `offset` counts UTF-8 bytes from the start.
  case unexpectedCharacter(offset: Int)
}
