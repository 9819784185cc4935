internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Platform
internal import Sheets

extension ResultFormat: ExpressibleByArgument {
  /// What every command writes; a page is for one vault.
  public static var allValueStrings: [String] { ["text", "json", "csv", "ndjson"] }
}

/// Where results go and in what form: the same options for every command.
struct FormOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Output format.", valueName: "text|json|csv|ndjson"))
  var format: ResultFormat = .text

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Output file; '-' is stdout. A file is written completely or not at all. (default: -)",
      valueName: "file"), completion: .file())
  var outputFile: String?

  /// Where the answer goes; `-` is stdout.
  var output: String { outputFile ?? "-" }

  @Option(
    help: ArgumentHelp(
      "Table to write as CSV or NDJSON rows: figures, or one of the result's tables.",
      valueName: "name"))
  var table: String?

  /// Refuses an answer, or a picture beside it, that would replace what is read or one another.
  ///
  /// - Parameters:
  ///   - inputs: the paths of what is read.
  ///   - plot: where a picture goes as well.
  /// - Throws: `Fault`.
  func requireDistinct(from inputs: [String?], plot: String? = nil) throws {
    try RunFiles(inputs: inputs, outputs: ["-o": output, Picture.option: plot]).requireDistinct()
  }

  /// Where the answer goes, as it was asked for, with the notes so far.
  func destination(
    _ notes: InputNotes, precision: String? = nil, isExact: Bool = false
  ) throws(Fault) -> AnswerOutput {
    if let table, !format.isRows {
      throw Fault(
        .conflict, at: .option("--table"), found: Quotation.bare(table),
        expected: "--format csv or ndjson as well")
    }
    let style = try TextStyle(
      checking: precision, isExact: isExact, color: output == "-" && Terminal.takesColor,
      width: Terminal.width)
    return AnswerOutput(path: output, format: format, style: style, table: table, notes: notes)
  }
}

/// The same where text has figures that can be rounded.
struct OutputOptions: ParsableArguments {
  @OptionGroup private var form: FormOptions

  @Option(
    help: ArgumentHelp(
      "Decimals of rounded figures in text (default: 4; for USD: 2).", valueName: "n"))
  var precision: String?

  @Flag(help: "Print all digits in text, as JSON and CSV always do.")
  var exact = false

  var format: ResultFormat { form.format }
  var outputFile: String? { form.outputFile }
  var output: String { form.output }

  /// As ``FormOptions`` refuses it.
  func requireDistinct(from inputs: [String?], plot: String? = nil) throws {
    try form.requireDistinct(from: inputs, plot: plot)
  }

  /// Where the answer goes, as it was asked for, with the notes so far.
  func destination(_ notes: InputNotes) throws(Fault) -> AnswerOutput {
    if exact, let precision {
      throw Fault(
        .conflict, at: .option("--precision"), found: "\(Quotation.bare(precision)) beside --exact",
        expected: "one of the two: --exact prints all digits")
    }
    return try form.destination(notes, precision: precision, isExact: exact)
  }

  /// Refuses digits of figures where an answer has none.
  ///
  /// - Parameter expected: when it would have some.
  /// - Throws: `Fault`.
  func refuseDigits(expected: String) throws(Fault) {
    if let precision {
      throw Field(option: "--precision", text: precision).error(.conflict, expected: expected)
    }
    if exact {
      throw Fault(.conflict, at: .option("--exact"), found: "it", expected: expected)
    }
  }
}

extension TextStyle {
  /// The style with a precision that a user asks for.
  init(
    checking precision: String?, isExact: Bool = false, color: Bool = false, width: Int = 80
  ) throws(Fault) {
    let precision = try precision.map { text throws(Fault) in
      try Field(option: "--precision", text: text).integer("a number of decimals", in: 0...100)
    }
    self.init(precision: precision, isExact: isExact, color: color, width: width)
  }
}
