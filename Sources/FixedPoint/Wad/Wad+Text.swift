extension Wad: CustomStringConvertible {
  /// The exact number in plain decimals, as ``text()``.
  public var description: String { text() }

  /// The exact number in plain decimals without trailing zeros: `0.5`, `12`, `-7.8`.
  ///
  /// - Returns: text that ``init(parsing:)`` reads back to the same value.
  public func text() -> String {
    let digits = rawValue.unsigned.decimalDigits()
    let kept =
      Self.fractionDigits
      - digits.reversed().prefix(Self.fractionDigits)
      .prefix { $0 == UInt8(ascii: "0") }.count
    let dropped = isZero ? Self.fractionDigits : Self.fractionDigits - kept
    return Self.text(
      isNegative: isNegative, digits: isZero ? digits[...] : digits.dropLast(dropped),
      fractionDigits: Self.fractionDigits - dropped)
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
    let digits = rounded.unsigned.decimalDigits()
    let text = text(isNegative: rounded.isNegative, digits: digits[...], fractionDigits: shown)
    if fractionDigits == shown { return text }
    return text + (shown == 0 ? "." : "")
      + String(repeating: "0", count: fractionDigits - shown)
  }

  /// Puts the sign and the point around digits, of which the last `fractionDigits` are decimals.
  private static func text(
    isNegative: Bool, digits: ArraySlice<UInt8>, fractionDigits: Int
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(digits.count, fractionDigits) + 3)
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    let whole = digits.dropLast(fractionDigits)
    if whole.isEmpty { bytes.append(UInt8(ascii: "0")) }
    bytes.append(contentsOf: whole)
    if fractionDigits > 0 {
      bytes.append(UInt8(ascii: "."))
      let padding = fractionDigits - (digits.count - whole.count)
      for _ in 0..<padding { bytes.append(UInt8(ascii: "0")) }
      bytes.append(contentsOf: digits.suffix(fractionDigits))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
