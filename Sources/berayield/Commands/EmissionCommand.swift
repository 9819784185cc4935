internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Quantities
internal import Questions

/// `berayield emission`: what reward notifications do to a vault's rate.
struct EmissionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emission",
    abstract: "Show how one or many reward notifications set a vault's emission.",
    discussion: """
      Uses the contract's own arithmetic and rounding, in duration mode and in target-rate mode. \
      For a stream of notifications (--every) it also shows the long-run behaviour and the \
      target rate that keeps emission constant. Reads options, or a JSON file with the same \
      names in camelCase.

      EXAMPLES
        berayield emission --reward 100000000000000000000 --duration 432000 \\
          --at 1760000000
        berayield emission --reward 500000000000000000000 --every day --count 60 \\
          --target-rate 5000000000000000000000000000000000 --at 1760000000 \\
          --plot rate.svg
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "emission.json"), completion: .json
  )
  var file: String?

  @Option(help: ArgumentHelp("Vault of a snapshot, by its address.", valueName: "address"))
  var vault: String?

  @Option(help: "Reward of each notification, in wei.")
  var reward: String?
  @Option(help: "Instead of a reward: raw undistributedRewards(), scale 1e36.")
  var undistributed: String?
  @Option(help: "Target-rate mode: raw targetRewardsPerSecond(), scale 1e36.")
  var targetRate: String?
  @Option(help: "Duration mode: length of the period in seconds (default 7 days).")
  var duration: String?
  @Option(help: "Target-rate mode: shortest period in seconds (default 3 days).")
  var minDuration: String?
  @Option(help: "Raw rewardRate() of a period that is still running, scale 1e36.")
  var rewardRate: String?
  @Option(help: "End of that period.")
  var periodFinish: String?

  @Option(
    help: ArgumentHelp(
      "Repeat the notification every day, every block or every given number of seconds.",
      valueName: "seconds|block|day"),
    completion: .list(["day", "week", "block"]))
  var every: String?
  @Option(help: "Number of notifications to run (default 30).")
  var count: String?

  @Option(help: "For the APR: raw totalSupply() of the vault.") var totalSupply: String?
  @Option(help: "For the APR: decimals of the stake token (default 18).")
  var stakeDecimals: String?
  @Option(help: "For the APR: price of one reward token in USD.") var rewardPrice: String?
  @Option(help: "For the APR: price of one stake token in USD.") var stakePrice: String?

  @Option(
    help: ArgumentHelp("Also draw the rate over time.", valueName: "file.svg"), completion: .svg)
  var plot: String?

  @OptionGroup(title: "Conventions") var conventions: ConventionOptions
  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Input") var input: DecimalInputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.requireDistinct(from: [file, rules.profile], plot: plot)
    try OutputFile.require(".svg", of: plot, option: "--plot")
    let options: [String: String?] = [
      "reward": reward, "undistributed": undistributed, "targetRate": targetRate,
      "duration": duration, "minDuration": minDuration, "rewardRate": rewardRate,
      "periodFinish": periodFinish, "every": every, "count": count,
      "totalSupply": totalSupply, "stakeDecimals": stakeDecimals, "rewardPrice": rewardPrice,
      "stakePrice": stakePrice, "at": conventions.at,
    ]
    var destination = try output.destination(input.notes)
    try destination.refusePages()
    var notes = destination.notes
    let inputs = try InputObject(
      file: file, "a reward and how it is spread", keys: EmissionQuestion.keys, options: options,
      notes: &notes
    ) { snapshot, _ throws(Fault) in
      try snapshot.emission(
        of: vault.map { Field(option: "--vault", text: $0) },
        given: Set(options.filter { $0.value != nil }.keys))
    }
    try conventions.year.requireUse(
      try inputs.field("totalSupply") != nil,
      expected: "it with totalSupply and prices only, as an APR alone hangs on the year")
    let question = try EmissionQuestion.read(
      inputs, now: try Clock.now(), year: try conventions.yearLength(),
      profile: try rules.protocolProfile(for: inputs, .vaults, &notes), notes: &notes)
    let sheet = try inputs.answer { () throws(Fault) in try question.sheet() }
    destination.picture = try plot.map { path in
      let text = try inputs.locating { () throws(Fault) in try EmissionPlot.svg(of: question) }
      return Picture(text: text, path: path)
    }
    try destination.write(sheet)
    Diagnostics.notes(notes.notes)
  }
}
