internal import ArgumentParser
internal import Chain
internal import Faults
internal import Inputs
internal import Platform
internal import Questions
internal import Sheets
internal import Text
internal import Transport

/// `berayield snapshot`: raw values from a chain at one block, in one file.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Read vaults, validators and pools from a chain at one block, into one file.",
    usage: "berayield snapshot [<options>]",
    discussion: """
      Asks any public endpoint for everything that the other commands need, at one pinned block, \
      and writes the raw values. A call that fails is a null and a gap that says why, never a zero. \
      Every other command then takes the file, offline: apr today.json.

      Stake tokens are valued from the chain where their kind is known; --price and --prices go \
      first. Of an endpoint's URL only the host is ever shown. Without --rpc and --replay the \
      chain's own public endpoint is asked.

      EXAMPLES
        berayield example prices > prices.csv && \\
          berayield example pol-next.ndjson | \\
          berayield snapshot --replay - --prices prices.csv -o today.json
        berayield example prices > prices.csv && \\
          berayield example pol-next.ndjson | \\
          berayield snapshot --replay - --prices prices.csv --format text
      """
  )

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Output format.", valueName: "json|csv|ndjson|text"))
  var format: ResultFormat = .json
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Output file; '-' is stdout. A file is written completely or not at all.", valueName: "file"),
    completion: .file())
  var output = "-"

  func run() throws {
    try RunFiles(inputs: reading.files, outputs: ["-o": output, "--record": reading.record])
      .requireDistinct()
    var notes = InputNotes(strict: false)
    notes.clock = try Clock.now()
    let block = try reading.chain.blockChoice(&notes)
    let reader = try SnapshotReader(reading, for: "snapshot", notes: &notes)
    let destination = AnswerOutput(
      path: output, format: format, style: TextStyle(width: Terminal.width), notes: notes)
    try destination.refusePages()
    let reading = try reader.read(at: block).reading()
    Diagnostics.notes(notes.notes + reading.skipped.map(\.note))
    try destination.write(SnapshotSheet.sheet(of: reading))
    Diagnostics.notes(SnapshotSheet.notes(of: reading))
  }
}
