internal import ArgumentParser
internal import Inputs
internal import Platform
internal import Questions
internal import Text

/// `berayield pool realized`: what a pool really yielded.
struct PoolRealizedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "realized",
    abstract: "Compute a pool's realised APR and APY from its history.",
    usage: "berayield pool realized [<options>] <history.csv>",
    discussion: """
      Reads a CSV file with the columns timestamp, total_assets and total_supply, in increasing \
      time. An empty field is missing data, not zero. A window longer than the history has no \
      yield. Stretches without any change of the share price are listed.

      EXAMPLES
        berayield pool realized data/synthetic/pool-history.csv
        berayield pool realized data/synthetic/pool-history.csv \\
          --windows 1d,30d,all --format json
      """
  )

  @Argument(help: ArgumentHelp("CSV file; '-' reads stdin.", valueName: "history.csv"))
  var file: String

  @Option(help: ArgumentHelp("Windows up to the last observation.", valueName: "1d,36h,all"))
  var windows: String?
  @Option(help: "List flat stretches of at least this many seconds.") var flatAfter = "86400"

  @Option(help: ArgumentHelp("Also draw a plot.", valueName: "file.svg")) var plot: String?

  @OptionGroup(title: "Units") var units: PoolUnitOptions
  @OptionGroup(title: "Conventions") var year: YearOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.requireDistinct(from: [file], plot: plot)
    try OutputFile.require(".svg", of: plot, option: "--plot")
    let source = try ByteSource(path: file)
    let reader = try PoolHistoryReader(try CSVRecordReader(reading: source), name: source.name)
    let year = try year.yearLength()
    let units = try PoolUnits.read(InputObject(options: units.values))
    let question = RealizedYieldQuestion(
      history: reader.history, missing: reader.missing,
      windows: try windows.map {
        try RealizedYieldQuestion.Window.list(Field(option: "--windows", text: $0))
      } ?? RealizedYieldQuestion.Window.standard,
      flat: try Field(option: "--flat-after", text: flatAfter).duration("a flat stretch"),
      year: year, units: units)
    var destination = try output.destination(InputNotes(strict: output.strict))
    destination.picture = try plot.map {
      Picture(text: try PoolPlot.svg(of: reader.history, year: year, units: units), path: $0)
    }
    try destination.write { _ in try question.sheet() }
  }
}
