package import Bulk
package import FixedPoint
internal import Quantities
package import Faults
package import Inputs

extension Field {
  /// A value of a grid's input, in units of the input's last decimal: a raw integer, a decimal, or a
  /// time.
  ///
  /// - Parameters:
  ///   - parameter: the input.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the value.
  /// - Throws: `Fault`.
  package func gridValue(
    of parameter: GridParameter, notes: inout InputNotes
  ) throws(Fault) -> ExactInteger {
    switch parameter {
    case .timestamp, .periodFinish: ExactInteger(try timestamp().seconds)
    case _ where parameter.decimals == 18:
      try decimal(parameter.rawValue, notes: &notes).rawValue
    default: try rawInteger("the raw \(parameter.rawValue)")
    }
  }

  /// The same as an exact number, for the ends of an axis.
  func gridNumber(
    of parameter: GridParameter, notes: inout InputNotes
  ) throws(Fault) -> ExactRational {
    let raw = try gridValue(of: parameter, notes: &notes)
    return ExactRational(raw) * ExactRational.powerOfTen(-parameter.decimals)
  }

  /// The step of an axis: any exact decimal, of either sign.
  func gridStep() throws(Fault) -> ExactRational {
    guard text.utf8.count <= 100, let step = try? ExactRational(parsing: text) else {
      throw error(expected: "a step as a decimal number, for example 0.25")
    }
    return step
  }

  /// The number of values of an axis.
  func gridCount() throws(Fault) -> Int {
    try integer("a number of values", in: 1...GridAxis.maximumCount)
  }

  /// The input that this text names.
  func gridParameter() throws(Fault) -> GridParameter {
    let key = text.filter { $0 != "_" && $0 != "-" }.lowercased()
    guard let parameter = GridParameter.allCases.first(where: { $0.rawValue.lowercased() == key })
    else {
      throw error(
        expected: "one of \(GridParameter.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return parameter
  }

  /// The metric that this text names.
  func gridMetric() throws(Fault) -> GridMetric {
    guard let metric = GridMetric(named: text) else {
      throw error(
        expected: "one of \(GridMetric.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return metric
  }

  /// The axis or the error of the grid at this text's place.
  func located<Result>(_ make: () throws(GridError) -> Result) throws(Fault) -> Result {
    do {
      return try make()
    } catch {
      throw Fault(
        .invalidValue, at: place, found: "\(error.found) (\(error.subject))",
        expected: error.expected)
    }
  }
}
