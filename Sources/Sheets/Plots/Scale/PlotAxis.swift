package import FixedPoint

/// What an axis or a colour scale shows, and in which unit people read it.
package struct PlotAxis: Hashable, Sendable {
  /// How values are placed.
  package enum Spacing: Hashable, Sendable {
    /// At distances that follow their differences.
    case linear
    /// At distances that follow their ratios.
    case logarithmic
    /// By ratios where the greatest is more than ``decades`` powers of ten above the least, else by
    /// differences.
    case byRange
  }

  /// How many powers of ten a metric spans before its scale follows the logarithm.
  static let decades = 2

  /// What the values are.
  package let title: String
  /// What one of them is; nil for pure numbers.
  package let unit: String?
  /// A value v is v * 10^power of the unit.
  package let power: Int
  /// How values are placed.
  package let spacing: Spacing

  /// Names an axis.
  ///
  /// - Parameters:
  ///   - title: what the values are.
  ///   - unit: what one of them is, `%` for hundredths.
  ///   - power: a value v is v * 10^power of the unit, so 2 for a fraction in percent.
  ///   - spacing: how values are placed.
  package init(
    _ title: String, unit: String? = nil, power: Int = 0, spacing: Spacing = .linear
  ) {
    self.title = title
    self.unit = unit
    self.power = power
    self.spacing = spacing
  }

  /// Title and unit: `reward price, USD`.
  ///
  /// Percentages say theirs in each number.
  package var name: String {
    guard let unit, !isPercent else { return title }
    return "\(title), \(unit)"
  }

  var isPercent: Bool { unit == "%" }

  /// A value in the axis' unit.
  func shown(_ value: Wad) -> ExactRational { ExactRational(value) * .powerOfTen(power) }

  /// A value with all its digits and its unit.
  func exactText(_ value: Wad) -> String {
    withUnit(value.rawValue.decimalText(places: max(Wad.fractionDigits - power, 0)))
  }

  /// Values with so many significant digits that they differ, at least ``ShortNumber/digits``.
  func shortTexts(_ values: [Wad]) -> [String] {
    ShortNumber.texts(values.map(shown)).map { isPercent ? $0 + " %" : $0 }
  }

  /// The texts of a few values and the title that goes with them, as a legend has them.
  package func legend(of values: [Wad]) -> (title: String, texts: [String]) {
    let labels = TickLabels(values, on: self)
    return (labels.title, labels.texts)
  }

  /// A number with the unit behind it.
  func withUnit(_ text: String) -> String { unit.map { "\(text) \($0)" } ?? text }

  /// Whether these values are placed by their ratios, which only numbers above 0 have.
  ///
  /// - Parameters:
  ///   - values: what the axis shows.
  ///   - skipsZero: whether a 0 is shown in another way.
  /// - Returns: true where the spacing asks for it and the values allow it.
  func isLogarithmic(_ values: [Wad], skipsZero: Bool = false) -> Bool {
    guard spacing != .linear else { return false }
    let placed = skipsZero ? values.filter { $0.signum != 0 } : values
    guard let low = placed.min(), let high = placed.max(), low.signum > 0, low < high else {
      return false
    }
    return spacing == .logarithmic
      || high.rawValue > low.rawValue * ExactInteger.powerOfTen(Self.decades)
  }

  /// The scale of values between two places, in hundredths of a pixel.
  ///
  /// - Parameters:
  ///   - values: what it must hold.
  ///   - start: where the least is.
  ///   - end: where the greatest is.
  ///   - isRound: whether the ends move out to round values.
  ///   - steps: about how many round values it shows.
  ///   - skipsZero: whether a 0 is shown in another way.
  /// - Returns: a logarithmic scale where ``isLogarithmic(_:skipsZero:)`` says so, else a linear one.
  func scale(
    _ values: [Wad], from start: Int, to end: Int, isRound: Bool, steps: Int,
    skipsZero: Bool = false
  ) -> any PlotScale {
    guard isLogarithmic(values, skipsZero: skipsZero) else {
      return LinearScale(values, from: start, to: end, isRound: isRound, steps: steps)
    }
    return LogarithmicScale(
      values.filter { $0.signum > 0 }, from: start, to: end, isRound: isRound, steps: steps)
  }
}
