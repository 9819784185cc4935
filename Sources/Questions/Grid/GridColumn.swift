internal import Bulk
internal import FixedPoint
internal import Platform
internal import Text

/// A column of a CSV file whose values become an axis.
struct GridColumn {
  let path: String
  let column: String
  /// The text that names the file, for errors about the file as a whole.
  let field: Field

  /// The axis of the column's values, in the order of the rows.
  func axis(
    of parameter: GridParameter, notes: inout InputNotes
  ) throws(InputError) -> GridAxis {
    let source: ByteSource
    let bytes: [UInt8]
    do throws(FileError) {
      source = try ByteSource(path: path)
      bytes = try source.readAll()
    } catch {
      throw field.error(expected: "a readable CSV file", found: error.description)
    }
    var reader = CSVRecordReader(bytes)
    var raw: [ExactInteger] = []
    do throws(CSVError) {
      let header = try reader.next()?.fields ?? []
      guard let index = header.firstIndex(of: column) else {
        throw CSVError(position: .start, fact: "no column \"\(column)\" in the header")
      }
      while let record = try reader.next() {
        guard record.fields.count == header.count else {
          throw CSVError(
            position: record.position,
            fact: "\(record.fields.count) fields where the header has \(header.count)")
        }
        let value = Field(
          text: record.fields[index],
          place: InputPlace(
            source: source.name, line: record.position.line, field: column))
        do throws(InputError) {
          raw.append(try value.gridValue(of: parameter, notes: &notes))
        } catch {
          throw CSVError(
            position: record.position, fact: "\(column): found \(error.found)")
        }
      }
    } catch {
      throw InputError(
        at: InputPlace(source: source.name, line: error.position.line), found: error.fact,
        expected: "a CSV file with values of \(parameter.rawValue) in the column \(column)")
    }
    return try field.located { () throws(GridError) in try GridAxis(parameter, raw: raw) }
  }
}
