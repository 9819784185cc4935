internal import Inputs
internal import ArgumentParser
internal import Bulk
internal import Contracts
internal import Quantities
internal import Platform
internal import Questions
internal import Sheets
internal import Yields

/// `berayield sweep`: figures over the product of axes.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Exact figures over the cartesian product of axes, of any size.",
    discussion: """
      An axis is NAME=START:STOP:COUNT, NAME=START:STOP:step=STEP, NAME=START:STOP:COUNT:log, \
      NAME=V1,V2,... or NAME=@FILE.csv:COLUMN; the last one varies fastest. What is not an axis is \
      fixed, by the options of apr or by --fix NAME=VALUE. GRID.json holds the same as "axes", \
      "fixed" and "metrics". With --plot the points are drawn, and also written where -o or \
      --summary asks for it. Values that do not fit an input's scale are rounded half to even to it, \
      and printed as rounded.

      EXAMPLES
        berayield sweep --reward-rate 272490527103681170793308992914391673 \\
          --total-supply 598626940947001140289 --stake-price 223845.58 \\
          --axis rewardPrice=5:10:6 --metric apr,apyDaily
        berayield sweep --axis grossApr=0.01:0.2:20 \\
          --axis commission=0,500,1000,2000 --metric poolNetApy --summary
      """
  )

  @Argument(help: ArgumentHelp("JSON file; '-' is stdin.", valueName: "grid.json"))
  var file: String?

  @Option(
    name: .customLong("axis"),
    help: ArgumentHelp(
      "Adds an axis: one of \(InputKey.axes.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name=values"))
  var axes: [String] = []

  @Option(
    help: ArgumentHelp(
      "The figures: \(FigureKey.metrics.map(\.rawValue).joined(separator: ", ")).",
      valueName: "names"))
  var metric: String?

  @Option(
    name: .customLong("fix"),
    help: ArgumentHelp("Holds an input fixed. Repeatable.", valueName: "name=value"))
  var fixes: [String] = []

  @OptionGroup(title: "Fixed inputs of a vault") var values: SnapshotOptions
  @OptionGroup(title: "Conventions") var conventions: ConventionOptions
  @OptionGroup(title: "Rules") var rules: ProfileOptions

  @Flag(help: "Prints extremes and where they are, mean and quantiles, not the points.")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "Draws the points instead of printing them: a curve over one axis, a map over two.",
      valueName: "file.svg"))
  var plot: String?

  @Option(help: "How many threads work. Default: all processors.")
  var threads: Int?

  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    guard (1...1024).contains(threads ?? 1) else {
      throw ValidationError("--threads: found \(threads ?? 1); expected 1 to 1024")
    }
  }

  func run() throws {
    var question = GridQuestion(notes: InputNotes(strict: output.strict))
    if let file { try question.read(try InputNode(path: file)) }
    for axis in axes { try question.addAxis(Field(option: "--axis", text: axis)) }
    for fix in fixes { try question.fix(Field(option: "--fix", text: fix)) }
    try fixVaultOptions(&question)
    if let metric { try question.choose(metrics: Field(option: "--metric", text: metric)) }
    let grid = try question.grid(
      year: try conventions.yearLength(),
      time: try conventions.evaluationTime().resolved(for: nil),
      profile: try rules.protocolProfile())
    try output.destination.refusePages()
    if let plot {
      let picture = try GridPlot.svg(of: grid)
      try OutputFile.write(picture, to: plot)
    }
    if summary {
      let result = grid.summary(threads: threads, progress: ProgressLine.ofPoints("sweep"))
      ProgressLine.clear()
      try output.destination.write(result.sheet(of: grid))
    } else if plot == nil || output.output != "-" {
      try grid.write(
        to: output.output, format: RowFormat(output.format), threads: threads,
        progress: ProgressLine.ofPoints("sweep"))
      ProgressLine.clear()
    }
    Diagnostics.notes(question.notes.notes)
    if question.assumesActivePeriod {
      Diagnostics.notes(["no periodFinish is given: the period is taken as active"])
    }
    Diagnostics.notes(
      grid.warnings(threads: threads).map { total in
        total.note(of: "point") { point in "at \(grid.place(ofPoint: point))" }
      })
  }

  /// The options of `apr` are fixed inputs here; `--at` is the time for grids with a period.
  private func fixVaultOptions(_ question: inout GridQuestion) throws {
    let options = values.values(and: [:])
    for key in InputKey.ofVault {
      // A sweep of emission plans has a name of its own for what is left over.
      let axis = key == .undistributedRewards ? .undistributed : key
      guard let text = options[key.rawValue] ?? nil, InputKey.axes.contains(axis) else { continue }
      try question.fix(axis, Field(option: key.option, text: text))
    }
  }
}

extension RowFormat {
  /// The same form by the name that all commands use.
  init(_ format: ResultFormat) {
    switch format {
    case .text: self = .text
    case .json: self = .json
    case .csv: self = .csv
    case .ndjson: self = .ndjson
    case .html: self = .text
    }
  }
}
