internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Quantities
internal import Questions

/// `berayield block-reward`: what a block pays, and what a validator can expect.
struct BlockRewardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "block-reward",
    abstract: "Compute a block's reward and a validator's expected yearly rewards.",
    discussion: """
      In the BGT era the reward follows the boost curve; the contract's result and the exact \
      value are shown side by side. Since PoL Next the reward is constant. Reads options, or a \
      JSON file with the same names in camelCase.

      EXAMPLES
        berayield block-reward --stake 1000000000000000000000000 \\
          --total-stake 60000000000000000000000000 --block-time 1.963
        berayield block-reward --era bgt --boost 0.0531
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "block-reward.json"),
    completion: .json)
  var file: String?

  @Option(help: "The validator's share of all boosts, 0 to 1 (BGT era).") var boost: String?
  @Option(help: "The same as raw boostPower; 1e18 is the whole.") var boostPower: String?
  @Option(help: "The share of all boosts once a queued boost is active (BGT era).")
  var boostsAfter: String?
  @Option(help: "Raw baseRate, wei per block (default: the profile's).") var baseRate: String?
  @Option(help: "Raw rewardRate, wei per block (default: the profile's).")
  var rewardRate: String?
  @Option(help: "Raw boostMultiplier, 1e18 is 1 (BGT era).") var boostMultiplier: String?
  @Option(help: "Raw rewardConvexity, 1e18 is 1 (BGT era).") var rewardConvexity: String?
  @Option(help: "Raw minBoostedRewardRate, wei per block (BGT era).")
  var minBoostedRewardRate: String?

  @Option(help: "Stake of the validator, wei of BERA.") var stake: String?
  @Option(help: "Stake of all active validators, wei of BERA.") var totalStake: String?
  @Option(help: "Seconds per block (default: the profile's 2; the mainnet average is 1.963).")
  var blockTime: String?
  @Option(help: "Price of one reward token in USD.") var rewardPrice: String?
  @Option(help: "Add incentives to the yield: what vaults bid in USD per reward token.")
  var marketBid: String?
  @Option(help: "Stored commission on these, basis points (default: never set).")
  var commissionBps: String?

  @OptionGroup(title: "Conventions") var year: YearOptions
  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Input") var input: DecimalInputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let options: [String: String?] = [
      "boost": boost, "boostPower": boostPower, "boostsAfter": boostsAfter, "baseRate": baseRate,
      "rewardRate": rewardRate,
      "boostMultiplier": boostMultiplier, "rewardConvexity": rewardConvexity,
      "minBoostedRewardRate": minBoostedRewardRate, "stake": stake, "totalStake": totalStake,
      "blockTime": blockTime, "rewardPrice": rewardPrice, "marketBid": marketBid,
      "commissionBps": commissionBps,
    ]
    try output.requireDistinct(from: [file, rules.profile])
    try output.destination(input.notes).write { notes in
      let inputs = try InputObject(
        file: file, "a block reward's parameters", keys: BlockRewardQuestion.keys,
        options: options, notes: &notes
      ) { snapshot, _ throws(Fault) in try snapshot.blockRewards(hasStake: stake != nil) }
      let question = try BlockRewardQuestion.read(
        inputs, year: try year.yearLength(),
        profile: try rules.protocolProfile(for: inputs, .blockRewards, &notes),
        notes: &notes)
      return try inputs.answer { () throws(Fault) in try question.sheet() }
    }
  }
}
