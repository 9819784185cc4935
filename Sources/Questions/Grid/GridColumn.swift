internal import Bulk
internal import FixedPoint
internal import Platform
internal import Quantities
internal import Text
internal import Faults
internal import Inputs

/// A column of a CSV file whose values become an axis.
struct GridColumn {
  let path: String
  let column: String

  /// The axis of the column's values, in the order of the rows.
  func axis(
    of key: InputKey, notes: inout InputNotes
  ) throws(Fault) -> GridAxis {
    let source = try ByteSource(path: path)
    let bytes = try source.readAll()
    let reader = CSVRecordReader(bytes, name: source.name)
    var raw: [ExactInteger] = []
    let first = try reader.next()
    let header = CSVHeader(
      first?.fields ?? [], file: source.name, line: first?.position.line ?? 1)
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
