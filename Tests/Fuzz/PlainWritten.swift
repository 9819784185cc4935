/// Whole numbers and times in the forms that tools print and people write, by rules on text: no code of
/// the engine is in it.
enum PlainWritten {
  /// The digits of `123n`, `123 [1.23e2]`, `12e18` and, where tokens have 18 decimals, `1.5 ether`; nil
  /// for any other text.
  static func integer(_ text: String, takesEther: Bool) -> [UInt8]? {
    if text.hasSuffix("]") { return bracketed(text) }
    if text.hasSuffix("n"), let digits = digits(text.dropLast()) { return digits }
    if takesEther, text.hasSuffix(" ether") { return wei(String(text.dropLast(6))) }
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let value = digits(parts[0]), let power = digits(parts[1]),
      PlainNumber.isAtMost(power, "78")
    else { return nil }
    let zeros = power.reduce(0) { $0 * 10 + Int($1) }
    return value.isEmpty ? [] : value + [UInt8](repeating: 0, count: zeros)
  }

  private static func wei(_ text: String) -> [UInt8]? {
    guard let tokens = PlainNumber(decimal: text), !tokens.isNegative || tokens.isZero,
      tokens.decimals <= 18
    else { return nil }
    return tokens.scaled(by: 18, below: .max)
  }

  /// The digits in front, where the number in brackets is them cut off, or rounded to nearest.
  private static func bracketed(_ text: String) -> [UInt8]? {
    let parts = text.dropLast().split(separator: "[", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasSuffix(" "), let whole = digits(parts[0].dropLast()),
      let short = PlainNumber(decimal: String(parts[1])), !short.isNegative || short.isZero
    else { return nil }
    // What stands behind the last digit of the short one, of up to a hundred.
    let mantissa = parts[1].prefix { $0 != "e" && $0 != "E" }
    let places = mantissa.split(separator: ".").dropFirst().first?.count ?? 0
    let power = short.exponent + places
    guard (0...100).contains(power), places <= 100 else { return nil }
    guard short.exponent > 0 else {
      let scaled = whole.isEmpty ? [] : whole + [UInt8](repeating: 0, count: -short.exponent)
      return scaled == short.digits ? whole : nil
    }
    let kept = Array(whole.dropLast(short.exponent))
    let isHalf = whole.count >= short.exponent && whole[whole.count - short.exponent] >= 5
    return kept == short.digits || isHalf && PlainNumber.next(after: kept) == short.digits
      ? whole : nil
  }

  /// The digits of a text of nothing else, without zeros in front.
  private static func digits(_ text: Substring) -> [UInt8]? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Array(text.utf8.map { $0 - 0x30 }.drop { $0 == 0 })
  }

  /// The whole seconds in front of a fraction of zeros, `1762766700.0`.
  static func wholeSeconds(_ text: String) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, digits(parts[1]) == [] else { return nil }
    return digits(parts[0])
  }

  /// The seconds of `90min` or `7d`; nil from `limit` on.
  static func span(_ text: String, below limit: Int) -> Int? {
    let units = [
      ("min", 60), ("s", 1), ("h", 3_600), ("d", 86_400), ("w", 604_800), ("y", 31_536_000),
    ]
    guard let (name, seconds) = units.first(where: { text.hasSuffix($0.0) }),
      let count = digits(text.dropLast(name.count)), text == "0" + name || !text.hasPrefix("0"),
      PlainNumber.isAtMost(count, "\((limit - 1) / seconds)")
    else { return nil }
    return count.reduce(0) { $0 * 10 + Int($1) } * seconds
  }
}

/// A day, or a day and a time with or without a zone, counted year by year.
enum PlainDate {
  static func seconds(of text: String) -> Int? {
    guard text.utf8.count >= 10, Array(text.utf8)[4] == UInt8(ascii: "-") else { return nil }
    let form =
      /([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:\.(0+))?(Z| Z| UTC|([+-])([0-9]{2})(?::?([0-9]{2}))?)?)?/
    guard
      let match = text.wholeMatch(of: form)?.output
    else { return nil }
    func number(_ part: Substring?) -> Int { part.flatMap { Int($0) } ?? 0 }
    let (year, month, day) = (number(match.1), number(match.2), number(match.3))
    let (hour, minute, second) = (number(match.4), number(match.5), number(match.6))
    let (hours, minutes) = (number(match.10), number(match.11))
    guard year >= 1970, (1...12).contains(month), day >= 1, day <= days(month, of: year),
      hour < 24, minute < 60, second < 60, hours <= 14, minutes < 60
    else { return nil }
    let before = (1970..<year).reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
    let inYear = (1..<month).reduce(0) { $0 + days($1, of: year) } + day - 1
    let offset = (hours * 60 + minutes) * 60 * (match.9 == "-" ? -1 : 1)
    let seconds = (((before + inYear) * 24 + hour) * 60 + minute) * 60 + second - offset
    return seconds >= 0 ? seconds : nil
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
  }

  private static func days(_ month: Int, of year: Int) -> Int {
    month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
