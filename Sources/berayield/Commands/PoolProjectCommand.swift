internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Questions
internal import Yields

/// `berayield pool project`: the path of a pool's share price.
struct PoolProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract: "Project a pool's share price, yields and validator revenue.",
    discussion: """
      The scenario is a JSON object with start, days (or end), stepSeconds (default 86400), pool \
      (assets and totalSupply as for pool price, phase, depositsPaused), protocolFeeBps, sources \
      (each with name, grossApr or perDay, commissionBps), auction (payout, everySeconds), \
      events (each with at, and deposit, withdraw, redeem or action) and blockTime.

      EXAMPLES
        berayield example pool-scenario | berayield pool project -
        berayield example pool-scenario | \\
          berayield pool project - --format csv -o path.csv
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "scenario.json"), completion: .json
  )
  var file: String?

  @Option(help: ArgumentHelp("Also draw a plot.", valueName: "file.svg"), completion: .svg)
  var plot: String?

  @OptionGroup(title: "Conventions") var year: YearOptions
  @OptionGroup(title: "Protocol") var rules: PoolProfileOptions
  @OptionGroup(title: "Input") var input: DecimalInputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let file = try PipedInput.required(file, "scenario.json")
    try output.requireDistinct(from: [file, rules.profile], plot: plot)
    try OutputFile.require(".svg", of: plot, option: "--plot")
    var notes = input.notes
    let inputs = try InputObject(
      file: file, "a projection's scenario", keys: PoolProjectionQuestion.keys, options: [:],
      notes: &notes)
    let question = try PoolProjectionQuestion.read(
      inputs, year: try year.yearLength(), profile: try rules.protocolProfile(for: inputs, &notes),
      notes: &notes
    )
    let projection = try inputs.locating { () throws(Fault) in try question.projection() }
    var destination = try output.destination(notes)
    try destination.refusePages()
    destination.picture = plot.map {
      Picture(text: PoolPlot.svg(of: projection, from: question.scenario.start), path: $0)
    }
    try destination.write(
      try inputs.locating { () throws(Fault) in try question.sheet(of: projection) })
    Diagnostics.notes(notes.notes)
  }
}
