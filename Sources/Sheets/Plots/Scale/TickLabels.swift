internal import FixedPoint

/// The texts of values on one axis: at most six characters each, because they share a power of ten or a
/// number that they are counted from.
struct TickLabels: Sendable {
  /// The longest text.
  static let room = 6

  let texts: [String]
  /// The axis' title and unit, with what the texts share.
  let title: String

  /// Writes values for an axis.
  ///
  /// - Parameters:
  ///   - values: what is to be written.
  ///   - axis: what they are.
  ///   - isLogarithmic: whether the axis is drawn as a logarithmic one.
  init(_ values: [Wad], on axis: PlotAxis, isLogarithmic: Bool = false) {
    let shown = values.map(axis.shown)
    let form =
      isLogarithmic ? Self.powers(shown, axis) ?? Self.form(shown, axis) : Self.form(shown, axis)
    texts = form.texts
    title = axis.title(shared: form.shared) + (isLogarithmic ? " (log)" : "")
  }

  /// The texts, and what they share: a factor, a number that they are counted from; empty where they
  /// are the values themselves.
  private typealias Form = (texts: [String], shared: String)

  private static func form(_ values: [ExactRational], _ axis: PlotAxis) -> Form {
    if let form = scaled(values, suffix: axis.suffix) { return form }
    let own = values.map { ownText($0) }
    if Set(own).count == Set(values).count { return (own, axis.isPercent ? "%" : "") }
    return counted(values, axis) ?? (own, axis.isPercent ? "%" : "")
  }

  /// Powers of ten: plain where all are short, else as such; nil for other values.
  private static func powers(_ values: [ExactRational], _ axis: PlotAxis) -> Form? {
    let exponents = values.compactMap(\.decimalExponent)
    guard exponents.count == values.count else { return nil }
    let plain = values.map { decimals($0, 18) + axis.suffix }
    if plain.allSatisfy({ $0.count <= room }) { return (plain, "") }
    return (exponents.map { "10" + ShortNumber.superscript($0) }, axis.isPercent ? "%" : "")
  }

  /// Values over the power of ten that makes all of them short and distinct: first none, then one of
  /// the thousands, then that of the greatest.
  private static func scaled(_ values: [ExactRational], suffix: String) -> Form? {
    let largest = exponent(of: values)
    let thousands = (largest >= 0 ? largest : largest - 2) / 3 * 3
    for isRough in [false, true] {
      for factor in [0, thousands, largest] {
        let parts = values.map { $0 * .powerOfTen(-factor) }
        guard let texts = short(parts, suffix: factor == 0 ? suffix : "", isRough: isRough) else {
          continue
        }
        if factor == 0 { return (texts, "") }
        let unit = suffix.isEmpty ? "" : "% "
        return (texts, "\(unit)×10\(ShortNumber.superscript(factor))")
      }
    }
    return nil
  }

  /// What is left of values that differ little, above the round number below all of them.
  private static func counted(_ values: [ExactRational], _ axis: PlotAxis) -> Form? {
    guard let low = values.min(), let high = values.max() else { return nil }
    var power = exponent(of: [high - low])
    if ExactRational.powerOfTen(power) < high - low { power += 1 }
    let units = (low * .powerOfTen(-power)).integer(rounding: .down)
    let base = ExactRational(units) * .powerOfTen(power)
    let digits = units.magnitude.description.utf8.count
    guard digits <= 18, let form = scaled(values.map { $0 - base }, suffix: "") else { return nil }
    let unit = [axis.isPercent ? "%" : "", form.shared].filter { !$0.isEmpty }
    return (form.texts, (unit + ["above \(ShortNumber.text(base, digits))"]).joined(separator: " "))
  }

  /// Values as they are, else with one digit more than tells them apart; nil where that is not short.
  ///
  /// A label marks a place, the exact values stand elsewhere. Rough ones have no digit more. A value
  /// that is not 0 never reads 0.
  private static func short(
    _ values: [ExactRational], suffix: String, isRough: Bool
  ) -> [String]? {
    func fitting(_ digits: Int) -> [String]? {
      let texts = values.map { decimals($0, digits) + suffix }
      return texts.allSatisfy { $0.count <= room } ? texts : nil
    }
    if values.allSatisfy({ ($0 * .powerOfTen(room)).isInteger }), let exact = fitting(room) {
      return exact
    }
    let distinct = Set(values).count
    let zeros = values.count(where: \.isZero)
    let least = (0...room).first { digits in
      let texts = values.map { decimals($0, digits) }
      return Set(texts).count == distinct
        && texts.count(where: { $0 == "0" || $0 == "-0" }) == zeros
    }
    guard let least else { return nil }
    if let texts = fitting(least + 1) { return texts }
    // Three digits and more before the point tell enough.
    return isRough || exponent(of: values) >= 2 ? fitting(least) : nil
  }

  /// One value by itself, with as many digits as there is room for: `1.5e-9`.
  private static func ownText(_ value: ExactRational) -> String {
    let texts = (1...ShortNumber.digits).map { value.shortText(significantDigits: $0) }
    if let text = texts.last(where: { $0.count <= room }) { return text }
    // A million in full has seven.
    let exponent = exponent(of: [value])
    return "\(decimals(value * .powerOfTen(-exponent), 0))e\(exponent)"
  }

  private static func decimals(_ value: ExactRational, _ places: Int) -> String {
    (value * .powerOfTen(places)).integer(rounding: .halfEven).decimalText(places: places)
  }

  /// The exponent of the greatest magnitude's first digit; 0 where all are 0.
  private static func exponent(of values: [ExactRational]) -> Int {
    guard let largest = values.map(\.magnitude).max(), !largest.isZero else { return 0 }
    let digits = { (number: ExactInteger) in number.description.utf8.count }
    let guess = digits(largest.numerator) - digits(largest.denominator)
    return largest < .powerOfTen(guess) ? guess - 1 : guess
  }
}

extension PlotAxis {
  /// What stands behind each number.
  fileprivate var suffix: String { isPercent ? " %" : "" }

  /// Title, unit and what the labels share: `TVL, USD ×10⁶`.
  fileprivate func title(shared: String) -> String {
    if shared.isEmpty { return name }
    return name + (unit == nil || isPercent ? ", " : " ") + shared
  }
}

extension ExactRational {
  /// The k of a number 10^k; nil for others.
  fileprivate var decimalExponent: Int? {
    let isInverse = numerator == .one
    guard isInverse || isInteger, !isNegative else { return nil }
    let text = (isInverse ? denominator : numerator).description
    guard text.first == "1", text.dropFirst().allSatisfy({ $0 == "0" }) else { return nil }
    return isInverse ? 1 - text.count : text.count - 1
  }
}
