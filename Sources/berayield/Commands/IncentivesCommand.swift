internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Quantities
internal import Questions

/// `berayield incentives`: the incentive market around a vault.
struct IncentivesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incentives",
    abstract: "Value a vault's incentives: bid, runway, split and earnings.",
    discussion: """
      Reads a JSON object with emissionPerDay, rewardPrice and tokens (each with token, \
      tokenDecimals, tokenPrice, incentiveRate, amountRemaining), and optionally emission, \
      commissionBps, feeBps, holders, totalSupply, stakePrice, stakeDecimals, validatorShare, \
      validatorStake, auctionPayout, queuedAuctionPayout, claimMargin, commissionChangeDelay and \
      queuedAtBlock. Options of the same names describe a single token.

      Since PoL Next the stakers of WBERA share the auction's payouts with those of liquid staking \
      tokens: with holders, the assets of sWBERA, and lstStakerVaults, an array of objects with \
      name, totalAssets and rate (BERA wei per 1e18 base units), stakers says what each earns.

      With --attract, computes the incentive rate and the amount that a vault manager must \
      offer.

      EXAMPLES
        berayield incentives --emission-per-day 1000000000000000000000 \\
          --reward-price 3.2 --token-price 1 --token-decimals 6 \\
          --incentive-rate 1900000 --amount-remaining 25000000000
        berayield incentives --attract 1000000000000000000000 --market-bid 1.9 \\
          --token-price 0.042 --days 30
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "incentives.json"),
    completion: .json)
  var file: String?

  @Option(help: ArgumentHelp("Vault of a snapshot, by its address.", valueName: "address"))
  var vault: String?

  @Option(help: "Emission to the vault per day, in wei of the reward token.") var emissionPerDay:
    String?
  @Option(help: "Price of one reward token in USD.") var rewardPrice: String?
  @Option(help: "Emission to split, in wei (default: that of one day).")
  var emission: String?
  @Option(help: "Name of the incentive token.") var token: String?
  @Option(help: "Decimals of the incentive token (default 18).") var tokenDecimals: String?
  @Option(help: "Price of one incentive token in USD.") var tokenPrice: String?
  @Option(help: "Raw incentiveRate: base units per 1e18 wei of emission.")
  var incentiveRate: String?
  @Option(help: "Raw amountRemaining, base units.") var amountRemaining: String?

  @Option(help: "Stored commission of the validator, basis points (default: never set).")
  var commissionBps: String?
  @Option(help: "Incentive fee, basis points (default: the profile's).") var feeBps: String?
  @Option(help: "Wei of boosting BGT, or of sWBERA assets, which share the remainder.")
  var holders: String?
  @Option(help: "For the staker's APR: raw totalSupply() of the vault.") var totalSupply: String?
  @Option(help: "Price of one stake token in USD.") var stakePrice: String?
  @Option(help: "Decimals of the stake token (default 18).") var stakeDecimals: String?
  @Option(help: "Validator's share of the vault's emission, 0 to 1 (default 1).")
  var validatorShare: String?
  @Option(help: "Stake of the validator, wei of BERA, for its yield.")
  var validatorStake: String?
  @Option(help: "Payout of the incentive auction, wei of BERA (default: the profile's).")
  var auctionPayout: String?
  @Option(help: "Payout of later claims where another one is queued, wei of BERA.")
  var queuedAuctionPayout: String?
  @Option(help: "What a claimer wants to gain: 0.02 or 2% of the payout (default 0).")
  var claimMargin: String?
  @Option(help: "Delay of a commission change in blocks (default: the longest allowed).")
  var commissionChangeDelay: String?
  @Option(help: "Block in which a commission change was queued.") var queuedAtBlock: String?

  @Option(help: "Budget: emission to attract per day, in wei.") var attract: String?
  @Option(help: "Budget: market bid in USD per reward token.") var marketBid: String?
  @Option(help: "Budget: number of days.") var days: String?

  @OptionGroup(title: "Conventions") var conventions: ConventionOptions
  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Input") var input: DecimalInputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.requireDistinct(from: [file, rules.profile])
    let notes = input.notes
    let options: [String: String?] = [
      "emissionPerDay": emissionPerDay, "rewardPrice": rewardPrice, "emission": emission,
      "token": token, "tokenDecimals": tokenDecimals, "tokenPrice": tokenPrice,
      "incentiveRate": incentiveRate, "amountRemaining": amountRemaining,
      "commissionBps": commissionBps, "feeBps": feeBps, "holders": holders,
      "totalSupply": totalSupply, "stakePrice": stakePrice, "stakeDecimals": stakeDecimals,
      "validatorShare": validatorShare, "commissionChangeDelay": commissionChangeDelay,
      "queuedAtBlock": queuedAtBlock, "validatorStake": validatorStake,
      "auctionPayout": auctionPayout, "queuedAuctionPayout": queuedAuctionPayout,
      "claimMargin": claimMargin, "at": conventions.at,
    ]
    let budget: [String: String?] = ["attract": attract, "marketBid": marketBid, "days": days]
    if attract != nil {
      let shared: Set = ["tokenPrice", "tokenDecimals"]
      try refuse(options.filter { !shared.contains($0.key) }, expected: "no --attract")
      if let file {
        throw Fault(
          .conflict, at: .option("--attract"), found: "the file \(file) beside it",
          expected: "options alone")
      }
      try conventions.year.requireUse(false, expected: "no --attract")
      let inputs = InputObject(
        options: budget.merging(options.filter { shared.contains($0.key) }) { own, _ in own })
      return try output.destination(notes).write { notes in
        let profile = try rules.choice(&notes).profile
        let question = try BudgetQuestion.read(inputs, profile: profile, notes: &notes)
        return try inputs.locating { () throws(Fault) in try question.sheet() }
      }
    }
    try refuse(budget, expected: "it with --attract only")
    try output.destination(notes).write { notes in
      let inputs = try InputObject(
        file: file, "a vault in the incentive market", keys: IncentiveQuestion.keys,
        options: options, notes: &notes
      ) { snapshot, notes throws(Fault) in
        try snapshot.incentives(
          of: vault.map { Field(option: "--vault", text: $0) },
          given: Set(options.filter { $0.value != nil }.keys), notes: &notes)
      }
      let question = try IncentiveQuestion.read(
        inputs, now: try Clock.now(), year: try conventions.yearLength(),
        profile: try rules.protocolProfile(for: inputs, .vaults, &notes), notes: &notes)
      return try inputs.answer { () throws(Fault) in try question.sheet() }
    }
  }

  /// Refuses options that have no effect on what is asked.
  private func refuse(_ options: [String: String?], expected: String) throws(Fault) {
    for (key, text) in options.sorted(by: { $0.key < $1.key }) {
      guard let text else { continue }
      throw Fault(
        .conflict, at: .option(InputKey.option(of: key)), found: text, expected: expected)
    }
  }
}
