internal import FixedPoint

/// The texts of round values on one axis, short because they share a power of ten.
struct TickLabels: Sendable {
  let texts: [String]
  /// The axis' title, with the power of ten where there is one.
  let title: String

  /// Writes values for an axis.
  ///
  /// - Parameters:
  ///   - values: what is to be written.
  ///   - axis: what they are.
  init(_ values: [Wad], on axis: PlotAxis) {
    switch axis.unit {
    case .percent:
      texts = Self.short(values.map { ExactRational($0) * ExactRational(100) }).map { $0 + "%" }
      title = axis.title
    case .plain:
      let largest = values.map(\.rawValue.magnitude).max() ?? 0
      let exponent = largest.isZero ? 0 : largest.description.utf8.count - 1 - Wad.fractionDigits
      let isLong = exponent >= 6 || exponent < -3
      let scale = ExactRational.powerOfTen(isLong ? -exponent : 0)
      texts = Self.short(values.map { ExactRational($0) * scale })
      title = isLong ? "\(axis.title)  (×10\(Self.superscript(exponent)))" : axis.title
    }
  }

  /// The values as they are where that is short, else with one digit more than tells them apart: a
  /// label marks a place, the exact values stand elsewhere.
  private static func short(_ values: [ExactRational]) -> [String] {
    let limit = 12
    func texts(_ digits: Int) -> [String] {
      values.map { value in
        (value * .powerOfTen(digits)).integer(rounding: .halfEven).decimalText(places: digits)
      }
    }
    let isExact = values.allSatisfy { ($0 * .powerOfTen(6)).isInteger }
    let exact = texts(6)
    if isExact, exact.allSatisfy({ $0.utf8.count <= 8 }) { return exact }
    let distinct = Set(values).count
    let digits = (0..<limit).first { Set(texts($0)).count == distinct } ?? limit
    return texts(digits + 1)
  }

  private static func superscript(_ exponent: Int) -> String {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let text = String(exponent.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
    return (exponent < 0 ? "⁻" : "") + text.joined()
  }
}
