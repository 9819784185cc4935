internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Questions

/// `berayield block-reward`: what a block pays, and what a validator can expect.
struct BlockRewardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "block-reward",
    abstract: "What a block pays in either era, and a validator's expected year by stake.",
    discussion: """
      In the BGT era the reward follows the boost curve: the contract's bits and the correctly \
      rounded value stand side by side. Since PoL Next it is constant. A JSON file with the same \
      names in camelCase works too.

      EXAMPLES
        berayield block-reward --stake 1000000000000000000000000 \\
          --total-stake 60000000000000000000000000 --block-time 1.963
        berayield block-reward --era bgt --boost 0.0531
      """
  )

  @Argument(help: ArgumentHelp("JSON file; '-' is stdin.", valueName: "block-reward.json"))
  var file: String?

  @Option(help: "The validator's share of all boosts, 0 to 1 (BGT era).") var boost: String?
  @Option(help: "The same as the raw boostPower, 1e18 is all.") var boostPower: String?
  @Option(help: "The raw baseRate, wei per block (default: the profile's).") var baseRate: String?
  @Option(help: "The raw rewardRate, wei per block (default: the profile's).")
  var rewardRate: String?
  @Option(help: "The raw boostMultiplier, 1e18 is 1 (BGT era).") var boostMultiplier: String?
  @Option(help: "The raw rewardConvexity, 1e18 is 1 (BGT era).") var rewardConvexity: String?
  @Option(help: "The raw minBoostedRewardRate, wei per block (BGT era).")
  var minBoostedRewardRate: String?

  @Option(help: "The validator's stake, wei of BERA.") var stake: String?
  @Option(help: "The stake of all active validators, wei of BERA.") var totalStake: String?
  @Option(help: "Seconds per block (default: the profile's 2; the record says 1.963).")
  var blockTime: String?
  @Option(help: "USD for one whole reward token.") var rewardPrice: String?

  @OptionGroup(title: "Conventions") var year: YearOptions
  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let options: [String: String?] = [
      "boost": boost, "boostPower": boostPower, "baseRate": baseRate, "rewardRate": rewardRate,
      "boostMultiplier": boostMultiplier, "rewardConvexity": rewardConvexity,
      "minBoostedRewardRate": minBoostedRewardRate, "stake": stake, "totalStake": totalStake,
      "blockTime": blockTime, "rewardPrice": rewardPrice,
    ]
    try output.destination(output.notes(input)).write { notes in
      let inputs = try InputObject(
        file: file, "a block reward's parameters", keys: BlockRewardQuestion.keys,
        options: options, notes: &notes)
      let question = try BlockRewardQuestion.read(
        inputs, year: try year.yearLength(), profile: try rules.protocolProfile(&notes),
        notes: &notes)
      return try inputs.locating { () throws(Fault) in try question.sheet() }
    }
  }
}
