extension Wad: CustomStringConvertible {
  /// The exact number in plain decimals, as ``text()``.
  public var description: String { text() }

  /// The exact number in plain decimals without trailing zeros: `0.5`, `12`, `-7.8`.
  ///
  /// - Returns: text that ``init(parsing:)`` reads back to the same value.
  public func text() -> String {
    rawValue.decimalText(places: Self.fractionDigits)
  }

  /// Appends the ASCII of ``text()``, without a string in between.
  ///
  /// - Parameter bytes: where to append.
  public func appendText(to bytes: inout [UInt8]) {
    DecimalLayout(isNegative: isNegative, places: Self.fractionDigits, trimsZeros: true)
      .append(rawValue.unsigned, to: &bytes)
  }

  /// The number with a fixed count of decimals, rounded once; a rounded zero has no sign.
  ///
  /// - Parameters:
  ///   - fractionDigits: how many decimals are written, at least 0; beyond 18 they are zeros.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: plain decimals such as `7.80`.
  public func text(fractionDigits: Int, rounding: RoundingRule) -> String {
    Self.text(
      of: rawValue, scale: Self.fractionDigits, fractionDigits: fractionDigits, rounding: rounding)
  }

  /// The number times 100 with a fixed count of decimals and a percent sign, rounded once.
  ///
  /// - Parameters:
  ///   - fractionDigits: how many decimals are written, at least 0.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: text such as `50.0205%`.
  public func percentText(fractionDigits: Int, rounding: RoundingRule) -> String {
    Self.text(
      of: rawValue, scale: Self.fractionDigits - 2, fractionDigits: fractionDigits,
      rounding: rounding) + "%"
  }

  /// The text for error messages: whole up to 256 bits, else abbreviated.
  public var abbreviatedText: String {
    rawValue.bitWidth <= 256 ? text() : "\(rawValue.abbreviatedText) / 10^18"
  }

  /// The text of `integer / 10^scale` with `fractionDigits` decimals.
  private static func text(
    of integer: ExactInteger, scale: Int, fractionDigits: Int, rounding: RoundingRule
  ) -> String {
    precondition(fractionDigits >= 0, "a negative count of decimals")
    let shown = min(fractionDigits, scale)
    let rounded = integer.divided(byNonZero: .powerOfTen(scale - shown), rounding: rounding)
    return DecimalLayout(
      isNegative: rounded.isNegative, places: shown, padding: fractionDigits - shown
    ).text(of: rounded.unsigned)
  }
}
