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

  @Option(help: "Digits after the point of rounded percentages in text output.")
  var precision: Int = 4

  @Flag(help: "Refuse what is otherwise only noted, such as digits beyond the 18th decimal.")
  var strict = false

  /// What is to be noted of the inputs, and what refused.
  func notes(_ input: InputOptions) -> InputNotes {
    InputNotes(strict: strict, ignoresUnknownKeys: input.ignoreUnknown)
  }

  /// Where the answer goes, as it was asked for, with the notes so far.
  func destination(_ notes: InputNotes) throws(Fault) -> AnswerOutput {
    try AnswerOutput(path: output, format: format, precision: precision, notes: notes)
  }
}
