extension ExactInteger {
  /// The longest text that is read as a number, in bytes.
  public static let maximumTextLength = 10_000_000

  /// Reads an integer from decimal text such as `-12` or hexadecimal text such as `0x1f`.
  ///
  /// The grammar is `-? [0-9]+` or `-? 0[xX] [0-9a-fA-F]+`; leading zeros are read. A plus sign,
  /// white space, separators, a decimal point, an exponent, NaN, infinities and digits outside
  /// ASCII are refused.
  ///
  /// - Parameter text: the number, up to ``maximumTextLength`` bytes.
  /// - Throws: ``ArithmeticError/malformedInteger(text:fault:)`` or
  ///   ``ArithmeticError/textTooLong(length:limit:)``.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  public init<Text: StringProtocol>(parsing text: Text) throws(ArithmeticError) {
    self = try NumberText.withBytes(of: text) { (bytes) throws(ArithmeticError) -> ExactInteger in
      try ExactInteger(parsingUTF8: bytes)
    }
  }

  /// Reads an integer from the UTF-8 bytes of its text, by the grammar of ``init(parsing:)``.
  ///
  /// - Parameter bytes: the number, up to ``maximumTextLength`` bytes.
  /// - Throws: as ``init(parsing:)``.
  public init(parsingUTF8 bytes: Span<UInt8>) throws(ArithmeticError) {
    if bytes.count > Self.maximumTextLength {
      throw .textTooLong(length: bytes.count, limit: Self.maximumTextLength)
    }
    var cursor = NumberCursor()
    let isNegative = cursor.take(UInt8(ascii: "-"), in: bytes)
    let run = cursor.takeDigits(in: bytes)
    if cursor.isAtEnd(of: bytes) && !run.isEmpty {
      let digits = DecimalDigits(
        whole: run, fraction: run.upperBound..<run.upperBound, in: bytes)
      self.init(digits.magnitude(in: bytes), isNegative: isNegative)
      return
    }
    if run.count == 1 && bytes[run.lowerBound] == UInt8(ascii: "0"),
      cursor.take(UInt8(ascii: "x"), in: bytes) || cursor.take(UInt8(ascii: "X"), in: bytes)
    {
      let magnitude = try Self.hexadecimal(bytes, from: cursor.offset)
      self.init(magnitude, isNegative: isNegative)
      return
    }
    throw .malformedInteger(
      text: AbbreviatedText.of(bytes),
      fault: Self.fault(at: cursor, in: bytes, afterDigits: !run.isEmpty))
  }

  private static func hexadecimal(
    _ bytes: Span<UInt8>, from start: Int
  ) throws(ArithmeticError) -> Magnitude {
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count - start)
    for offset in start..<bytes.count {
      guard let digit = hexadecimalValue(bytes[offset]) else {
        var cursor = NumberCursor()
        cursor.offset = offset
        throw .malformedInteger(text: AbbreviatedText.of(bytes), fault: cursor.fault(in: bytes))
      }
      digits.append(digit)
    }
    if digits.isEmpty { throw .malformedInteger(text: AbbreviatedText.of(bytes), fault: .noDigits) }
    return Magnitude(hexadecimalDigits: digits)
  }

  private static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func fault(
    at cursor: NumberCursor, in bytes: Span<UInt8>, afterDigits: Bool
  ) -> NumberTextFault {
    if !cursor.isAtEnd(of: bytes) {
      switch bytes[cursor.offset] {
      case UInt8(ascii: "."): return .fraction
      case UInt8(ascii: "e") where afterDigits, UInt8(ascii: "E") where afterDigits:
        return .scientificNotation
      default: break
      }
    }
    return cursor.fault(in: bytes)
  }
}

extension ExactInteger: CustomStringConvertible {
  /// All decimal digits, with a minus sign where the value is negative.
  public var description: String { DecimalLayout(isNegative: negative).text(of: unsigned) }

  /// All hexadecimal digits in lower case behind `0x`, with a minus sign in front where negative.
  ///
  /// - Returns: text that ``init(parsing:)`` reads back, such as `-0x1f`.
  public func hexadecimal() -> String { (negative ? "-" : "") + unsigned.hexadecimalText }

  /// Appends the ASCII of ``description``, without a string in between.
  ///
  /// - Parameter bytes: where to append.
  public func appendText(to bytes: inout [UInt8]) {
    DecimalLayout(isNegative: negative).append(unsigned, to: &bytes)
  }
}

extension ExactInteger: Codable {
  /// Reads the integer from a string, which loses no digit in any format.
  ///
  /// - Parameter decoder: where to read.
  /// - Throws: `DecodingError` when there is no string or it is not an integer.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do throws(ArithmeticError) {
      try self.init(parsing: text)
    } catch {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: error.description,
          underlyingError: error))
    }
  }

  /// Writes the integer as a string of decimal digits.
  ///
  /// - Parameter encoder: where to write.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
