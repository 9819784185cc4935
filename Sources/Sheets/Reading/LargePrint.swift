internal import FixedPoint
internal import Quantities

/// A number in large print, where there is room for a few characters only: `~ 134 M`, `41.2 G%`.
enum LargePrint {
  /// How many characters there is room for.
  static let limit = 12

  /// A thousand to the power of the place.
  private static let letters = ["", " k", " M", " G", " T", " P", " E"]
  private static let digits = 3

  /// A number in three significant digits; outside of the letters with an exponent.
  static func text(_ value: ExactRational, _ unit: String = "") -> String {
    let places = digits - 1 - value.decimalExponent
    let rounded =
      ExactRational((value * .powerOfTen(places)).integer(rounding: .halfEven))
      * .powerOfTen(-places)
    let mark = rounded == value ? "" : "~ "
    let exponent = rounded.decimalExponent
    guard (0..<3 * letters.count).contains(exponent) else {
      return mark + value.shortText(significantDigits: digits) + unit
    }
    let group = exponent / 3
    let scaled = rounded * .powerOfTen(-3 * group)
    let text = scaled.text(
      fractionDigits: digits - 1 - scaled.decimalExponent, rounding: .halfEven)
    return mark + text + letters[group] + unit
  }
}

extension Reading {
  /// The value in large print: as it is otherwise, where that has room.
  func large(_ style: TextStyle) -> String {
    let text = text(style)
    guard text.count > LargePrint.limit else { return text }
    return switch self {
    case .number(let raw, let decimals):
      LargePrint.text(ExactRational(raw) * .powerOfTen(-decimals))
    case .usd(let wad): LargePrint.text(ExactRational(wad))
    case .share(let wad), .percent(let wad), .plainPercent(let wad):
      LargePrint.text(ExactRational(wad) * ExactRational(100), "%")
    case .span, .time, .date: text
    }
  }
}
