extension UInt256 {
  /// Reads a whole number in decimal, or in hexadecimal after `0x`.
  ///
  /// No sign, no separators, no spaces, no exponent: what a chain's tools write, and nothing else.
  ///
  /// - Parameter text: The digits; `nil` results for anything malformed or beyond 2^256 - 1.
  public init?(_ text: String) {
    var digits = Substring(text).utf8
    let radix: UInt64
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      digits = digits.dropFirst(2)
      radix = 16
    } else {
      radix = 10
    }
    guard !digits.isEmpty, let value = Self.value(of: digits, radix: radix) else { return nil }
    self = value
  }

  /// The number in lower-case hexadecimal digits after `0x`, without leading zeros.
  ///
  /// - Returns: For example `0xff`; `0x0` for zero.
  public func hexadecimal() -> String {
    if high == 0 { return "0x" + String(low, radix: 16) }
    let tail = String(low, radix: 16)
    return "0x" + String(high, radix: 16) + String(repeating: "0", count: 32 - tail.count) + tail
  }

  /// Gathers digits in native words and scales the total once per word.
  private static func value(of digits: Substring.UTF8View, radix: UInt64) -> UInt256? {
    var total = UInt256.zero
    var part: UInt64 = 0
    var scale: UInt64 = 1
    for byte in digits {
      guard let digit = digitValue(byte), digit < radix else { return nil }
      part = part &* radix &+ digit
      scale &*= radix
      if scale > UInt64.max / 16 / radix {
        guard let next = total.appending(part, scale: scale) else { return nil }
        (total, part, scale) = (next, 0, 1)
      }
    }
    return total.appending(part, scale: scale)
  }

  private func appending(_ part: UInt64, scale: UInt64) -> UInt256? {
    if isZero { return UInt256(part) }
    let (scaled, tooWide) = multipliedReportingOverflow(by: UInt256(scale))
    let (sum, carry) = scaled.addingReportingOverflow(UInt256(part))
    return tooWide || carry ? nil : sum
  }

  private static func digitValue(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte &- UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte &- UInt8(ascii: "a") &+ 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte &- UInt8(ascii: "A") &+ 10)
    default: nil
    }
  }
}
