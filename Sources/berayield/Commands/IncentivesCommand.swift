internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Questions

/// `berayield incentives`: the incentive market around a vault.
struct IncentivesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incentives",
    abstract: "USD bid per reward token, runway, the contract's split, and who earns what.",
    discussion: """
      Reads a JSON object with emissionPerDay, rewardPrice, tokens (each with token, tokenDecimals, \
      tokenPrice, incentiveRate, amountRemaining), and optionally emission, commissionBps, feeBps, \
      holders, totalSupply, stakePrice, stakeDecimals, validatorShare, commissionChangeDelay, \
      queuedAtBlock; or options of the same names for one token. With --attract it answers what a \
      vault manager must offer and fund.

      EXAMPLES
        berayield incentives --emission-per-day 1000000000000000000000 \\
          --reward-price 3.2 --token-price 1 --token-decimals 6 \\
          --incentive-rate 1900000 --amount-remaining 25000000000
        berayield incentives --attract 1000000000000000000000 --market-bid 1.9 \\
          --token-price 0.042 --days 30
      """
  )

  @Argument(help: ArgumentHelp("JSON file; '-' is stdin.", valueName: "incentives.json"))
  var file: String?

  @Option(help: "Wei of the reward token that reach the vault a day.") var emissionPerDay: String?
  @Option(help: "USD for one whole reward token.") var rewardPrice: String?
  @Option(help: "Wei that reach the vault at once, for the split (default a day's).")
  var emission: String?
  @Option(help: "The incentive token's name.") var token: String?
  @Option(help: "Decimals of the incentive token (default 18).") var tokenDecimals: String?
  @Option(help: "USD for one whole incentive token.") var tokenPrice: String?
  @Option(help: "The raw incentiveRate: base units per 1e18 wei of emission.")
  var incentiveRate: String?
  @Option(help: "The raw amountRemaining, base units.") var amountRemaining: String?

  @Option(help: "The validator's stored commission, basis points; not given: never set.")
  var commissionBps: String?
  @Option(help: "The incentive fee, basis points (default: the profile's).") var feeBps: String?
  @Option(help: "Wei of BGT that boosts, or of sWBERA's assets: those who share the rest.")
  var holders: String?
  @Option(help: "The vault's raw totalSupply(), for the staker's APR.") var totalSupply: String?
  @Option(help: "USD for one whole stake token.") var stakePrice: String?
  @Option(help: "Decimals of the stake token (default 18).") var stakeDecimals: String?
  @Option(help: "The validator's part of the vault's emission, 0 to 1 (default 1).")
  var validatorShare: String?
  @Option(help: "Blocks that a commission change waits (default: the longest allowed).")
  var commissionChangeDelay: String?
  @Option(help: "The block in which a commission change was queued.") var queuedAtBlock: String?

  @Option(help: "Budget: wei of emission to attract a day.") var attract: String?
  @Option(help: "Budget: USD that the market bids per reward token.") var marketBid: String?
  @Option(help: "Budget: for how many days.") var days: String?

  @OptionGroup(title: "Conventions") var conventions: ConventionOptions
  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    var notes = output.notes(input)
    let profile = try rules.protocolProfile(&notes)
    if attract != nil {
      let inputs = InputObject(options: [
        "attract": attract, "marketBid": marketBid, "days": days, "tokenPrice": tokenPrice,
        "tokenDecimals": tokenDecimals,
      ])
      return try output.destination(notes).write { notes in
        let question = try BudgetQuestion.read(inputs, profile: profile, notes: &notes)
        return try inputs.locating { () throws(Fault) in try question.sheet() }
      }
    }
    let options: [String: String?] = [
      "emissionPerDay": emissionPerDay, "rewardPrice": rewardPrice, "emission": emission,
      "token": token, "tokenDecimals": tokenDecimals, "tokenPrice": tokenPrice,
      "incentiveRate": incentiveRate, "amountRemaining": amountRemaining,
      "commissionBps": commissionBps, "feeBps": feeBps, "holders": holders,
      "totalSupply": totalSupply, "stakePrice": stakePrice, "stakeDecimals": stakeDecimals,
      "validatorShare": validatorShare, "commissionChangeDelay": commissionChangeDelay,
      "queuedAtBlock": queuedAtBlock, "at": conventions.at,
    ]
    try output.destination(notes).write { notes in
      let inputs = try InputObject(
        file: file, "a vault in the incentive market", keys: IncentiveQuestion.keys,
        options: options, notes: &notes)
      let question = try IncentiveQuestion.read(
        inputs, now: try Clock.now(), year: try conventions.yearLength(), profile: profile,
        notes: &notes)
      return try inputs.locating { () throws(Fault) in try question.sheet() }
    }
  }
}
