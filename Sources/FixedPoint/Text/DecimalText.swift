/// A decimal number as it is written: `-? [0-9]+ (\. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
///
/// The value is `digits * 10^scale`, exactly.
///
/// Like its digits, it is a set of places: its methods want the same bytes that it was read from.
struct DecimalText {
  private let isNegative: Bool
  private let digits: DecimalDigits
  private let scale: Int
  private let zeros: Int

  /// The largest absolute exponent that is read.
  static let maximumExponent = 1_000_000

  /// Reads the text and nothing but the text.
  @inline(__always)
  init(parsingUTF8 bytes: Span<UInt8>) throws(ArithmeticError) {
    if bytes.count > ExactInteger.maximumTextLength {
      throw .textTooLong(length: bytes.count, limit: ExactInteger.maximumTextLength)
    }
    var cursor = NumberCursor()
    isNegative = cursor.take(UInt8(ascii: "-"), in: bytes)
    let whole = cursor.takeDigits(in: bytes)
    if whole.isEmpty { throw Self.malformed(bytes, at: cursor) }
    var fraction = whole.upperBound..<whole.upperBound
    if cursor.take(UInt8(ascii: "."), in: bytes) {
      fraction = cursor.takeDigits(in: bytes)
      if fraction.isEmpty { throw Self.malformed(bytes, at: cursor) }
    }
    var exponent = 0
    if cursor.take(UInt8(ascii: "e"), in: bytes) || cursor.take(UInt8(ascii: "E"), in: bytes) {
      exponent = try Self.exponent(bytes, &cursor)
    }
    if !cursor.isAtEnd(of: bytes) { throw Self.malformed(bytes, at: cursor) }
    digits = DecimalDigits(whole: whole, fraction: fraction, in: bytes)
    scale = exponent - fraction.count
    zeros = scale < 0 ? digits.trailingZeroCount(in: bytes) : 0
  }

  /// The decimal places that the value needs, trailing zeros not counted.
  @inline(__always)
  var decimalPlaces: Int { digits.count == 0 ? 0 : max(0, -scale - zeros) }

  /// The value times 10^`places`, rounded once; exact when `places >= decimalPlaces`.
  @inline(__always)
  func scaled(
    by places: Int, rounding: RoundingRule, in bytes: Span<UInt8>
  ) -> ExactInteger {
    let shift = scale + places
    if shift < 0 { return scaledDown(by: -shift, rounding: rounding, in: bytes) }
    let integer = ExactInteger(digits.magnitude(in: bytes), isNegative: isNegative)
    return shift == 0 || digits.count == 0 ? integer : integer * ExactInteger.powerOfTen(shift)
  }

  private func scaledDown(
    by places: Int, rounding: RoundingRule, in bytes: Span<UInt8>
  ) -> ExactInteger {
    if digits.count == 0 { return .zero }
    if places <= zeros {
      return ExactInteger(
        digits.droppingLast(places).magnitude(in: bytes), isNegative: isNegative)
    }
    if digits.count < places {
      // Less than a tenth of a unit: the digits need not be converted to know how it rounds.
      let grows = rounding.growsMagnitude(
        isNegative: isNegative, isOdd: false, discarded: .belowHalf)
      return grows ? (isNegative ? -1 : 1) : .zero
    }
    return ExactInteger(digits.magnitude(in: bytes), isNegative: isNegative)
      .divided(byNonZero: ExactInteger.powerOfTen(places), rounding: rounding)
  }

  /// The value as a ratio of integers.
  func rational(in bytes: Span<UInt8>) -> ExactRational {
    let places = decimalPlaces
    return ExactRational(
      scaled(by: places, rounding: .towardZero, in: bytes),
      overNonZero: ExactInteger.powerOfTen(places))
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
