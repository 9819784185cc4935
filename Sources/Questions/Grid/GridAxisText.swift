package import Bulk
internal import FixedPoint
internal import Quantities
package import Faults
package import Inputs
package import Text

/// An axis as the command line writes it: `NAME=VALUES`.
///
///     V1,V2,...               a list
///     START:STOP:COUNT        COUNT values at equal distances, both ends included
///     START:STOP:step=STEP    from START in steps, up to STOP
///     START:STOP:COUNT:log    COUNT values at equal ratios
///     @FILE.csv:COLUMN        the values of a column of a CSV file
package struct GridAxisText {
  private let field: Field
  private let key: InputKey
  private let values: String

  /// Takes the name off.
  ///
  /// - Parameter field: `NAME=VALUES`, with its place.
  /// - Throws: `Fault`.
  package init(_ field: Field) throws(Fault) {
    let parts = field.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw field.error(
        expected: "NAME=START:STOP:COUNT, NAME=START:STOP:step=STEP, NAME=START:STOP:COUNT:log, "
          + "NAME=V1,V2,... or NAME=@FILE.csv:COLUMN")
    }
    self.field = field
    key = try Field(text: String(parts[0]), place: field.place).gridKey()
    values = String(parts[1])
  }

  /// The axis.
  ///
  /// - Parameters:
  ///   - form: how the file of a column is written.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the axis.
  /// - Throws: `Fault`.
  package func axis(form: CSVForm, notes: inout InputNotes) throws(Fault) -> GridAxis {
    if GridColumn.isNamed(by: values[...]) { return try columnAxis(form, notes: &notes) }
    // A time such as 2026-05-01T12:00:00Z has colons of its own.
    let isTimes =
      key.scale == .time
      && values.split(separator: ",").contains { WrittenTime(String($0)) != nil }
    guard values.contains(":"), !isTimes else { return try listAxis(notes: &notes) }
    let parts = values.split(separator: ":", omittingEmptySubsequences: false).map(part)
    guard parts.count == 3 || (parts.count == 4 && parts[3].text == "log") else {
      throw field.error(expected: "START:STOP:COUNT, START:STOP:step=STEP or START:STOP:COUNT:log")
    }
    let start = try parts[0].gridNumber(of: key, notes: &notes)
    let stop = try parts[1].gridNumber(of: key, notes: &notes)
    let name = "step="
    if parts[2].text.hasPrefix(name) {
      guard parts.count == 3 else { throw field.error(expected: "no log with a step") }
      let step = try part(parts[2].text.dropFirst(name.count)).gridStep()
      return try field.located { () throws(Fault) in
        try GridAxis(key, from: start, through: stop, by: step)
      }
    }
    let count = try parts[2].gridCount()
    return try field.located { () throws(Fault) in
      parts.count == 4
        ? try GridAxis(logarithmic: key, from: start, through: stop, count: count)
        : try GridAxis(key, from: start, through: stop, count: count)
    }
  }

  private func listAxis(notes: inout InputNotes) throws(Fault) -> GridAxis {
    var raw: [ExactInteger] = []
    for text in values.split(separator: ",", omittingEmptySubsequences: false) {
      raw.append(try part(text).gridValue(of: key, notes: &notes))
    }
    return try field.located { () throws(Fault) in try GridAxis(key, raw: raw) }
  }

  private func columnAxis(
    _ form: CSVForm, notes: inout InputNotes
  ) throws(Fault) -> GridAxis {
    guard let column = GridColumn(values[...]) else {
      throw field.error(expected: "@FILE.csv:COLUMN")
    }
    return try column.axis(of: key, form: form, notes: &notes)
  }

  private func part(_ text: Substring) -> Field { Field(text: String(text), place: field.place) }
}
