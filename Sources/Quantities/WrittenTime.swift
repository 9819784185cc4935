/// A point in time as people, explorers and languages write it: `2026-05-01`, `2026-05-01 12:00`,
/// `2026-05-01T12:00:00.000Z`, `2026-05-01T14:00:00+02:00`, `2026-05-01 12:00:00 UTC`.
///
/// Foundation's parser is lenient (it takes the 30th of February); money data wants the strict form.
package enum WrittenTime: Hashable {
  /// Seconds since 1970-01-01T00:00:00Z, and whether the text names a zone; a day alone is UTC's.
  case seconds(UInt64, hasZone: Bool)
  /// A fraction of a second that is not zero.
  case fraction

  /// Reads a time; nil where the text is none.
  package init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard let day = Self.day(&rest) else { return nil }
    guard !rest.isEmpty else {
      self = .seconds(UInt64(day * 86_400), hasZone: true)
      return
    }
    guard rest.first == UInt8(ascii: "T") || rest.first == UInt8(ascii: " ") else { return nil }
    rest.removeFirst()
    guard let clock = Self.clock(&rest) else { return nil }
    let isWhole = Self.takeFraction(&rest)
    guard let isWhole, let zone = Self.zone(rest) else { return nil }
    let seconds = day * 86_400 + clock - zone.offset
    guard seconds >= 0 else { return nil }
    self = isWhole ? .seconds(UInt64(seconds), hasZone: zone.isNamed) : .fraction
  }

  /// `YYYY-MM-DD` as days since 1970-01-01, of the years 1970 to 9999.
  private static func day(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard let year = number(4, &rest), take("-", &rest), let month = number(2, &rest),
      take("-", &rest), let day = number(2, &rest), year >= 1970, (1...12).contains(month),
      (1...ISO8601.daysInMonth(month, year: year)).contains(day)
    else { return nil }
    return ISO8601.daysSinceEpoch(year: year, month: month, day: day)
  }

  /// `HH:MM` or `HH:MM:SS` as seconds of a day.
  private static func clock(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard let hour = number(2, &rest), take(":", &rest), let minute = number(2, &rest),
      hour < 24, minute < 60
    else { return nil }
    guard take(":", &rest) else { return hour * 3_600 + minute * 60 }
    guard let second = number(2, &rest), second < 60 else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  /// Takes a fraction off, of which nil is none that can be read, and says whether it is zero.
  private static func takeFraction(_ rest: inout ArraySlice<UInt8>) -> Bool? {
    guard take(".", &rest) else { return true }
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits.isEmpty ? nil : digits.allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// `Z`, ` UTC`, `+HH:MM`, `+HHMM`, `+HH`, or nothing, which is UTC.
  private static func zone(_ text: ArraySlice<UInt8>) -> (offset: Int, isNamed: Bool)? {
    switch String(decoding: text, as: UTF8.self) {
    case "": return (0, false)
    case "Z", " UTC", " Z": return (0, true)
    default: break
    }
    var rest = text
    let isEast = take("+", &rest)
    guard isEast || take("-", &rest), let hour = number(2, &rest) else { return nil }
    var minute = 0
    if !rest.isEmpty {
      _ = take(":", &rest)
      guard let given = number(2, &rest) else { return nil }
      minute = given
    }
    guard rest.isEmpty, hour <= 14, minute < 60 else { return nil }
    return ((hour * 3_600 + minute * 60) * (isEast ? 1 : -1), true)
  }

  /// The number of so many digits.
  private static func number(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func take(_ mark: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }
}
