internal import FixedPoint

/// A number rounded half to even for people, its thousands grouped: `133,999,994.80`.
///
/// Below 1 the digits are counted from the first that is not 0, so that a small number is not a 0.
/// From 1e15 on and below 1e-9 it is written with an exponent. What loses no digit is not marked.
struct RoundedText {
  let text: String
  /// Whether the text is all of the number.
  let isExact: Bool

  /// Outside of these powers of ten people read an exponent.
  private static let plain = -9..<15

  /// Rounds a number.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - fractionDigits: digits after the point; below 1, significant ones.
  init(_ value: ExactRational, fractionDigits: Int) {
    let exponent = value.decimalExponent
    if !Self.plain.contains(exponent) {
      let digits = max(fractionDigits, 1) + 1
      text = value.shortText(significantDigits: digits)
      isExact = Self.rounded(value, places: digits - 1 - exponent) == value
      return
    }
    let places = exponent < 0 ? max(fractionDigits, 1) - 1 - exponent : fractionDigits
    let rounded = Self.rounded(value, places: places)
    isExact = rounded == value
    let text = value.text(fractionDigits: places, rounding: .halfEven)
    self.text = Self.grouped(isExact ? Self.trimmed(text) : text)
  }

  private static func rounded(_ value: ExactRational, places: Int) -> ExactRational {
    let digits = (value * .powerOfTen(places)).integer(rounding: .halfEven)
    return ExactRational(digits) * .powerOfTen(-places)
  }

  /// Without the zeros that end a fraction.
  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// The text, with its mark where it is rounded.
  var marked: String { isExact ? text : "~ " + text }

  /// Plain decimals with a comma after each three digits of the whole part.
  static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    let digits = whole.drop { $0 == "-" }
    var grouped = whole.hasPrefix("-") ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped + text.dropFirst(whole.count)
  }
}
