internal import FixedPoint

/// Places values on a line of pixels.
protocol PlotScale: Sendable {
  /// Whether equal distances are equal ratios.
  var isLogarithmic: Bool { get }
  /// The round values, from the least.
  var ticks: [Wad] { get }
  /// Values between the ticks that have a mark and no text.
  var minorTicks: [Wad] { get }

  /// Where a value is, in hundredths of a pixel, rounded once, half to even; values outside are put on
  /// the nearer end.
  func place(_ value: Wad) -> Int

  /// Which of so many equal parts of the scale a value is in; what many values need is worked out once.
  func parts(_ count: Int) -> (Wad) -> Int
}

extension PlotScale {
  /// The texts of the ticks.
  func labels(on axis: PlotAxis) -> TickLabels {
    TickLabels(ticks, on: axis, isLogarithmic: isLogarithmic)
  }
}
