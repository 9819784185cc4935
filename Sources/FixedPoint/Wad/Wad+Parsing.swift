extension Wad {
  /// Reads decimal text such as `7.8`, `-0.5` or `1e-5`, exactly.
  ///
  /// The grammar is `-? [0-9]+ (\. [0-9]+)? ([eE] [+-]? [0-9]+)?`: a digit stands on both sides of
  /// the point, so `.5` and `5.` are refused, as are a leading plus sign, white space, separators,
  /// hexadecimal text, NaN and infinities. Leading and trailing zeros are read.
  ///
  /// - Parameter text: the number, up to ``ExactInteger/maximumTextLength`` bytes with an exponent
  ///   from -1,000,000 to 1,000,000.
  /// - Throws: ``ArithmeticError/malformedDecimal(text:fault:)``,
  ///   ``ArithmeticError/tooManyDecimals(text:decimals:limit:)`` where more than 18 decimals
  ///   matter, ``ArithmeticError/exponentOutOfRange(text:limit:)`` or
  ///   ``ArithmeticError/textTooLong(length:limit:)``.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  public init<Text: StringProtocol>(parsing text: Text) throws(ArithmeticError) {
    self = try NumberText.withBytes(of: text) { (bytes) throws(ArithmeticError) -> Wad in
      try Wad(parsingUTF8: bytes)
    }
  }

  /// Reads decimal text from its UTF-8 bytes, exactly, by the grammar of ``init(parsing:)``.
  ///
  /// - Parameter bytes: the number.
  /// - Throws: as ``init(parsing:)``.
  public init(parsingUTF8 bytes: Span<UInt8>) throws(ArithmeticError) {
    let decimal = try DecimalText(parsingUTF8: bytes)
    if decimal.decimalPlaces > Self.fractionDigits {
      throw .tooManyDecimals(
        text: AbbreviatedText.of(bytes), decimals: decimal.decimalPlaces,
        limit: Self.fractionDigits)
    }
    self.init(raw: decimal.scaled(by: Self.fractionDigits, rounding: .towardZero, in: bytes))
  }

  /// Reads decimal text and rounds it once to 18 decimals.
  ///
  /// - Parameters:
  ///   - text: the number, by the grammar of ``init(parsing:)``.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the rounded value, and how many decimal places beyond the 18th the text has when
  ///   trailing zeros are left out; 0 means that the value is exact.
  /// - Throws: ``ArithmeticError/malformedDecimal(text:fault:)``,
  ///   ``ArithmeticError/exponentOutOfRange(text:limit:)`` or
  ///   ``ArithmeticError/textTooLong(length:limit:)``.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  public static func parse<Text: StringProtocol>(
    _ text: Text, rounding: RoundingRule
  ) throws(ArithmeticError) -> (value: Wad, droppedDigits: Int) {
    try NumberText.withBytes(of: text) {
      (bytes) throws(ArithmeticError) -> (value: Wad, droppedDigits: Int) in
      let decimal = try DecimalText(parsingUTF8: bytes)
      return (
        Wad(raw: decimal.scaled(by: fractionDigits, rounding: rounding, in: bytes)),
        max(0, decimal.decimalPlaces - fractionDigits)
      )
    }
  }
}

extension Wad: Codable {
  /// Reads the number from a string, which loses no digit in any format.
  ///
  /// - Parameter decoder: where to read.
  /// - Throws: `DecodingError` when there is no string or it is not a decimal number that a wad
  ///   holds exactly.
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

  /// Writes the number as the string ``text()``.
  ///
  /// - Parameter encoder: where to write.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text())
  }
}
