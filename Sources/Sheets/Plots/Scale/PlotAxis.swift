internal import FixedPoint

/// What an axis or a colour scale shows.
package struct PlotAxis: Hashable, Sendable {
  /// How values are written.
  package enum Unit: Hashable, Sendable {
    /// As they are.
    case plain
    /// Fractions as percentages.
    case percent
  }

  /// What the values are.
  package let title: String
  /// How they are written.
  package let unit: Unit

  /// Names an axis.
  ///
  /// - Parameters:
  ///   - title: what the values are.
  ///   - unit: how they are written.
  package init(_ title: String, unit: Unit = .plain) {
    self.title = title
    self.unit = unit
  }

  /// A value with all its digits.
  func exactText(_ value: Wad) -> String {
    switch unit {
    case .plain: value.text()
    case .percent: Wad(raw: value.rawValue * 100).text() + "%"
    }
  }
}
