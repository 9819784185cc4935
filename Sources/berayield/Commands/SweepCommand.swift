internal import Inputs
internal import ArgumentParser
internal import Bulk
internal import Contracts
internal import Faults
internal import Quantities
internal import Platform
internal import Questions
internal import Sheets
internal import Yields

/// `berayield sweep`: figures over the product of axes.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Compute exact figures over a grid of inputs of any size.",
    discussion: """
      An axis is NAME=START:STOP:COUNT, NAME=START:STOP:step=STEP, NAME=START:STOP:COUNT:log, \
      NAME=V1,V2,... or NAME=@FILE.csv:COLUMN; the last axis varies fastest. Fix other inputs \
      with the options of apr or with --fix NAME=VALUE. A grid file holds the same as "axes", \
      "fixed" and "metrics". A vault's file fixes the values that no axis varies.

      --plot draws the points; it prints them too if -o or --summary is given. A value that does \
      not fit the scale of its input is rounded half to even, and printed as rounded.

      EXAMPLES
        berayield sweep --reward-rate 272490527103681170793308992914391673 \\
          --total-supply 598626940947001140289 --stake-price 223845.58 \\
          --axis rewardPrice=5:10:6 --metric apr,apyDaily
        berayield sweep --axis grossApr=0.01:0.2:20 \\
          --axis commission=0,500,1000,2000 --metric poolNetApy --summary
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "grid.json"), completion: .json)
  var file: String?

  @Option(
    name: .customLong("axis"),
    help: ArgumentHelp(
      "Add an axis: one of \(InputKey.axes.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name=values"), completion: .assignments(InputKey.axes.map(\.rawValue)))
  var axes: [String] = []

  @Option(
    help: ArgumentHelp(
      "Figures: \(FigureKey.metrics.map(\.rawValue).joined(separator: ", ")).",
      valueName: "names"), completion: .names(FigureKey.metrics.map(\.rawValue)))
  var metric: String?

  @Option(
    name: .customLong("fix"),
    help: ArgumentHelp("Fix an input. Repeatable.", valueName: "name=value"),
    completion: .assignments(InputKey.axes.map(\.rawValue)))
  var fixes: [String] = []

  @Option(help: ArgumentHelp("Vault of a snapshot, whose values are fixed.", valueName: "address"))
  var vault: String?
  @OptionGroup(title: "Fixed inputs of a vault") var values: VaultNumberOptions
  @OptionGroup(title: "Fixed inputs of a vault") var undistributed: UndistributedOptions
  @OptionGroup(title: "CSV") var csv: CSVOptions
  @OptionGroup(title: "Conventions") var conventions: ConventionOptions
  @OptionGroup(title: "Rules") var rules: ProfileOptions

  @Flag(help: "Print extremes and where they occur, mean and quantiles; not the points.")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "Draw the points instead of printing them: a curve over one axis, curves or a map over two.",
      valueName: "file.svg"), completion: .svg)
  var plot: String?

  @Option(
    name: .customLong("plot-as"),
    help: ArgumentHelp(
      """
      Draw two axes as a curve per value of the shorter one, or as a map (default: curves if the \
      shorter axis has at most \(PlotStyle.seriesCount) values).
      """, valueName: "lines|map"))
  var plotForm: GridPlot.Form?

  @Option(help: "Number of threads (default: one per processor).")
  var threads: String?

  @OptionGroup(title: "Input") var input: DecimalInputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let columns = axes.compactMap(GridQuestion.columnFile(ofAxis:))
    try requireDistinct(from: columns)
    try OutputFile.require(".svg", of: plot, option: "--plot")
    let threads = try threadCount(threads)
    if let plotForm, plot == nil {
      throw Fault(
        .conflict, at: .option("--plot-as"), found: plotForm.rawValue,
        expected: "--plot as well")
    }
    var question = GridQuestion(notes: input.notes)
    question.csvForm = try csv.form()
    let document = try PipedInput.path(file, isNeeded: axes.isEmpty).map {
      try InputNode(path: $0)
    }
    let snapshot = try document.flatMap { try SnapshotFile($0) }
    let vaultFile = document.flatMap { GridQuestion.isVault($0) ? $0 : nil }
    try csv.requireUse(
      !columns.isEmpty || document.map { !GridQuestion.columnFiles(of: $0).isEmpty } ?? false,
      expected: "an axis from a file: NAME=@FILE.csv:COLUMN")
    if let document, snapshot == nil, vaultFile == nil {
      try requireDistinct(from: columns + GridQuestion.columnFiles(of: document))
      try question.read(document)
    }
    for axis in axes { try question.addAxis(Field(option: "--axis", text: axis)) }
    let chosen = vault.map { Field(option: "--vault", text: $0) }
    if let snapshot { try question.fix(snapshot.inputs(of: try snapshot.vault(chosen))) }
    if let vaultFile { try question.fix(vaultFile: vaultFile) }
    for fix in fixes { try question.fix(Field(option: "--fix", text: fix)) }
    try fixVaultOptions(&question)
    if let metric { try question.choose(metrics: Field(option: "--metric", text: metric)) }
    let rules = try rules.choice(&question.notes)
    _ = try rules.era(of: .vaults, at: snapshot?.block)
    let grid = try namingPipe {
      try question.grid(
        year: try conventions.yearLength(), time: try conventions.evaluationTime(),
        profile: rules.profile)
    }
    try conventions.year.requireUse(
      grid.metrics.contains(where: \.hangsOnYear),
      expected: "it with a metric of a year: "
        + FigureKey.metrics.filter(\.hangsOnYear).map(\.rawValue).joined(separator: ", "))
    var destination = try output.destination(question.notes)
    if !summary { try destination.requireTable(among: [ParameterGrid.rowName]) }
    try destination.refusePages()
    destination.picture = try plot.map {
      Picture(text: try GridPlot.svg(of: grid, as: plotForm), path: $0)
    }
    if let block = snapshot?.block { question.notes.add(.fixed(at: block)) }
    try write(grid, to: destination, threads: threads, block: snapshot?.block)
    Diagnostics.notes(question.notes.notes)
    if question.assumesActivePeriod {
      Diagnostics.notes([
        Fault(
          .assumedValue, severity: .note, found: "no periodFinish is given", expected: "",
          hint: "the period is assumed to be active")
      ])
    }
    Diagnostics.notes(
      grid.warnings(threads: threads).map { total in
        total.note(ofPointsAt: grid.place)
      })
  }

  /// Whether the points, or what they have in common, are printed.
  private var prints: Bool { summary || plot == nil || output.outputFile != nil }

  /// Runs what may miss a value that waits in stdin: beside axes only `-` reads it.
  private func namingPipe<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let fault as Fault where fault.code == .missingValue {
      guard file == nil, fault.hint == nil, PipedInput.path(nil) != nil else { throw fault }
      throw Fault(
        fault.code, at: fault.place, found: fault.found, expected: fault.expected,
        hint: "'-' reads what is piped in")
    }
  }

  private func requireDistinct(from columns: [String]) throws {
    try RunFiles(
      inputs: [file, rules.profile] + columns,
      outputs: ["-o": prints ? output.output : nil, "--plot": plot]
    ).requireDistinct()
  }

  private func write(
    _ grid: ParameterGrid, to destination: AnswerOutput, threads: Int?, block: ObservedBlock?
  ) throws {
    let progress = ProgressLine.ofPoints("sweep")
    defer { ProgressLine.clear() }
    guard prints else {
      if let picture = destination.picture {
        try OutputFile.write(picture.text, to: picture.path, option: Picture.option)
      }
      return
    }
    if summary {
      let result = grid.summary(threads: threads, progress: progress)
      ProgressLine.clear()
      try destination.write(result.sheet(of: grid).of(block))
    } else if let format = RowFormat(output.format) {
      try OutputFile.write(to: output.output, option: "-o", with: destination.picture) { file in
        try grid.write(
          format: format, threads: threads ?? WorkerThreads.processorCount, progress: progress
        ) { bytes throws(Fault) in try file.write(bytes) }
      }
    } else {
      try destination.write(grid.sheet.of(block))
    }
  }

  /// The options of `apr` are fixed inputs here; `--at` is the time for grids with a period.
  private func fixVaultOptions(_ question: inout GridQuestion) throws {
    let options = values.values.merging(undistributed.values) { _, other in other }
    for key in InputKey.ofVault {
      // A sweep of emission plans has a name of its own for what is left over.
      let axis = key == .undistributedRewards ? .undistributed : key
      guard let text = options[key.rawValue] ?? nil, InputKey.axes.contains(axis) else { continue }
      try question.fix(axis, Field(option: key.option, text: text))
    }
  }
}

extension GridPlot.Form: ExpressibleByArgument {}

extension RowFormat {
  /// The same form by the name that all commands use; nil for pages, which are no rows.
  init?(_ format: ResultFormat) { self.init(rawValue: format.rawValue) }
}

extension Fault {
  /// The note that a grid has values of a snapshot, which rows have no place for.
  fileprivate static func fixed(at block: ObservedBlock) -> Fault {
    Fault(
      .ownTime, severity: .note,
      found: "fixed values as of block \(block.number), \(block.time.date)", expected: "")
  }
}
