internal import ArgumentParser
internal import Faults
internal import History
internal import Inputs
internal import Platform
internal import Quantities
internal import Questions
internal import Sheets

/// `berayield history`: what a store of readings tells.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Tell figures over time, and what vaults really paid, from a store of readings.",
    usage: "berayield history [<options>] <store> [<view>]",
    discussion: """
      Reads a store that berayield watch keeps; raw values are stored, figures are computed anew.

      VIEWS
        contents     blocks, times, vaults and gaps (the usual view)
        realized     what vaults really paid in windows, beside what was quoted
        apr, tvl     a vault's APR or the value of its stake, block by block
        bid, runway  what incentives offer for a reward token, and for how long
        share-price  of a pool (--pool)
        changes      what moved in the last day, or since --since
        export       every raw value, a row for each block and vault (csv or ndjson)

      EXAMPLES
        berayield example history > vaults.sqlite && \\
          berayield history vaults.sqlite realized --window 7d,all
        berayield example history > vaults.sqlite && \\
          berayield history vaults.sqlite share-price --every 1d
      """
  )

  /// What is told.
  enum View: String, CaseIterable, ExpressibleByArgument {
    case contents, realized, apr, tvl, bid, runway
    case sharePrice = "share-price"
    case changes, export
  }

  @Argument(
    help: ArgumentHelp("Store of berayield watch.", valueName: "store"), completion: .file())
  var store: String
  @Argument(
    help: ArgumentHelp("What to tell.", valueName: "view"),
    completion: .list(View.allCases.map(\.rawValue)))
  var view: View = .contents

  @Option(help: ArgumentHelp("Only this vault. Repeatable.", valueName: "address"))
  var vault: [String] = []
  @Option(
    help: ArgumentHelp("A pool: sWBERA, or an address.", valueName: "name"))
  var pool: String?
  @Option(
    help: ArgumentHelp(
      "Windows up to the last block (default: 1d,7d,30d,all).", valueName: "7d,all"),
    completion: .names(["1d", "7d", "30d", "all"]))
  var window: String?
  @Option(
    help: ArgumentHelp("Nothing before this time: a date, or -30d.", valueName: "time"))
  var from: String?
  @Option(help: ArgumentHelp("Nothing after this time.", valueName: "time")) var to: String?
  @Option(
    help: ArgumentHelp("One value a span, the last one read in it: 1h, 1d.", valueName: "span"))
  var every: String?
  @Option(
    help: ArgumentHelp("Changes since the last block at or before this time.", valueName: "time"))
  var since: String?
  @OptionGroup var threshold: ThresholdOption
  @Option(help: ArgumentHelp("Also draw a plot.", valueName: "file.svg"), completion: .svg)
  var plot: String?

  @OptionGroup(title: "Conventions") var year: YearOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.requireDistinct(from: [store], plot: plot)
    let named: [(option: String, path: String?)] = [("-o", output.outputFile), ("--plot", plot)]
    try RunFiles(
      inputs: [], outputs: RunFiles.Output.parts(ofStore: store) + RunFiles.Output.named(named)
    ).requireDistinct()
    try OutputFile.require(".svg", of: plot, option: "--plot")
    try requireSense()
    let history = try HistoryStore(path: store, for: .read)
    if view != .contents, try history.last() == nil {
      throw Fault(
        .missingValue, at: .file(store), found: "an empty history",
        expected: "at least one snapshot")
    }
    switch view {
    case .contents:
      try output.destination(InputNotes(strict: false)).write(HistoryContents(of: history).sheet)
    case .changes: try changes(history)
    case .export: try export(history)
    case .realized where every == nil: try realized(history)
    case .realized: try series(.realized, history)
    case .apr: try series(.apr, history)
    case .tvl: try series(.tvl, history)
    case .bid: try series(.bid, history)
    case .runway: try series(.runway, history)
    case .sharePrice: try series(.sharePrice, history)
    }
  }

  /// Whether the view is a figure block by block.
  private var isSeries: Bool {
    switch view {
    case .contents, .changes, .export: false
    case .realized: every != nil
    case .apr, .tvl, .bid, .runway, .sharePrice: true
    }
  }

  /// Refuses options that mean nothing to the view.
  private func requireSense() throws(Fault) {
    func refuse(_ option: String, _ text: String?, unless isUsed: Bool, _ expected: String)
      throws(Fault)
    {
      guard let text, !isUsed else { return }
      throw Field(option: option, text: text).error(.conflict, expected: expected)
    }
    let tells = view != .contents && view != .changes && view != .export
    let ofVaults = tells && view != .sharePrice
    try refuse("--vault", vault.first, unless: ofVaults && pool == nil, "a view of vaults")
    try refuse(
      "--pool", pool, unless: view == .sharePrice || view == .realized && every == nil,
      "share-price or realized, without --every")
    try refuse("--window", window, unless: view == .realized, "the view realized")
    for (option, text) in [("--from", from), ("--to", to)] {
      try refuse(option, text, unless: tells, "a view of figures")
    }
    try refuse("--since", since, unless: view == .changes, "the view changes")
    try refuse("--threshold", threshold.threshold, unless: view == .changes, "the view changes")
    try refuse("--every", every, unless: tells, "a view of figures")
    try refuse("--plot", plot, unless: isSeries, "a figure over time to draw")
    try year.requireUse(view == .apr || view == .realized, expected: "the view apr or realized")
    if view == .export, !output.format.isRows {
      throw Fault(
        .conflict, at: .option("--format"), found: output.format.rawValue,
        expected: "csv or ndjson, as an export has a row for each block and vault")
    }
  }
}
