internal import ArgumentParser
internal import Inputs
internal import Platform
internal import Questions

/// `berayield pool realized`: what a pool really yielded.
struct PoolRealizedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "realized",
    abstract: "Realised APR and APY per window from observed assets and shares.",
    discussion: """
      Reads a CSV file with the columns timestamp, total_assets, total_supply, in increasing time. \
      An empty field is missing data, never a zero; a window that the history does not cover has no \
      yield; stretches over which the price did not move at all are flagged.

      EXAMPLES
        berayield pool realized data/synthetic/pool-history.csv
        berayield pool realized data/synthetic/pool-history.csv \\
          --windows 1d,30d,all --format json
      """
  )

  @Argument(help: ArgumentHelp("CSV file; '-' is stdin.", valueName: "history.csv"))
  var file: String

  @Option(help: ArgumentHelp("Windows that end at the last observation.", valueName: "1d,36h,all"))
  var windows: String?
  @Option(help: "Flag flat stretches from this many seconds on.") var flatAfter = "86400"

  @Option(help: ArgumentHelp("Also draws it.", valueName: "file.svg")) var plot: String?

  @OptionGroup(title: "Conventions") var year: YearOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try OutputFile.require(".svg", of: plot, option: "--plot")
    let source = try ByteSource(path: file)
    let reader = try PoolHistoryReader(try source.readAll(), name: source.name)
    let year = try year.yearLength()
    let question = RealizedYieldQuestion(
      history: reader.history, missing: reader.missing,
      windows: try windows.map {
        try RealizedYieldQuestion.Window.list(Field(option: "--windows", text: $0))
      } ?? RealizedYieldQuestion.Window.standard,
      flat: try Field(option: "--flat-after", text: flatAfter).duration("a flat stretch"),
      year: year)
    if let plot {
      try OutputFile.write(
        try PoolPlot.svg(of: reader.history, year: year), to: plot, option: "--plot")
    }
    try output.destination(InputNotes(strict: output.strict)).write { _ in try question.sheet() }
  }
}
