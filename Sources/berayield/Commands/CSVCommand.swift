internal import Inputs
internal import ArgumentParser
internal import Bulk
internal import Contracts
internal import Faults
internal import Platform
internal import Quantities
internal import Questions
internal import Yields

/// `berayield csv`: figures for every row of a file of any size.
struct CSVCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Append APRs and other figures to every row of a CSV file.",
    usage: "berayield csv [<options>] <in.csv>",
    discussion: """
      The header names the columns, in any order: reward_rate, period_finish, total_supply, \
      reward_price and stake_price, and optionally stake_decimals (default 18) and timestamp; \
      camelCase works too. All columns pass through unchanged. Bad rows \
      go to the rejects file with line, column and reason; the run continues. Memory does not \
      grow with the file.

      No output may be the input file; --in-place replaces it.

      EXAMPLES
        berayield sample --rows 1000 | berayield csv - --at 1800000000 \\
          --emit apr,tvl_usd,status
        berayield sample --rows 1000 -o vaults.csv && \\
          berayield csv vaults.csv -o yields.csv
      """
  )

  @Argument(help: ArgumentHelp("CSV file; '-' reads stdin.", valueName: "in.csv"), completion: .csv)
  var file: String?

  /// The input; checked before anything else.
  var input: String { file ?? "-" }

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Output file (default: '-', stdout). A file is written completely or not at all.",
      valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Replace the input file, but only if no row is rejected.")
  var inPlace = false

  @Option(
    help: ArgumentHelp("Output format; NDJSON has an object per row.", valueName: "csv|ndjson"))
  var format: RowForm = .csv

  @Option(
    help: ArgumentHelp(
      """
      File for bad rows (default: OUT.rejects.csv for a file OUT.csv; otherwise the first \
      \(CSVSummary.firstRejectsLimit) go to stderr).
      """,
      valueName: "file"), completion: .file())
  var rejects: String?

  @Option(
    help: ArgumentHelp(
      """
      Figures to append: \(FigureKey.columns.map(\.column).joined(separator: ", ")); or \
      \(Self.comparison), for a column published: \
      \(FigureKey.comparison.map(\.column).joined(separator: ", ")).
      """,
      valueName: "names"),
    completion: .names(FigureKey.columns.map(\.column) + [Self.comparison]))
  var emit = FigureKey.usualColumns.map(\.column).joined(separator: ",")

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "Read a column under another header: reward_rate=MyColumn. Repeatable.",
      valueName: "column=header"),
    completion: .assignments((InputKey.columns + InputKey.comparisonColumns).map(\.column)))
  var mappings: [String] = []

  @Option(
    help: ArgumentHelp(
      "Column of the published yields for --emit \(Self.comparison), like --map published=HEADER.",
      valueName: "header"))
  var publishedColumn: String?
  @Option(help: "Commission that net_apr and net_apy are after: 500 or 5%.")
  var commission: String?

  @Option(help: ArgumentHelp("Put this in front of the appended names.", valueName: "text"))
  var prefix = ""

  @OptionGroup(title: "CSV") var form: CSVOptions
  @OptionGroup(title: "Conventions") var conventions: ConventionOptions

  @Option(help: "Number of threads (default: one per processor).")
  var threads: String?

  @Flag(help: "Stop at the first bad row, or at digits beyond the 18th decimal.")
  var strict = false

  func run() throws {
    _ = try PipedInput.required(file, "in.csv")
    let output = try destination()
    let usualRejects = usualRejects(beside: output)
    // Nobody named a pipe or a device that stands there, and nobody may be reading it.
    let rejectsPath = rejects ?? usualRejects.flatMap { Self.isFile($0) ? $0 : nil }
    if !inPlace {
      try RunFiles(
        inputs: [input], outputs: ["-o": output, "--rejects": rejectsPath],
        hints: rejects == nil ? ["--rejects": "name one with --rejects FILE"] : [:]
      ).requireDistinct()
    }
    let time = try conventions.evaluationTime()
    var analysis = CSVAnalysis(time: time.resolved(for: nil))
    analysis.overridesTimestamps = conventions.at != nil
    analysis.year = try conventions.yearLength()
    analysis.metrics = try metrics()
    analysis.columnNames = try columnNames(for: analysis.metrics)
    analysis.commission = try netCommission(for: analysis.metrics)
    analysis.isStrict = strict
    analysis.requiresEveryRow = inPlace
    analysis.form = try form.form()
    analysis.figurePrefix = prefix
    analysis.writesNDJSON = format == .ndjson
    if let threads = try threadCount(threads) { analysis.threads = threads }
    analysis.progress = ProgressLine.onTerminal("csv")
    let summary: CSVSummary
    do {
      defer { ProgressLine.clear() }
      summary = try OutputFile.naming([
        inPlace ? "--in-place" : "-o": output, "--rejects": rejectsPath,
      ]) {
        try analysis.run(
          input: input, output: output,
          rejects: rejects.map { .always(path: $0) } ?? rejectsPath.map { .whenNeeded(path: $0) }
            ?? .none)
      }
    }
    if inPlace, summary.rejectedRows > 0 {
      Diagnostics.notes(firstRejects(summary))
      throw Fault(
        .refused, at: .file(input, member: "--in-place"),
        found: "\(summary.rejectedRows) rejected of \(summary.rowsIn) rows", expected: "none",
        hint: "the file is unchanged; -o OUT.csv separates good rows and bad ones")
    }
    report(
      summary, of: time, after: analysis.commission, rejectsPath: rejectsPath, usual: usualRejects)
    if summary.rejectedRows > 0 { throw ExitRequest(status: .rowsRejected) }
  }

  private func report(
    _ summary: CSVSummary, of time: EvaluationTime, after commission: BasisPoints?,
    rejectsPath: String?, usual: String?
  ) {
    var notes = summary.timeNotes(time)
    func note(_ code: Fault.Code, _ text: String) {
      notes.append(Fault(code, severity: .note, found: text, expected: ""))
    }
    note(
      .rowCount,
      "\(summary.rowsIn) rows in = \(summary.rowsOut) rows out + \(summary.rejectedRows) rejected")
    if summary.blankLines > 0 { note(.blankLines, "\(summary.blankLines) blank lines skipped") }
    if summary.roundedValues > 0 {
      note(
        .excessDigits,
        "\(summary.roundedValues) \(summary.roundedValues == 1 ? "price" : "prices") had digits beyond the 18th decimal, rounded half to even"
      )
    }
    // One of all rows, so no row's warning.
    let cap = ProtocolProfile.polNext.commission.maxRate
    if let doubt = commission.flatMap({ Plausibility.commission($0, cap: cap, "commission") }) {
      note(.warning, "\(doubt)")
    }
    let name = ByteSource.name(ofPath: input)
    if let totals = summary.comparison { notes += self.notes(on: totals, of: name) }
    notes += summary.warnings.map { $0.note(ofRowsIn: name) }
    if summary.rejectedRows > 0, let path = rejectsPath {
      note(.rejectedRows, "rejected rows: \(path)")
    }
    if summary.rejectedRows > 0, rejectsPath == nil, let usual {
      note(.rejectedRows, "no rejects file, because \(usual) is not a file")
    }
    if rejectsPath == nil { notes += firstRejects(summary) }
    Diagnostics.notes(notes)
  }

  /// The first rejected rows, and how many there are besides.
  private func firstRejects(_ summary: CSVSummary) -> [Fault] {
    let others = summary.rejectedRows - summary.firstRejects.count
    guard others > 0 else { return summary.firstRejects }
    return summary.firstRejects + [
      Fault(
        .rejectedRows, severity: .note, found: "and \(others) more; --rejects FILE keeps all",
        expected: "")
    ]
  }

  /// Where the rows go.
  private func destination() throws -> String {
    guard inPlace else { return output ?? "-" }
    func conflict(_ found: String, _ expected: String) -> Fault {
      Fault(.conflict, at: .option("--in-place"), found: found, expected: expected)
    }
    guard input != "-", Self.isFile(input) else {
      throw conflict(ByteSource.name(ofPath: input), "a file that can be replaced")
    }
    if let output, !(try FileIdentity(output: output).isSame(as: FileIdentity(input: input))) {
      throw conflict("-o \(output)", "no other output than the input")
    }
    if let rejects {
      throw conflict(
        "--rejects \(rejects)", "none, because the file is replaced only if no row is rejected")
    }
    return input
  }

  /// `OUT.rejects.csv` for a file `OUT.csv`; none for stdout, a device or a pipe.
  private func usualRejects(beside output: String) -> String? {
    guard !inPlace, Self.isFile(output) else { return nil }
    return (output.hasSuffix(".csv") ? String(output.dropLast(4)) : output) + ".rejects.csv"
  }

  private static func isFile(_ path: String) -> Bool {
    (try? OutputTarget(path: path))?.isFile == true
  }

  /// The commission, which net figures need and no other figure takes.
  private func netCommission(for metrics: [FigureKey]) throws(Fault) -> BasisPoints? {
    let field = commission.map { Field(option: "--commission", text: $0) }
    let net = metrics.first(where: \.isNet)
    if let field, net == nil {
      throw field.error(.conflict, expected: "net_apr or net_apy among --emit, which it is for")
    }
    if let net, field == nil {
      throw Fault(
        .missingValue, at: .option("--commission"), found: "nothing",
        expected: "the commission that \(net.column) is after")
    }
    return try field?.basisPoints("a commission")
  }
}

extension CSVSummary {
  /// What there is to say about the time at which the rows were evaluated.
  fileprivate func timeNotes(_ time: EvaluationTime) -> [Fault] {
    let zoneless = [zonelessTime].compactMap(\.self)
    return switch time {
    case .at: zoneless + (unusedTimeColumn.map { [.unusedTime("the column \($0)")] } ?? [])
    case .ofObservation(let now):
      if let ownTimes {
        zoneless + [ownTimes.note(of: "row", now: now)].compactMap(\.self)
      } else {
        zoneless + [.evaluatedNow(now)]
      }
    }
  }
}

/// How the rows of a file are written.
enum RowForm: String, CaseIterable, ExpressibleByArgument {
  case csv, ndjson
}
