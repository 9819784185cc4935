internal import Bulk
internal import FixedPoint
internal import Platform
internal import Quantities
internal import Text
internal import Faults
package import Inputs

/// A column of a CSV file whose values become an axis.
struct GridColumn {
  let path: String
  let column: String

  /// Takes `@FILE.csv:COLUMN` apart; nil where there is no colon.
  init?(_ text: Substring) {
    let parts = text.dropFirst()
    guard let colon = parts.lastIndex(of: ":") else { return nil }
    self.init(path: String(parts[..<colon]), column: String(parts[parts.index(after: colon)...]))
  }

  init(path: String, column: String) {
    self.path = path
    self.column = column
  }

  /// Whether the values of an axis are those of a column.
  static func isNamed(by values: Substring) -> Bool { values.hasPrefix("@") }

  /// The axis of the column's values, in the order of the rows.
  func axis(
    of key: InputKey, form: CSVForm, notes: inout InputNotes
  ) throws(Fault) -> GridAxis {
    let source = try ByteSource(path: path)
    let reader = try CSVRecordReader(reading: source, form: form)
    var raw: [ExactInteger] = []
    let first = try reader.next()
    let header = CSVHeader(
      first?.fields ?? [], file: source.name, line: first?.position.line ?? 1, form: form)
    let index = try header.index(ofRequired: column)
    while let record = try reader.next() {
      try header.requireFieldCount(of: record)
      let value = Field(
        text: record.fields[index],
        place: .file(source.name, line: record.position.line, member: column))
      raw.append(try value.gridValue(of: key, notes: &notes))
    }
    let whole = Field(text: column, place: .file(source.name, member: column))
    return try whole.located { () throws(Fault) in try GridAxis(key, raw: raw) }
  }
}

extension GridQuestion {
  /// The file that an axis reads its values from, as the command line writes it.
  ///
  /// - Parameter axis: `NAME=VALUES`.
  /// - Returns: the file's path; nil for other axes, and for what is no axis.
  package static func columnFile(ofAxis axis: String) -> String? {
    guard let equals = axis.firstIndex(of: "=") else { return nil }
    let values = axis[axis.index(after: equals)...]
    return GridColumn.isNamed(by: values) ? GridColumn(values)?.path : nil
  }

  /// The files that the axes of a grid file read their values from.
  ///
  /// - Parameter document: the grid file, not checked yet.
  /// - Returns: the paths, as far as they can be found.
  package static func columnFiles(of document: InputNode) -> [String] {
    let axes = document.json.members?.first { $0.key == "axes" }?.node.elements ?? []
    return axes.compactMap { axis in
      axis.members?.first { $0.key == "csv" }?.node.scalarText
    }
  }
}
