/// A second, slow and obvious reading of number text: digit strings only, no arithmetic.
///
/// The fuzz test compares the package's readers with it.
enum NumberTextModel {
  enum Verdict: Equatable {
    case malformed
    case exponentOutOfRange
    case tooManyDecimals(Int)
    /// The canonical text of the value.
    case value([UInt8])
  }

  /// The verdict on a decimal number with at most 18 decimals.
  static func decimal(_ text: [UInt8]) -> Verdict {
    var body = text[...]
    let isNegative = body.first == minus
    if isNegative { body.removeFirst() }
    var exponent = 0
    if let mark = body.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      var power = body[(mark + 1)...]
      let sign = power.first
      if sign == minus || sign == UInt8(ascii: "+") { power.removeFirst() }
      guard isDigits(power) else { return .malformed }
      body = body[..<mark]
      guard isMantissa(body) else { return .malformed }
      let digits = power.drop { $0 == zero }
      if digits.count > 7 { return .exponentOutOfRange }
      exponent = digits.reduce(0) { $0 * 10 + Int($1 - zero) }
      if exponent > 1_000_000 { return .exponentOutOfRange }
      if sign == minus { exponent = -exponent }
    }
    guard isMantissa(body) else { return .malformed }
    let point = body.firstIndex(of: dot) ?? body.endIndex
    var digits = Array(body.filter { $0 != dot })
    var places = max(0, body.endIndex - point - 1) - exponent
    while let last = digits.last, last == zero {
      digits.removeLast()
      places -= 1
    }
    if digits.isEmpty { return .value([zero]) }
    if places > 18 { return .tooManyDecimals(places) }
    if places < 0 { digits += Array(repeating: zero, count: -places) }
    return .value((isNegative ? [minus] : []) + pointed(digits, places: max(0, places)))
  }

  /// The verdict on an integer; hexadecimal values are canonical in hexadecimal.
  static func integer(_ text: [UInt8]) -> Verdict {
    var body = text[...]
    let sign: [UInt8] = body.first == minus ? [minus] : []
    if !sign.isEmpty { body.removeFirst() }
    if isDigits(body) {
      let digits = body.drop { $0 == zero }
      return .value(digits.isEmpty ? [zero] : sign + digits)
    }
    guard body.count > 2, body.first == zero, body.dropFirst().first.map({ $0 | 0x20 }) == 0x78
    else { return .malformed }
    let digits = body.dropFirst(2).map { $0 < 0x40 ? $0 : $0 | 0x20 }
    let isHexadecimal = digits.allSatisfy {
      (zero...UInt8(ascii: "9")).contains($0) || (0x61...0x66).contains($0)
    }
    guard isHexadecimal else { return .malformed }
    let significant = digits.drop { $0 == zero }
    return .value(
      significant.isEmpty ? Array("0x0".utf8) : sign + Array("0x".utf8) + significant)
  }

  private static let minus = UInt8(ascii: "-")
  private static let zero = UInt8(ascii: "0")
  private static let dot = UInt8(ascii: ".")

  private static func isDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { $0 >= zero && $0 <= UInt8(ascii: "9") }
  }

  private static func isMantissa(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let point = bytes.firstIndex(of: dot) else { return isDigits(bytes) }
    return isDigits(bytes[..<point]) && isDigits(bytes[(point + 1)...])
  }

  /// Digits with a point before the last `places`, no leading zeros but the one before the point.
  private static func pointed(_ digits: [UInt8], places: Int) -> [UInt8] {
    let padded = Array(repeating: zero, count: max(0, places + 1 - digits.count)) + digits
    let whole = padded.dropLast(places).drop { $0 == zero }
    let shown = whole.isEmpty ? [zero] : Array(whole)
    return places == 0 ? shown : shown + [dot] + padded.suffix(places)
  }
}
