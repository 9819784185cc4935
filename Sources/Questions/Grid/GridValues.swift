internal import Bulk
package import FixedPoint
package import Quantities
internal import Yields
package import Faults
package import Inputs

extension Field {
  /// A value of a grid's input, in units of the input's last decimal: a raw integer, a decimal, or a
  /// time.
  ///
  /// - Parameters:
  ///   - key: the input.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the value.
  /// - Throws: `Fault`.
  package func gridValue(
    of key: InputKey, notes: inout InputNotes
  ) throws(Fault) -> ExactInteger {
    switch key.scale {
    case .time: ExactInteger(try timestamp(notes: &notes).seconds)
    case .seconds: ExactInteger(try duration(key.noun).count)
    case .decimal:
      key.unit != "USD"
        ? try fraction(key.noun, notes: &notes).rawValue
        : try decimal(key.noun, notes: &notes).rawValue
    case .basisPoints where text.hasSuffix("%"):
      ExactInteger(try basisPoints(key.noun).value)
    case .text, .raw, .count, .basisPoints: try rawInteger(of: key)
    }
  }

  /// The same as an exact number, for the ends of an axis.
  func gridNumber(
    of key: InputKey, notes: inout InputNotes
  ) throws(Fault) -> ExactRational {
    let raw = try gridValue(of: key, notes: &notes)
    return ExactRational(raw) * ExactRational.powerOfTen(-key.decimals)
  }

  /// The step of an axis: any exact decimal, of either sign.
  func gridStep() throws(Fault) -> ExactRational {
    try signedExactDecimal("a step")
  }

  /// The number of values of an axis.
  func gridCount() throws(Fault) -> Int {
    try integer("a number of values", in: 1...GridAxis.maximumCount)
  }

  /// The input that this text names.
  func gridKey() throws(Fault) -> InputKey {
    guard let key = InputKey(spelled: text), InputKey.axes.contains(key) else {
      throw unknownName(among: InputKey.axes.map(\.rawValue))
    }
    return key
  }

  /// The metric that this text names.
  func gridMetric() throws(Fault) -> FigureKey {
    guard let metric = FigureKey(spelled: text), FigureKey.metrics.contains(metric) else {
      throw unknownName(among: FigureKey.metrics.map(\.rawValue))
    }
    return metric
  }

  /// The axis or the fault of the grid at this text's place.
  func located<Result>(_ make: () throws(Fault) -> Result) throws(Fault) -> Result {
    do throws(Fault) { return try make() } catch { throw error.ofGrid(at: place) }
  }
}

extension Fault {
  /// A grid's fault where the user wrote it, what it is about beside what was found.
  func ofGrid(at place: Place) -> Fault {
    let subject = self.place?.member.map { " (\($0))" } ?? ""
    return Fault(code, at: place, found: found + subject, expected: expected, hint: hint)
  }
}
