package import Faults
package import Quantities
internal import Text
package import Yields

/// What is asked of a table in memory, and which of its columns is which.
package struct TablePlan: Sendable {
  let rows: RowPlan
  /// The columns that are read: what each is, and where it stands.
  package let inputs: [Input]

  package struct Input: Sendable {
    package let key: InputKey
    package let column: Int
  }

  /// Finds the columns by their names.
  ///
  /// - Parameters:
  ///   - names: the table's columns.
  ///   - analysis: the figures, the time and the conventions; `overridesTimestamps` is whether its time
  ///     wins over the rows' own, which are needed where it does not.
  /// - Throws: `Fault` for a column that is missing, or two that are the same.
  package init(columns names: [String], _ analysis: CSVAnalysis) throws(Fault) {
    let found: [InputKey?]
    do throws(Fault) {
      found = try analysis.inputs(of: CSVHeader(names, file: "table", line: 1)).columns
    } catch {
      throw error.at(.input("columns"))
    }
    guard analysis.overridesTimestamps || found.contains(.timestamp) else {
      throw Fault(
        .missingColumn, at: .input("at"), found: "no column timestamp",
        expected: "one, where each row is evaluated at its own time")
    }
    rows = RowPlan(
      columns: found, columnNames: names, figureNames: analysis.metrics.map(\.column),
      analysis: analysis)
    inputs = found.enumerated().compactMap { column, key in
      key.map { Input(key: $0, column: column) }
    }
  }

  /// The figures, in order.
  package var figures: [FigureKey] { rows.figures.map(\.key) }
}

extension CSVAnalysis {
  /// Which column of a header is which input; nil for one that passes through.
  ///
  /// - Parameter header: the names.
  /// - Returns: the input of each column, and the column of times over which another time wins.
  /// - Throws: `Fault` at the header.
  func inputs(
    of header: CSVHeader
  ) throws(Fault) -> (columns: [InputKey?], unusedTimeColumn: String?) {
    let indices = try header.indices(
      of: inputs.map { key in
        let chosen = columnNames[key]
        return CSVHeader.Column(
          key.column, spellings: chosen.map { [$0] } ?? [key.column, key.rawValue],
          isRequired: key.isRequiredColumn || chosen != nil, isChosen: chosen != nil)
      })
    var columns = [InputKey?](repeating: nil, count: header.names.count)
    for case (let key, let index?) in zip(inputs, indices) { columns[index] = key }
    guard overridesTimestamps, let times = columns.firstIndex(of: .timestamp) else {
      return (columns, nil)
    }
    columns[times] = nil
    return (columns, header.names[times])
  }
}
