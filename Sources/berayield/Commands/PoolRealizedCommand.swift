internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Platform
internal import Quantities
internal import Questions
internal import Text

/// `berayield pool realized`: what a pool really yielded.
struct PoolRealizedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "realized",
    abstract: "Compute a pool's realised APR and APY from its history.",
    usage: "berayield pool realized [<options>] <history.csv>",
    discussion: """
      Reads a CSV file with the columns timestamp (or date), and total_assets and total_supply or \
      share_price (or price, price_per_share, pricePerFullShare; decimal, or raw at scale 1e18). \
      Lines in another order are sorted. An empty field is missing data, not zero; a supply of 0 \
      ends a series. A window longer than the history has no yield. Stretches without any change \
      of the share price are listed.

      EXAMPLES
        berayield example pool-history | berayield pool realized -
        berayield example pool-history | \\
          berayield pool realized - --windows 1d,30d,all --format json
      """
  )

  @Argument(
    help: ArgumentHelp("CSV file; '-' reads stdin.", valueName: "history.csv"), completion: .csv)
  var file: String?

  @Option(
    help: ArgumentHelp("Windows up to the last observation.", valueName: "1d,36h,all"),
    completion: .names(["1d", "7d", "30d", "all"]))
  var windows: String?
  @Option(help: "List flat stretches of at least this many seconds.") var flatAfter = "86400"

  @Option(
    help: ArgumentHelp("One result for each value of this column.", valueName: "column"))
  var groupBy: String?
  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "Read a column under another header: share_price=MyColumn. Repeatable.",
      valueName: "column=header"),
    completion: .assignments(PoolHistoryColumns.Column.allCases.map(\.column)))
  var mappings: [String] = []
  @Option(help: "Add the worth of this many shares, in base units.") var shares: String?

  @Option(help: ArgumentHelp("Also draw a plot.", valueName: "file.svg"), completion: .svg)
  var plot: String?

  @OptionGroup(title: "CSV") var csv: CSVOptions
  @OptionGroup(title: "Units") var units: PoolUnitOptions
  @OptionGroup(title: "Conventions") var year: YearOptions
  @OptionGroup(title: "Input") var input: StrictOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let file = try PipedInput.required(file, "history.csv")
    try output.requireDistinct(from: [file], plot: plot)
    try OutputFile.require(".svg", of: plot, option: "--plot")
    let source = try ByteSource(path: file)
    var notes = InputNotes(strict: input.strict)
    let reader = try PoolHistoryReader(
      try CSVRecordReader(reading: source, form: try csv.form()), name: source.name,
      mapped: try PoolHistoryColumns.mapped(mappings),
      groupBy: groupBy, notes: &notes)
    let year = try year.yearLength()
    let decimals = InputObject(options: units.values)
    let units = try PoolUnits.read(decimals)
    if reader.isOfPrices {
      for key in PoolUnits.keys {
        guard let field = try decimals.field(key) else { continue }
        throw field.error(
          .conflict, expected: "assets and shares to read, as a share price is in whole units")
      }
    }
    let question = RealizedYieldQuestion(
      series: reader.series,
      windows: try windows.map {
        try RealizedYieldQuestion.Window.list(Field(option: "--windows", text: $0))
      } ?? RealizedYieldQuestion.Window.standard,
      flat: try Field(option: "--flat-after", text: flatAfter).duration("a flat stretch"),
      shares: try shares.map {
        try Field(option: "--shares", text: $0)
          .rawInteger("a number of shares in base units", decimals: 18)
      }, year: year, units: units)
    var destination = try output.destination(notes)
    if let plot {
      guard groupBy == nil, let history = reader.series.first?.history else {
        throw Field(option: "--plot", text: plot)
          .error(.conflict, expected: "one pool to draw, not --group-by")
      }
      destination.picture = Picture(
        text: try PoolPlot.svg(of: history, year: year, units: units), path: plot)
    }
    try destination.write { _ in try question.sheet() }
  }
}
