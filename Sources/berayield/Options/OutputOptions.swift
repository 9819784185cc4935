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
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How to write the result.", valueName: "text|json|csv|ndjson"))
  var format: ResultFormat = .text

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Where to write; '-' is stdout. A file is complete or absent, never half written.",
      valueName: "file"))
  var output: String = "-"

  @Option(
    help: ArgumentHelp(
      "Digits after the point of rounded figures in text (default: 4; USD: 2).", valueName: "n"))
  var precision: Int?

  @Flag(help: "Shows all digits in text, as JSON and CSV always do.")
  var exact = false

  @Option(
    help: ArgumentHelp(
      "Which rows CSV and NDJSON have: figures, or one of the answer's tables.",
      valueName: "name"))
  var table: String?

  @Flag(help: "Refuse what is otherwise only noted, such as digits beyond the 18th decimal.")
  var strict = false

  /// What is to be noted of the inputs, and what refused.
  func notes(_ input: InputOptions) -> InputNotes {
    InputNotes(strict: strict, ignoresUnknownKeys: input.ignoreUnknown)
  }

  /// Where the answer goes, as it was asked for, with the notes so far.
  func destination(_ notes: InputNotes) throws(Fault) -> AnswerOutput {
    if let table, !format.isRows {
      throw Fault(
        .conflict, at: .option("--table"), found: table,
        expected: "it with --format csv or ndjson only")
    }
    let style = try TextStyle(
      checking: precision, isExact: exact, color: output == "-" && Terminal.takesColor,
      width: Terminal.width)
    return AnswerOutput(path: output, format: format, style: style, table: table, notes: notes)
  }
}

extension TextStyle {
  /// The style with a precision that a user asks for.
  init(
    checking precision: Int?, isExact: Bool = false, color: Bool = false, width: Int = 80
  ) throws(Fault) {
    if let precision, !(0...100).contains(precision) {
      throw Fault(
        .outOfRange, at: .option("--precision"), found: "\(precision)", expected: "0 to 100")
    }
    self.init(precision: precision, isExact: isExact, color: color, width: width)
  }
}
