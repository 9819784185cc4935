internal import Faults
internal import Inputs
internal import Platform
internal import Quantities
internal import Sheets
internal import Text

/// Writes answers to where the user wants them: whole, or not at all.
struct AnswerOutput {
  var path: String
  let format: ResultFormat
  /// How pages for people look.
  let style: TextStyle
  /// The rows of CSV and NDJSON, where the user chose.
  var table: String?
  /// Whether nobody reads the answer.
  var isQuiet = false
  /// What is drawn beside the answer.
  var picture: Picture?
  /// The notes before the answer's own, and whether notes are faults.
  let notes: InputNotes

  /// Makes one answer, which notes the peculiarities of its inputs, and writes it.
  func write(_ answer: (inout InputNotes) throws -> Sheet) throws {
    try refusePages()
    var notes = notes
    let sheet = try answer(&notes)
    try write(sheet)
    Diagnostics.notes(notes.notes)
  }

  /// Writes one answer.
  func write(_ sheet: Sheet) throws {
    var writer = writer(.single)
    let sheet = try checked(sheet)
    try OutputFile.write(to: path, option: "-o", with: picture) { file in
      try writer.write(sheet, to: file.write)
      try file.write(writer.end())
    }
    Diagnostics.notes(writer.omissions)
  }

  /// Writes answers of a kind, made as they are written: one by itself, several as a list, of which
  /// people get a table where the answers have a line.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - sheet: makes one by its number.
  /// - Throws: `Fault`, or what `sheet` throws.
  func write(_ count: Int, _ sheet: (Int) throws -> Sheet) throws {
    if count == 1 { return try write { _ in try sheet(0) } }
    try refusePages()
    let spool = SpoolFile()
    var writer = writer(.array)
    var lines: [Sheet] = []
    for index in 0..<count {
      let sheet = try checked(sheet(index))
      if format == .text, !sheet.summaryColumns.isEmpty {
        lines.append(sheet.summarized)
      } else {
        try writer.write(sheet, to: spool.write)
      }
    }
    if !lines.isEmpty { try writer.write(try SheetList().table(lines), to: spool.write) }
    try spool.write(writer.end())
    try OutputFile.write(to: path, option: "-o", with: picture, spool.release(to:))
    Diagnostics.notes(notes.notes + writer.omissions)
  }

  /// A writer of several answers.
  func writer(_ shape: SheetWriter.Shape) -> SheetWriter {
    SheetWriter(format: format, style: style, shape: shape, table: table)
  }

  /// The answer, once it is known to have the rows that the user chose.
  func checked(_ sheet: Sheet) throws(Fault) -> Sheet {
    if table != nil { try requireTable(among: sheet.rowNames) }
    return sheet
  }

  /// Refuses a choice of rows that is none of those that there are.
  func requireTable(among names: [String]) throws(Fault) {
    guard let table, !names.contains(table) else { return }
    throw Field(option: "--table", text: table).unknownName(among: names)
  }

  /// A page is of one vault.
  func refusePages() throws(Fault) {
    guard format != .html else {
      throw Fault(
        .unknownName, at: .option("--format"), found: "\"html\"",
        expected: "one of text, json, csv, ndjson")
    }
  }
}
