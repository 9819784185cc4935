/// A decimal number as it is written: `-? [0-9]+ (\. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
///
/// The value is `digits * 10^scale`, exactly.
struct DecimalText {
  let isNegative: Bool
  private let digits: DigitRun
  private let scale: Int
  private let zeros: Int

  /// The largest absolute exponent that is read.
  static let maximumExponent = 1_000_000

  /// Reads the text and nothing but the text.
  init(parsingUTF8 bytes: Span<UInt8>) throws(ArithmeticError) {
    if bytes.count > ExactInteger.maximumTextLength {
      throw .textTooLong(length: bytes.count, limit: ExactInteger.maximumTextLength)
    }
    var cursor = NumberCursor()
    isNegative = cursor.take(UInt8(ascii: "-"), in: bytes)
    var digits = DigitRun()
    cursor.takeDigits(in: bytes, into: &digits)
    let wholeCount = digits.count
    if wholeCount == 0 { throw Self.malformed(bytes, at: cursor) }
    if cursor.take(UInt8(ascii: "."), in: bytes) {
      cursor.takeDigits(in: bytes, into: &digits)
      if digits.count == wholeCount { throw Self.malformed(bytes, at: cursor) }
    }
    let places = digits.count - wholeCount
    var exponent = 0
    if cursor.take(UInt8(ascii: "e"), in: bytes) || cursor.take(UInt8(ascii: "E"), in: bytes) {
      exponent = try Self.exponent(bytes, &cursor)
    }
    if !cursor.isAtEnd(of: bytes) { throw Self.malformed(bytes, at: cursor) }
    self.digits = digits
    scale = exponent - places
    zeros = scale < 0 ? digits.trailingZeroCount : 0
  }

  /// The decimal places that the value needs, trailing zeros not counted.
  var decimalPlaces: Int {
    digits.significantCount == 0 ? 0 : max(0, -scale - zeros)
  }

  /// The value times 10^`places`, rounded once; exact when `places >= decimalPlaces`.
  func scaled(by places: Int, rounding: RoundingRule) -> ExactInteger {
    let shift = scale + places
    if digits.significantCount == 0 { return .zero }
    if shift >= 0 {
      return ExactInteger(digits.magnitude, isNegative: isNegative)
        * ExactInteger.powerOfTen(shift)
    }
    if shift >= -zeros {
      return ExactInteger(digits.removingTrailingZeros(-shift), isNegative: isNegative)
    }
    if digits.significantCount < -shift {
      // Less than a tenth of a unit: the digits need not be converted to know how it rounds.
      let grows = rounding.growsMagnitude(
        isNegative: isNegative, isOdd: false, discarded: .belowHalf)
      return grows ? (isNegative ? -1 : 1) : .zero
    }
    return ExactInteger(digits.magnitude, isNegative: isNegative)
      .divided(byNonZero: ExactInteger.powerOfTen(-shift), rounding: rounding)
  }

  /// The value as a ratio of integers.
  var rational: ExactRational {
    let places = decimalPlaces
    return ExactRational(
      reducing: scaled(by: places, rounding: .towardZero), ExactInteger.powerOfTen(places))
  }

  private static func exponent(
    _ bytes: Span<UInt8>, _ cursor: inout NumberCursor
  ) throws(ArithmeticError) -> Int {
    let isNegative = cursor.take(UInt8(ascii: "-"), in: bytes)
    if !isNegative { _ = cursor.take(UInt8(ascii: "+"), in: bytes) }
    let start = cursor.offset
    var value = 0
    while cursor.offset < bytes.count {
      let digit = bytes[cursor.offset] &- UInt8(ascii: "0")
      if digit > 9 { break }
      // Saturates: an absurd exponent stays absurd and never overflows.
      value = min(value * 10 + Int(digit), maximumExponent + 1)
      cursor.offset += 1
    }
    if cursor.offset == start || !cursor.isAtEnd(of: bytes) { throw malformed(bytes, at: cursor) }
    if value > maximumExponent {
      throw .exponentOutOfRange(text: AbbreviatedText.of(bytes), limit: maximumExponent)
    }
    return isNegative ? -value : value
  }

  private static func malformed(_ bytes: Span<UInt8>, at cursor: NumberCursor) -> ArithmeticError {
    let afterZero = cursor.offset > 0 && bytes[cursor.offset - 1] == UInt8(ascii: "0")
    let isHexadecimal =
      afterZero && !cursor.isAtEnd(of: bytes) && bytes[cursor.offset] | 0x20 == UInt8(ascii: "x")
    return .malformedDecimal(
      text: AbbreviatedText.of(bytes),
      fault: isHexadecimal ? .hexadecimal : cursor.fault(in: bytes))
  }
}
