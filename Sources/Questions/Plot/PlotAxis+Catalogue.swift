internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Yields

// Axes by the titles and units of the catalogues.

extension PlotAxis {
  /// The axis of an input.
  ///
  /// - Parameters:
  ///   - key: the input.
  ///   - stakeDecimals: the decimals of the stake token; nil where they vary, and a stake is read in
  ///     base units.
  ///   - spacing: how values are placed.
  init(_ key: InputKey, stakeDecimals: Int? = 18, spacing: Spacing = .linear) {
    if let power = key.unitPower ?? stakeDecimals.map({ -$0 }) {
      self.init(key.title, unit: key.unit, power: power, spacing: spacing)
    } else {
      self.init(key.title, unit: "base units", spacing: spacing)
    }
  }

  /// The axis of a figure.
  init(_ key: FigureKey, spacing: Spacing = .byRange) {
    self.init(key.title, unit: key.unit.word, power: key.unit.power, spacing: spacing)
  }

  /// Days since a time.
  init(daysSince start: Timestamp) {
    self.init("days since \(start.date)")
  }
}

/// Days between two times as a place on an axis.
enum PlotDays {
  /// Days from one time to another, rounded half to even to 18 decimals.
  static func wad(seconds: ExactInteger) -> Wad {
    ExactRational(seconds, overNonZero: ExactInteger(Seconds.day.count)).wad(rounding: .halfEven)
  }

  static func wad(from start: Timestamp, to time: Timestamp) -> Wad {
    wad(seconds: ExactInteger(start.seconds(until: time).count))
  }
}

extension String {
  /// The text as the beginning of a title.
  var titled: String { prefix(1).uppercased() + dropFirst() }
}
