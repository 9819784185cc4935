internal import FixedPoint

/// Numbers for captions: four significant digits, the exact ones stand elsewhere.
enum ShortNumber {
  /// How many significant digits a caption shows.
  static let digits = 4

  /// Numbers with as many significant digits as tell them apart, at least ``digits``.
  static func texts(_ values: [ExactRational]) -> [String] {
    let distinct = Set(values).count
    for count in digits...18 {
      let texts = values.map { text($0, count) }
      if Set(texts).count == distinct { return texts }
    }
    return values.map { text($0, digits) }
  }

  /// One number: plain between 0.001 and ten million, with a power of ten beyond: `1.893×10⁵⁰`.
  static func text(_ value: ExactRational, _ digits: Int = digits) -> String {
    let parts = value.shortText(significantDigits: digits).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return parts.joined() }
    return "\(parts[0])×10\(superscript(exponent))"
  }

  /// An exponent as it stands beside its ten.
  static func superscript(_ exponent: Int) -> String {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let text = String(exponent.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
    return (exponent < 0 ? "⁻" : "") + text.joined()
  }
}
