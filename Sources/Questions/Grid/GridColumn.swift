internal import Bulk
internal import FixedPoint
internal import Platform
internal import Text
internal import Faults
internal import Inputs

/// A column of a CSV file whose values become an axis.
struct GridColumn {
  let path: String
  let column: String
  /// The text that names the file, for errors about the file as a whole.
  let field: Field

  /// The axis of the column's values, in the order of the rows.
  func axis(
    of parameter: GridParameter, notes: inout InputNotes
  ) throws(Fault) -> GridAxis {
    let source: ByteSource
    let bytes: [UInt8]
    do throws(Fault) {
      source = try ByteSource(path: path)
      bytes = try source.readAll()
    } catch {
      throw field.error(expected: "a readable CSV file", found: error.description)
    }
    var reader = CSVRecordReader(bytes, name: source.name)
    var raw: [ExactInteger] = []
    let header = try reader.next()?.fields ?? []
    guard let index = header.firstIndex(of: column) else {
      throw Fault(
        .missingColumn, at: .file(source.name, line: 1),
        found: "no column \"\(column)\" in the header",
        expected: "a CSV file with values of \(parameter.rawValue) in the column \(column)")
    }
    while let record = try reader.next() {
      guard record.fields.count == header.count else {
        throw Fault(
          .fieldCount, at: .file(source.name, line: record.position.line),
          found: "\(record.fields.count) fields", expected: "\(header.count), as the header")
      }
      let value = Field(
        text: record.fields[index],
        place: .file(source.name, line: record.position.line, member: column))
      raw.append(try value.gridValue(of: parameter, notes: &notes))
    }
    return try field.located { () throws(GridError) in try GridAxis(parameter, raw: raw) }
  }
}
