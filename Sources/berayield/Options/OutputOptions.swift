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

  func validate() throws {
    if let precision, !(0...100).contains(precision) {
      throw ValidationError("--precision: found \(precision); expected 0 to 100")
    }
    if let table, !format.isRows {
      throw ValidationError("--table: found \(table); expected it with --format csv or ndjson only")
    }
  }

  /// Where the answer goes, as it was asked for.
  var destination: AnswerOutput {
    AnswerOutput(
      path: output, format: format,
      style: TextStyle(
        precision: precision, isExact: exact,
        color: output == "-" && Terminal.takesColor, width: Terminal.width),
      isStrict: strict, table: table)
  }
}
