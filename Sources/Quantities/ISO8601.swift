/// Dates of the form `YYYY-MM-DDTHH:MM:SSZ`, whole seconds, years 1970 to 9999, UTC only.
///
/// Foundation's parser is lenient (it takes the 30th of February); money data wants the strict form.
package enum ISO8601 {
  /// The unix seconds of a date, midnight where it is a day alone, or nil when the text is not of the form.
  ///
  /// - Parameter text: the date.
  /// - Returns: the seconds since 1970-01-01T00:00:00Z.
  package static func seconds(of text: String) -> UInt64? {
    // A day alone is its first second.
    let bytes = Array((text.utf8.count == 10 ? text + "T00:00:00Z" : text).utf8)
    let form = Array("0000-00-00T00:00:00Z".utf8)
    guard bytes.count == form.count else { return nil }
    for (byte, mark) in zip(bytes, form) {
      if mark == UInt8(ascii: "0") {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      } else {
        guard byte == mark else { return nil }
      }
    }
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard year >= 1970, (1...12).contains(month), hour < 24, minute < 60, second < 60,
      (1...daysInMonth(month, year: year)).contains(day)
    else { return nil }
    let days = daysSinceEpoch(year: year, month: month, day: day)
    return UInt64(((days * 24 + hour) * 60 + minute) * 60 + second)
  }

  /// The date of unix seconds, in the same form.
  ///
  /// - Parameter seconds: seconds since 1970-01-01T00:00:00Z.
  /// - Returns: the date, as `2026-05-01T12:00:00Z`.
  package static func text(of seconds: UInt64) -> String {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: Seconds.day.count)
    // Days from civil and back: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ value: UInt64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(day))"
      + "T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  private static func isLeap(_ year: Int) -> Bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  }

  private static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
