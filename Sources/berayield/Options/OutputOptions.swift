internal import ArgumentParser
internal import Platform
internal import Questions

extension ResultFormat: ExpressibleByArgument {}

/// Where results go and in what form: the same options for every command.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How to write the result.", valueName: "text|json|csv|ndjson"))
  var format: ResultFormat = .text

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Where to write; '-' is stdout. A file is complete or absent, never half written.",
      valueName: "file"))
  var output: String = "-"

  @Option(help: "Digits after the point of rounded percentages in text output.")
  var precision: Int = 4

  @Flag(help: "Refuse what is otherwise only noted, such as digits beyond the 18th decimal.")
  var strict = false

  func validate() throws {
    guard (0...100).contains(precision) else {
      throw ValidationError("--precision: found \(precision); expected 0 to 100")
    }
  }

  /// Notes on the input, as strict as asked.
  var inputNotes: InputNotes { InputNotes(strict: strict) }

  /// How pages for people look.
  var textStyle: TextStyle {
    TextStyle(precision: precision, color: output == "-" && standardOutputTakesColor())
  }

  /// Writes the whole result.
  func write(_ text: String) throws {
    try write { file in try file.write(text) }
  }

  /// Writes the result piece by piece; the file appears when all of it is there.
  func write(_ body: (AtomicFile) throws -> Void) throws {
    try OutputFile.write(to: output, body)
  }

  /// Reads the vaults, asks, and writes all answers or none.
  ///
  /// - Parameters:
  ///   - pipeline: what is asked of each vault.
  ///   - file: the JSON file, `-` for stdin, or nil where the options describe the vault.
  ///   - fields: the values given as options.
  /// - Throws: what reading, answering or writing throws.
  func answer<Answer: AnswerRecord>(
    _ pipeline: inout AnswerPipeline<Answer>, about file: String?, _ fields: SnapshotFields
  ) throws {
    let writer = AnswerWriter(format: format, style: textStyle)
    // A bad vault leaves the output empty: nothing is released before every vault has been read.
    let spool = SpoolFile()
    if let file {
      try pipeline.run(
        try ByteSource(path: file), overrides: fields, writer: writer, into: spool.write)
    } else if !fields.isEmpty {
      try pipeline.run(fields, writer: writer, into: spool.write)
    } else {
      throw ValidationError(
        "found neither a file nor values; expected a JSON file, '-', or options")
    }
    try write(spool.release(to:))
    Diagnostics.notes(pipeline.notes.notes)
  }
}
