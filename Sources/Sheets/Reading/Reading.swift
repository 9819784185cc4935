package import FixedPoint
internal import Quantities

/// A value as people read it: rounded and marked as such, or with all its digits, as they ask.
///
/// Programs never get a reading: they get the exact value.
package enum Reading: Hashable, Sendable {
  /// `raw / 10^decimals`.
  case number(ExactInteger, decimals: Int)
  /// US dollars, cents where nothing else is asked for.
  case usd(Wad)
  /// A part of one, as a percentage; with all digits, as a fraction too.
  case share(Wad)
  /// A part of one, as a percentage alone.
  case percent(Wad)
  /// A percentage without the mark, where the digits shown are all there are.
  case plainPercent(Wad)
  /// A span of time: `11 d 4 h`.
  case span(ExactInteger)
  /// Unix seconds, as a date and a time of day where there are such.
  case time(ExactInteger)
  /// Unix seconds, as a date alone; with all digits as ``time(_:)``.
  case date(ExactInteger)

  /// A number of 18 decimals.
  package static func number(_ wad: Wad) -> Reading {
    .number(wad.rawValue, decimals: Wad.fractionDigits)
  }

  func text(_ style: TextStyle) -> String {
    switch self {
    case .number(let raw, let decimals): number(raw, decimals: decimals, style)
    case .usd(let wad): usd(wad, style)
    case .share(let wad):
      style.isExact
        ? "\(wad.text()) (\(Self.exactPercent(wad)))" : Self.roundedPercent(wad, style)
    case .percent(let wad):
      style.isExact ? Self.exactPercent(wad) : Self.roundedPercent(wad, style)
    case .plainPercent(let wad):
      wad.percentText(fractionDigits: style.digits, rounding: .halfEven)
    case .span(let seconds): style.isExact ? "\(seconds) s" : SpanText.of(seconds)
    case .time(let seconds): Self.time(seconds, style)
    case .date(let seconds):
      Self.time(style.isExact ? seconds : Self.midnight(before: seconds), style)
    }
  }

  private func number(_ raw: ExactInteger, decimals: Int, _ style: TextStyle) -> String {
    guard !style.isExact else { return raw.decimalText(places: decimals) }
    let value = ExactRational(raw) * .powerOfTen(-decimals)
    return RoundedText(value, fractionDigits: style.digits).marked
  }

  private func usd(_ wad: Wad, _ style: TextStyle) -> String {
    guard !style.isExact else { return wad.text() }
    // Cents of a sum, digits of what is worth less than a dollar.
    let digits = style.precision ?? (wad.magnitude < Wad.one ? style.digits : TextStyle.cents)
    return RoundedText(ExactRational(wad), fractionDigits: digits).marked
  }

  private static func exactPercent(_ wad: Wad) -> String {
    wad.rawValue.decimalText(places: Wad.fractionDigits - 2) + "%"
  }

  private static func roundedPercent(_ wad: Wad, _ style: TextStyle) -> String {
    RoundedText(ExactRational(wad) * ExactRational(100), fractionDigits: style.digits).marked + "%"
  }

  private static func midnight(before seconds: ExactInteger) -> ExactInteger {
    let day = ExactInteger(Seconds.day.count)
    return seconds.divided(byNonZero: day, rounding: .down) * day
  }

  private static func time(_ seconds: ExactInteger, _ style: TextStyle) -> String {
    guard let time = UInt64(exactly: seconds), time < Timestamp.millisecondsThreshold else {
      return "\(seconds) (unix seconds)"
    }
    let date = ISO8601.text(of: time)
    // Midnight needs no clock.
    if !style.isExact, time.isMultiple(of: Seconds.day.count) { return String(date.prefix(10)) }
    return style.isExact ? "\(seconds) (\(date))" : date
  }
}
