internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Questions

/// `berayield emission`: what reward notifications do to a vault's rate.
struct EmissionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emission",
    abstract: "Rate, duration and remainder after one reward notification, or a stream of them.",
    discussion: """
      The contract's own arithmetic, floors included, in duration mode and in target-rate mode; \
      for a stream (--every) also where it leads, and the target that keeps emission constant. A \
      JSON file with the same names in camelCase works too.

      EXAMPLES
        berayield emission --reward 100000000000000000000 --duration 432000 \\
          --at 1760000000
        berayield emission --reward 500000000000000000000 --every day --count 60 \\
          --target-rate 5000000000000000000000000000000000 --at 1760000000 \\
          --plot rate.svg
      """
  )

  @Argument(help: ArgumentHelp("JSON file; '-' is stdin.", valueName: "emission.json"))
  var file: String?

  @Option(help: "The reward of each notification, wei of the reward token.")
  var reward: String?
  @Option(help: "Instead of a reward: undistributedRewards() to spread, scale 1e36.")
  var undistributed: String?
  @Option(help: "Target-rate mode: targetRewardsPerSecond(), scale 1e36.")
  var targetRate: String?
  @Option(help: "Duration mode: seconds of the period (default 7 days).")
  var duration: String?
  @Option(help: "Target-rate mode: the shortest period, seconds (default 3 days).")
  var minDuration: String?
  @Option(help: "The rate of a period that still runs, scale 1e36.")
  var rewardRate: String?
  @Option(help: "When that period ends.")
  var periodFinish: String?

  @Option(
    help: ArgumentHelp(
      "A stream: one notification every so many seconds, every block, or every day.",
      valueName: "seconds|block|day"))
  var every: String?
  @Option(help: "How many notifications of the stream to run (default 30).")
  var count: String?

  @Option(help: "For the APR: the raw totalSupply() of the vault.") var totalSupply: String?
  @Option(help: "For the APR: decimals of the stake token (default 18).")
  var stakeDecimals: String?
  @Option(help: "For the APR: USD for one whole reward token.") var rewardPrice: String?
  @Option(help: "For the APR: USD for one whole stake token.") var stakePrice: String?

  @Option(help: ArgumentHelp("Also draws the rate over time.", valueName: "file.svg"))
  var plot: String?

  @OptionGroup(title: "Conventions") var conventions: ConventionOptions
  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try OutputFile.require(".svg", of: plot, option: "--plot")
    let options: [String: String?] = [
      "reward": reward, "undistributed": undistributed, "targetRate": targetRate,
      "duration": duration, "minDuration": minDuration, "rewardRate": rewardRate,
      "periodFinish": periodFinish, "every": every, "count": count,
      "totalSupply": totalSupply, "stakeDecimals": stakeDecimals, "rewardPrice": rewardPrice,
      "stakePrice": stakePrice, "at": conventions.at,
    ]
    try output.destination(output.notes(input)).write { notes in
      let inputs = try InputObject(
        file: file, "a reward and how it is spread", keys: EmissionQuestion.keys, options: options,
        notes: &notes)
      let question = try EmissionQuestion.read(
        inputs, now: try Clock.now(), year: try conventions.yearLength(),
        profile: try rules.protocolProfile(&notes), notes: &notes)
      let sheet = try inputs.locating { () throws(Fault) in try question.sheet() }
      if let plot {
        let picture = try inputs.locating { () throws(Fault) in try EmissionPlot.svg(of: question) }
        try OutputFile.write(picture, to: plot, option: "--plot")
      }
      return sheet
    }
  }
}
