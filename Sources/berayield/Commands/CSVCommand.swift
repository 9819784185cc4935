internal import Inputs
internal import ArgumentParser
internal import Bulk
internal import Faults
internal import Quantities
internal import Questions
internal import Yields

/// `berayield csv`: figures for every row of a file of any size.
struct CSVCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Appends APRs and other figures to every row of a CSV file of any size.",
    discussion: """
      The header names the columns in any order: reward_rate, period_finish, total_supply, \
      reward_price, stake_price, and optionally stake_decimals (else 18) and timestamp (else --at, \
      else now); camelCase too. \
      All columns pass through unchanged, in order. A bad row goes to the rejects with its line, \
      column and reason, and does not stop the run. Memory does not grow with the file.

      EXAMPLES
        berayield sample --rows 1000 | berayield csv - --at 1800000000 \\
          --emit apr,tvl_usd,status
        berayield sample --rows 1000 -o vaults.csv && \\
          berayield csv vaults.csv -o yields.csv
      """
  )

  @Argument(help: ArgumentHelp("CSV file; '-' is stdin.", valueName: "in.csv"))
  var input: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Where to write; '-' is stdout. A file is complete or absent, never half written.",
      valueName: "file"))
  var output = "-"

  @Option(
    help: ArgumentHelp(
      "Where bad rows go. Default: OUT.rejects.csv beside OUT.csv, none for stdout.",
      valueName: "file"))
  var rejects: String?

  @Option(
    help: ArgumentHelp(
      "The figures to append: \(FigureKey.columns.map(\.column).joined(separator: ", ")).",
      valueName: "names"))
  var emit = FigureKey.usualColumns.map(\.column).joined(separator: ",")

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "Takes a column from another header: reward_rate=MyColumn. Repeatable.",
      valueName: "column=header"))
  var mappings: [String] = []

  @OptionGroup(title: "Conventions") var conventions: ConventionOptions

  @Option(help: "How many threads work. Default: all processors.")
  var threads: Int?

  @Flag(help: "Stop at the first bad row, and take digits beyond the 18th decimal for one.")
  var strict = false

  func validate() throws {
    guard (1...1024).contains(threads ?? 1) else {
      throw ValidationError("--threads: found \(threads ?? 1); expected 1 to 1024")
    }
    guard rejects != "-" || output != "-" else {
      throw ValidationError("--rejects: found '-' beside results on stdout; expected a file")
    }
  }

  func run() throws {
    var analysis = CSVAnalysis(
      time: try conventions.evaluationTime().resolved(for: nil))
    analysis.year = try conventions.yearLength()
    analysis.metrics = try metrics()
    analysis.columnNames = try columnNames()
    analysis.isStrict = strict
    if let threads { analysis.threads = threads }
    analysis.progress = ProgressLine.onTerminal("csv")
    let summary: CSVSummary
    do {
      defer { ProgressLine.clear() }
      summary = try analysis.run(input: input, output: output, rejects: rejectsFile)
    }
    report(summary)
    if summary.rejectedRows > 0 { throw ExitRequest(status: .rowsRejected) }
  }

  private func report(_ summary: CSVSummary) {
    var notes = [
      "\(summary.rowsIn) rows in = \(summary.rowsOut) rows out + \(summary.rejectedRows) rejected"
    ]
    if summary.blankLines > 0 { notes.append("\(summary.blankLines) blank lines skipped") }
    if summary.roundedValues > 0 {
      notes.append(
        "\(summary.roundedValues) prices had digits beyond the 18th decimal, rounded half to even")
    }
    notes += summary.warnings.map { $0.note(of: "row") { line in "line \(line)" } }
    if summary.rejectedRows > 0, let path = rejectsPath { notes.append("rejected rows: \(path)") }
    if rejectsPath == nil { notes += summary.firstRejects.map(\.description) }
    Diagnostics.notes(notes)
  }

  private var rejectsFile: CSVRejectsFile {
    if let rejects { return .always(path: rejects) }
    return rejectsPath.map { .whenNeeded(path: $0) } ?? .none
  }

  /// `OUT.rejects.csv` for `OUT.csv`.
  private var rejectsPath: String? {
    if let rejects { return rejects }
    guard output != "-" else { return nil }
    return (output.hasSuffix(".csv") ? String(output.dropLast(4)) : output) + ".rejects.csv"
  }

  private func metrics() throws -> [FigureKey] {
    let names = emit.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let metrics = try names.map { name in
      guard let metric = FigureKey(spelled: name), FigureKey.columns.contains(metric) else {
        throw Field(option: "--emit", text: name).error(
          expected: "one of \(FigureKey.columns.map(\.column).joined(separator: ", "))")
      }
      return metric
    }
    guard Set(metrics).count == metrics.count else {
      throw Field(option: "--emit", text: emit).error(expected: "each figure once")
    }
    return metrics
  }

  private func columnNames() throws -> [InputKey: String] {
    var names: [InputKey: String] = [:]
    for mapping in mappings {
      let field = Field(option: "--map", text: mapping)
      let parts = mapping.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let key = InputKey(spelled: parts[0]), InputKey.columns.contains(key)
      else {
        let columns = InputKey.columns.map(\.column).joined(separator: ", ")
        throw field.error(expected: "column=header, the column one of \(columns)")
      }
      guard names.updateValue(parts[1], forKey: key) == nil else {
        throw field.error(expected: "each column once")
      }
    }
    return names
  }
}
