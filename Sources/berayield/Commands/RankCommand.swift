internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Questions
internal import Sheets

/// `berayield rank`: the vaults of a snapshot by what they offer for emission.
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Rank a snapshot's vaults by bid, efficiency and runway.",
    discussion: """
      Reads a file of berayield snapshot. A bid is in USD of incentives per reward token of \
      emission, efficiency in USD of emission per USD of incentives. A runway needs the emission \
      to the vault: --emission says it, else the vault's own stream stands for it while its period \
      runs, as an estimate.

      EXAMPLES
        berayield example pol-next.json | berayield rank - --top 5
        berayield example pol-next.json | \\
          berayield rank - --sort apr --format csv
      """
  )

  @Argument(
    help: ArgumentHelp("Snapshot file; '-' reads stdin.", valueName: "snapshot.json"),
    completion: .json)
  var file: String

  @Option(
    help: ArgumentHelp(
      "Emission to vaults: CSV with vault and emission_per_day, in wei.", valueName: "file.csv"),
    completion: .csv)
  var emission: String?

  @OptionGroup(title: "CSV") var csv: CSVOptions
  @OptionGroup(title: "Conventions") var year: YearOptions
  @OptionGroup(title: "Several vaults") var order: OrderOptions
  @OptionGroup(title: "Input") var input: DecimalInputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.requireDistinct(from: [file, emission])
    var notes = input.notes
    let destination = try output.destination(notes)
    try destination.refusePages()
    var order = try order.order(in: output.format)
    order.sort = order.sort ?? RankQuestion.usualOrder
    let snapshot = try SnapshotFile(path: file)
    let question = try RankQuestion.read(
      snapshot,
      emissions: try csv.emissions(emission, "--emission"), year: try year.yearLength(),
      notes: &notes)
    try destination.write(question.sheets, of: snapshot.block, order)
    Diagnostics.notes(notes.notes)
  }
}
