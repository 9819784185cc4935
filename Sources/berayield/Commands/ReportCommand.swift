internal import ArgumentParser
internal import Faults
internal import Platform
internal import Inputs
internal import Questions
internal import Sheets
internal import Yields

/// `berayield report`: one vault as one self-contained HTML page.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a self-contained HTML page about one vault, with charts.",
    discussion: """
      Shows figures, warnings, what-if charts, sensitivity, break-evens after commission, inputs \
      and derivation. The page loads nothing from outside: it works offline, prints, follows \
      light and dark mode, and fits a phone. The same vault at the same time gives the same \
      bytes.

      EXAMPLES
        berayield example documentation-vault | \\
          berayield report - -o report.html --at 2026-05-01T00:00:00Z
        berayield example six-decimals | \\
          berayield report - --hurdle 20% -o report.html
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file with one vault; '-' reads stdin.", valueName: "snapshot.json"),
    completion: .json)
  var file: String?

  @OptionGroup(title: "Values of one vault") var values: SnapshotOptions
  @OptionGroup(title: "Values of one vault") var undistributed: UndistributedOptions
  @OptionGroup(title: "Conventions") var conventions: ConventionOptions

  @Option(help: "Net APR of the break-evens: 0.5 or 50% (default: the current APR).")
  var hurdle: String?

  @OptionGroup(title: "Protocol") var rules: ProfileOptions

  @OptionGroup(title: "Input") var input: DecimalInputOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Output file; '-' is stdout (the default unless stdout is a terminal).",
      valueName: "file.html"), completion: .file(extensions: ["html"]))
  var output: String?

  @Option(help: "Decimals of rounded figures (default: 4; for USD: 2).")
  var precision: String?

  func run() throws {
    let file = try values.document(file)
    try RunFiles(inputs: [file, rules.profile], outputs: ["-o": output ?? "-"]).requireDistinct()
    try OutputFile.require(".html", of: output, option: "-o")
    guard output != nil || !Terminal.isTerminal else {
      throw Fault(
        .missingValue, at: .option("-o"), found: "a terminal",
        expected: "-o FILE.html, or -o - for stdout")
    }
    var notes = input.notes
    let rules = try rules.choice(&notes)
    var question = VaultQuestion(
      time: try conventions.evaluationTime(), year: try conventions.yearLength(), rules: rules)
    question.isPage = true
    let page = AnswerOutput(
      path: output ?? "-", format: .html, style: try TextStyle(checking: precision), notes: notes)
    try page.answer(
      about: file, values.values(undistributed, and: ["hurdle": hurdle]),
      further: [VaultSnapshot.streamsKey], rules: rules
    ) {
      [question] inputs, notes throws(Fault) in
      try question.sheet(about: inputs, notes: &notes)
    }
  }
}
