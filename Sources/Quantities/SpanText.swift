package import FixedPoint

/// Spans of time as people read them: the two largest units, the rest cut off.
package enum SpanText {
  private static let day = ExactInteger(Seconds.day.count)
  /// From here on people read years of 365 days.
  private static let longestInDays: ExactInteger = 1_000_000

  /// `11 d 4 h`, `7 d`, `2 h 5 min`, `45 s`; years from a million days on.
  package static func of(_ seconds: ExactInteger) -> String {
    let magnitude = seconds.magnitude
    let days = magnitude.divided(byNonZero: day, rounding: .down)
    let sign = seconds.isNegative ? "-" : ""
    if days >= longestInDays {
      let years = days.divided(byNonZero: 365, rounding: .down)
      return sign + ExactRational(years).shortText(significantDigits: 4) + " years"
    }
    let rest = UInt64(exactly: magnitude - days * day) ?? 0
    let parts = [
      ("\(days)", "d"), ("\(rest / 3_600)", "h"), ("\(rest / 60 % 60)", "min"),
      ("\(rest % 60)", "s"),
    ]
    guard let first = parts.firstIndex(where: { $0.0 != "0" }) else { return "0 s" }
    let shown = parts[first...].prefix(2).filter { $0.0 != "0" }
    return sign + shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }
}
