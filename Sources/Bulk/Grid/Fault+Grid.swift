internal import Faults
internal import FixedPoint
internal import Quantities
internal import Yields

// Why a grid cannot be evaluated. A place is the input, the metric or the part of the grid that is at
// fault; the border that read it knows where that stands.

extension Fault {
  /// An axis has no value, or more than ``GridAxis/maximumCount``; nil for more than can be counted.
  static func axisLength(_ key: InputKey, count: Int?) -> Fault {
    Fault(
      .outOfRange, at: .input(key.rawValue),
      found: "\(count.map(String.init) ?? "too many") values",
      expected: "1 to \(GridAxis.maximumCount) values")
  }

  /// A single value between two ends that differ: which one is not said.
  static func oneValueOfTwo(_ key: InputKey) -> Fault {
    Fault(
      .conflict, at: .input(key.rawValue), found: "1 value from a start to another stop",
      expected: "2 or more values, or a stop that is the start")
  }

  /// A value of an axis or a fixed value is outside of what the input can be.
  static func valueOutOfRange(_ key: InputKey, raw: ExactInteger) -> Fault {
    let bound =
      switch key.scale {
      case _ where raw.isZero: ""
      case .time, .seconds: ", below 1e11"
      case .raw: ", \(InputBounds.word)"
      case .decimal: ", \(InputBounds.decimal)"
      case .text, .count, .basisPoints: ""
      }
    return Fault(
      .outOfRange, at: .input(key.rawValue),
      found: Quotation.bare(FigureValue(raw: raw, decimals: key.decimals).text),
      expected: key.expectation + bound)
  }

  /// A step of zero, or one that leads away from the stop.
  static func badStep(_ key: InputKey, step: String) -> Fault {
    Fault(
      .invalidValue, at: .input(key.rawValue), found: "the step \(Quotation.bare(step))",
      expected: "a step that leads from start to stop")
  }

  /// A logarithmic axis with an end that is not above zero.
  static func logarithmOfZero(_ key: InputKey) -> Fault {
    Fault(
      .outOfRange, at: .input(key.rawValue), found: "an end at 0",
      expected: "ends above 0 on a logarithmic axis")
  }

  /// The same input twice.
  static func repeatedInput(_ key: InputKey) -> Fault {
    Fault(
      .repeated, at: .input(key.rawValue), found: "the input twice",
      expected: "each input once, as an axis or fixed")
  }

  /// What no grid varies.
  static func noAxis(_ key: InputKey) -> Fault {
    Fault(
      .unknownName, at: .input(key.rawValue), found: key.rawValue,
      expected: "one of \(InputKey.axes.map(\.rawValue).joined(separator: ", "))")
  }

  /// The same metric twice, or none at all, or a figure that no grid has.
  static let badMetrics = Fault(
    .invalidValue, at: .input("metrics"), found: "no metric, or a repeated one",
    expected: "each metric once")

  /// A metric needs an input that the grid has not.
  static func missingInput(of metric: FigureKey, among keys: [InputKey]) -> Fault {
    Fault(
      .missingValue, at: .input(metric.rawValue),
      found: "no value for " + keys.map(\.rawValue).joined(separator: " or "),
      expected: "an axis or a fixed value for it")
  }

  /// The product of the axes has more points than can be counted.
  static let tooManyPoints = Fault(
    .tooLong, at: .input("axes"), found: "more points than can be counted", expected: "at most 2^62"
  )
}
