internal import ArgumentParser
internal import Chain
internal import Faults
internal import History
internal import Inputs
internal import Platform
internal import Quantities
internal import Questions
internal import Sheets

/// `berayield watch`: readings of a chain, again and again, into a store.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Read a chain again and again, into a store of its history.",
    usage: "berayield watch [<options>] --store <file>",
    discussion: """
      Takes all options of snapshot, and appends each reading to a store, which the commands history \
      and page take. Without --count and --to it goes on until it is told to stop (Ctrl-C, SIGTERM), \
      and then ends with what is whole. A block that is stored already is not read again.

      With --from the past is read first, the oldest time first, each at the last block at or before \
      it; a run that was stopped goes on where it was. Without --to the watch goes on behind the past. \
      Times are 2026-05-01, 2026-05-01T12:00Z, unix seconds, now, or -30d.

      An endpoint that does not answer is tried again, and stderr says since when. Times that pass \
      meanwhile are missed, and listed. With --count 1 a failure ends the run: cron comes again.

      EXAMPLES
        berayield example prices > prices.csv && \\
          berayield example pol-next.ndjson | \\
          berayield watch --store vaults.sqlite --count 1 \\
          --replay - --prices prices.csv
        berayield example prices > prices.csv && \\
          berayield example pol-next.ndjson | \\
          berayield watch --store vaults.sqlite --count 1 \\
          --replay - --prices prices.csv -o today.json
      """
  )

  @Option(
    help: ArgumentHelp("Store to append to; made where there is none.", valueName: "file"),
    completion: .file())
  var store: String

  @OptionGroup(title: "When") var times: WatchOptions

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp("Folder of the site that page writes, renewed by each reading."),
    completion: .directory)
  var page: String?
  @Option(help: ArgumentHelp("Format of --output.", valueName: "json|csv|ndjson|text"))
  var format: ResultFormat = .json
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write each new snapshot there as well; the file is always a whole one.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let named: [(option: String, path: String?)] = [
      ("--store", store), ("-o", output), ("--record", reading.record),
    ]
    try RunFiles(
      inputs: reading.files.compactMap(\.self),
      outputs: RunFiles.Output.parts(ofStore: store) + RunFiles.Output.named(named)
        + SiteFolder.outputs(of: page, option: "--page")
    ).requireDistinct()
    var notes = InputNotes(strict: false)
    notes.clock = try Clock.now()
    var plan = try times.plan(
      reading.chain,
      single: [
        "--block": reading.chain.block != "finalized", "--record": reading.record != nil,
        "--replay": reading.replay != nil,
      ], notes: &notes)
    let reader = try SnapshotReader(reading, for: "watch", notes: &notes)
    let destination = output.map {
      AnswerOutput(
        path: $0, format: format, style: TextStyle(width: Terminal.width), notes: notes)
    }
    try destination?.refusePages()
    let site = try page.map { try SiteFolder(path: $0, option: "--page") }
    try StopRequest.listen()
    var watch = try Watch(reader, into: store, destination, site)
    Diagnostics.notes(notes.notes)
    let clock = SteadyClock()
    while true {
      if StopRequest.isMade { plan.told() }
      switch plan.next(now: try clock.now()) {
      case .tell(let note): Diagnostics.notes([note.fault])
      case .wait(let milliseconds): _ = StopRequest.wait(milliseconds: milliseconds)
      case .stop(let failure):
        try watch.finish()
        if let failure { throw failure.fault }
        return
      case .observe(let block):
        switch try watch.observe(at: block) {
        case .stored: plan.succeeded(now: try clock.now())
        case .failed(let failure): plan.failed(failure, now: try clock.now())
        case .dropped: plan.told()
        }
      }
    }
  }
}

/// The time by both clocks.
private struct SteadyClock {
  private let start = ContinuousClock.now

  func now() throws(Fault) -> WatchPlan.Now {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return WatchPlan.Now(
      wall: try Clock.now(),
      steady: UInt64(max(0, seconds)) * 1000 + UInt64(attoseconds / 1_000_000_000_000_000))
  }
}
