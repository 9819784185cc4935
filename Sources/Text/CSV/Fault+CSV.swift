package import Faults

extension Fault {
  /// The quoting of a record is broken.
  package static func csv(_ damage: CSVDamage, at place: Place? = nil) -> Fault {
    switch damage.kind {
    case .strayQuote:
      Fault(
        .syntax, at: place, found: "a quote inside an unquoted field",
        expected: "the field in quotes")
    case .formula:
      Fault(
        .syntax, at: place, found: "a formula, =\"...\"", expected: "the value alone",
        hint: "a spreadsheet keeps digits so; sed 's/=\"/\"/g' FILE leaves quotes alone")
    case .textBehindQuote:
      Fault(
        .syntax, at: place, found: "text behind a closing quote",
        expected: "a delimiter or the line's end")
    case .unclosedQuote:
      Fault(
        .syntax, at: place, found: "a quoted field without its closing quote", expected: "one")
    }
  }

  /// A line that is longer than any line may be; it may have no end at all.
  package static func longLine(limit: Int, of file: String, line: Int) -> Fault {
    Fault(
      .tooLong, at: .file(file, line: line, member: line == 1 ? "header" : nil),
      found: "a line longer than \(limit) bytes", expected: line == 1 ? "a header" : "a record")
  }

  /// A record has more or fewer fields than its header.
  package static func csvFieldCount(_ count: Int, expected: Int, at place: Place? = nil) -> Fault {
    Fault(.fieldCount, at: place, found: "\(count) fields", expected: "\(expected)")
  }
}
