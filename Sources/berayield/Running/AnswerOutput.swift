internal import Faults
internal import Inputs
internal import Platform
internal import Quantities
internal import Sheets
internal import Text

/// Writes answers to where the user wants them: whole, or not at all.
struct AnswerOutput {
  let path: String
  let format: ResultFormat
  /// Digits after the point of rounded percentages.
  let precision: Int
  /// Whether notes on the input are faults.
  let isStrict: Bool

  private var style: TextStyle {
    TextStyle(precision: precision, color: path == "-" && standardOutputTakesColor())
  }

  /// Makes one answer, which notes the peculiarities of its inputs, and writes it.
  func write(_ answer: (inout InputNotes) throws -> Sheet) throws {
    try refusePages()
    var notes = InputNotes(strict: isStrict)
    let sheet = try answer(&notes)
    try write(sheet)
    Diagnostics.notes(notes.notes)
  }

  /// Writes one answer.
  func write(_ sheet: Sheet) throws {
    var writer = writer(.single)
    let bytes = writer.write(sheet) + writer.end()
    try OutputFile.write(to: path) { file in try file.write(bytes) }
    Diagnostics.notes(sheet.warningsMissing(from: format).map(\.description))
  }

  /// Asks about every vault of a JSON file (`-` for stdin), or about the one that options describe, and
  /// writes all answers or none.
  func answer(
    about file: String?, _ options: [String: String?],
    ask: (InputObject, inout InputNotes) throws(Fault) -> Sheet
  ) throws {
    var notes = InputNotes(strict: isStrict)
    var missing: [Warning] = []
    // A bad vault leaves the output empty: nothing is released before every vault has been read.
    let spool = SpoolFile()
    if let file {
      try answer(
        VaultDocument(try ByteSource(path: file), options: options), &notes, &missing, spool,
        ask)
    } else {
      var writer = writer(.single)
      let sheet = try ask(InputObject(options: options), &notes)
      missing = sheet.warningsMissing(from: format)
      try spool.write(writer.write(sheet))
      try spool.write(writer.end())
    }
    try OutputFile.write(to: path, spool.release(to:))
    Diagnostics.notes(notes.notes)
    Diagnostics.notes(missing.map(\.description))
  }

  private func answer(
    _ vaults: VaultDocument, _ notes: inout InputNotes, _ missing: inout [Warning],
    _ spool: SpoolFile,
    _ ask: (InputObject, inout InputNotes) throws(Fault) -> Sheet
  ) throws {
    var vaults = vaults
    var writer: SheetWriter?
    var count = 0
    while let inputs = try vaults.next(notes: &notes) {
      if format == .html, count > 0 {
        throw Fault(
          .repeated, at: inputs.whole, found: "a second vault",
          expected: "a document with one vault: a page shows one")
      }
      var present = writer ?? self.writer(vaults.isArray ? .array : .single)
      let sheet = try ask(inputs, &notes)
      missing += sheet.warningsMissing(from: format)
      try spool.write(present.write(sheet))
      writer = present
      count += 1
    }
    if format == .html, let file = count == 0 ? vaults.name : nil {
      throw Fault(
        .missingValue, at: .file(file), found: "no vault",
        expected: "a document with one vault")
    }
    var last = writer ?? self.writer(.array)
    try spool.write(last.end())
  }

  /// A writer of several answers.
  func writer(_ shape: SheetWriter.Shape) -> SheetWriter {
    SheetWriter(format: format, style: style, shape: shape)
  }

  /// A page is of one vault.
  func refusePages() throws(Fault) {
    guard format != .html else {
      throw Fault(
        .unknownName, at: .option("--format"), found: "html",
        expected: "text, json, csv or ndjson")
    }
  }
}
