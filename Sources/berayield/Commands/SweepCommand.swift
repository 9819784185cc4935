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
      "fixed" and "metrics".

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

  @Argument(help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "grid.json"))
  var file: String?

  @Option(
    name: .customLong("axis"),
    help: ArgumentHelp(
      "Add an axis: one of \(InputKey.axes.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name=values"))
  var axes: [String] = []

  @Option(
    help: ArgumentHelp(
      "Figures: \(FigureKey.metrics.map(\.rawValue).joined(separator: ", ")).",
      valueName: "names"))
  var metric: String?

  @Option(
    name: .customLong("fix"),
    help: ArgumentHelp("Fix an input. Repeatable.", valueName: "name=value"))
  var fixes: [String] = []

  @OptionGroup(title: "Fixed inputs of a vault") var values: SnapshotOptions
  @OptionGroup(title: "Conventions") var conventions: ConventionOptions
  @OptionGroup(title: "Rules") var rules: ProfileOptions

  @Flag(help: "Print extremes and where they occur, mean and quantiles; not the points.")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "Draw the points instead of printing them: a curve over one axis, curves or a map over two.",
      valueName: "file.svg"))
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
  var threads: Int?

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try OutputFile.require(".svg", of: plot, option: "--plot")
    let threads = try threadCount(threads)
    if let plotForm, plot == nil {
      throw Fault(
        .conflict, at: .option("--plot-as"), found: plotForm.rawValue,
        expected: "--plot as well")
    }
    var question = GridQuestion(notes: output.notes(input))
    if let file { try question.read(try InputNode(path: file)) }
    for axis in axes { try question.addAxis(Field(option: "--axis", text: axis)) }
    for fix in fixes { try question.fix(Field(option: "--fix", text: fix)) }
    try fixVaultOptions(&question)
    if let metric { try question.choose(metrics: Field(option: "--metric", text: metric)) }
    let grid = try question.grid(
      year: try conventions.yearLength(),
      time: try conventions.evaluationTime().resolved(for: nil),
      profile: try rules.protocolProfile(&question.notes))
    let destination = try output.destination(question.notes)
    if !summary { try destination.requireTable(among: [ParameterGrid.rowName]) }
    try destination.refusePages()
    if let plot {
      let picture = try GridPlot.svg(of: grid, as: plotForm)
      try OutputFile.write(picture, to: plot, option: "--plot")
    }
    if summary {
      let result = grid.summary(threads: threads, progress: ProgressLine.ofPoints("sweep"))
      ProgressLine.clear()
      try destination.write(result.sheet(of: grid))
    } else if plot == nil || output.output != "-" {
      if let format = RowFormat(output.format) {
        try OutputFile.naming(["-o": output.output]) {
          try grid.write(
            to: output.output, format: format, threads: threads,
            progress: ProgressLine.ofPoints("sweep"))
        }
        ProgressLine.clear()
      } else {
        try destination.write(grid.sheet)
      }
    }
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

extension GridPlot.Form: ExpressibleByArgument {}

extension RowFormat {
  /// The same form by the name that all commands use; nil for pages, which are no rows.
  init?(_ format: ResultFormat) { self.init(rawValue: format.rawValue) }
}
