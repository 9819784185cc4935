internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Questions
internal import Sheets

/// `berayield changes`: what moved between two snapshots.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "List what moved between two snapshots of a chain.",
    usage: "berayield changes [<options>] <before.json> <after.json>",
    discussion: """
      Reads two files of berayield snapshot, the earlier one first. Lists vaults that are new, \
      gone, paused, expired or end within a day; rates, stakes and prices that moved by more than \
      --threshold; offers added, raised, run dry or running dry within a day; commissions queued \
      or changed. Each has its value before and after, exact to programs.

      What a snapshot could not read is not compared, and counted. When an offer runs dry is an \
      estimate by the vault's own stream.

      EXAMPLES
        berayield example monday > monday.json && \\
          berayield example tuesday | berayield changes monday.json -
        berayield example monday > monday.json && \\
          berayield example tuesday | \\
          berayield changes monday.json - --threshold 50% --format csv
      """
  )

  @Argument(
    help: ArgumentHelp("Earlier snapshot; '-' reads stdin.", valueName: "before.json"),
    completion: .json)
  var before: String

  @Argument(
    help: ArgumentHelp("Later snapshot; '-' reads stdin.", valueName: "after.json"),
    completion: .json)
  var after: String

  @OptionGroup(title: "Conventions") var threshold: ThresholdOption
  @OptionGroup(title: "Input") var strictness: StrictOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.requireDistinct(from: [before, after])
    try output.destination(InputNotes(strict: strictness.strict)).write { notes in
      try ChangesQuestion.read(
        from: try SnapshotFile(path: before), to: try SnapshotFile(path: after),
        threshold: threshold.field, notes: &notes
      ).sheet
    }
  }
}

/// By how much a value must move, for commands that tell changes.
struct ThresholdOption: ParsableArguments {
  @Option(
    help: "Least change of a rate, a stake or a price: 0.1 or 10% (default: a tenth).")
  var threshold: String?

  /// It as a field.
  var field: Field? { threshold.map { Field(option: "--threshold", text: $0) } }
}
