/// Why a grid cannot be evaluated.
public enum GridError: Error, Hashable, Sendable, CustomStringConvertible {
  /// An axis has no value, or more than ``GridAxis/maximumCount``.
  case axisLength(parameter: GridParameter, count: Int)
  /// A value of an axis or a fixed value is outside what the parameter can be.
  case valueOutOfRange(parameter: GridParameter, value: String, expected: String)
  /// A step of zero, or one that leads away from the stop.
  case badStep(parameter: GridParameter, step: String)
  /// A logarithmic axis with an end that is not above zero.
  case logarithmOfZero(parameter: GridParameter)
  /// The same parameter twice.
  case repeatedParameter(GridParameter)
  /// The same metric twice, or none at all.
  case badMetrics
  /// A metric needs a parameter that the grid has not.
  case missingParameter(metric: GridMetric, parameters: [GridParameter])
  /// The product of the axes has more points than can be counted.
  case tooManyPoints

  /// One sentence: what was found and what was expected.
  public var description: String {
    "\(subject): found \(found); expected \(expected)"
  }

  /// The input, the metric or the part of the grid that is at fault.
  public var subject: String {
    switch self {
    case .axisLength(let parameter, _), .valueOutOfRange(let parameter, _, _),
      .badStep(let parameter, _), .logarithmOfZero(let parameter),
      .repeatedParameter(let parameter):
      parameter.rawValue
    case .badMetrics: "metrics"
    case .missingParameter(let metric, _): metric.rawValue
    case .tooManyPoints: "axes"
    }
  }

  /// What is there.
  public var found: String {
    switch self {
    case .axisLength(_, let count): count == .max ? "too many values" : "\(count) values"
    case .valueOutOfRange(_, let value, _): value
    case .badStep(_, let step): "the step \(step)"
    case .logarithmOfZero: "an end at 0"
    case .repeatedParameter: "the input twice"
    case .badMetrics: "no metric, or one twice"
    case .missingParameter(_, let parameters):
      "no value for " + parameters.map(\.rawValue).joined(separator: " or ")
    case .tooManyPoints: "more points than can be counted"
    }
  }

  /// What should be there.
  public var expected: String {
    switch self {
    case .axisLength: "1 to \(GridAxis.maximumCount) values"
    case .valueOutOfRange(_, _, let expected): expected
    case .badStep: "a step that leads from start to stop"
    case .logarithmOfZero: "ends above 0 on a logarithmic axis"
    case .repeatedParameter: "each input once, as an axis or fixed"
    case .badMetrics: "each metric once"
    case .missingParameter: "it as an axis or fixed"
    case .tooManyPoints: "at most 2^62"
    }
  }
}
