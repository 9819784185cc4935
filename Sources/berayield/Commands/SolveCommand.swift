internal import ArgumentParser
internal import Contracts
internal import Yields
internal import Questions
internal import Faults

/// `berayield solve`: the input that gives a yield.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "The exact input of a vault that gives a target yield, and the proof that it does.",
    discussion: """
      Solves the APR identity in closed form for one input: rewardRate, targetRewardsPerSecond, \
      totalSupply, rewardPrice or stakePrice; and for what follows from it: the tvl at which the APR \
      falls to the target, the deposit that dilutes it to the target, the commission that leaves \
      stakers the target, the incentive that attracts the emission it needs. The value printed is \
      the nearest on-chain integer whose APR is at least the target (for prices the nearest 1e-18 \
      USD); one unit further misses it.

      A target is a fraction (0.5) or a percentage (50%): both are fifty percent, and 50 without a \
      sign is five thousand percent. The value of the unknown need not be given.

      EXAMPLES
        berayield solve data/documentation-vault.json --for rewardRate \\
          --target-apr 50%
        berayield solve --for incentive --target-apr 0.4 --tvl 2500000 \\
          --reward-price 2.35 --market-bid 1.41 --incentive-price 1 \\
          --incentive-decimals 6
      """
  )

  @Argument(help: ArgumentHelp("JSON file; '-' is stdin.", valueName: "snapshot.json"))
  var file: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "What to solve for: "
        + SolveUnknown.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "param"))
  var unknown: String

  @Option(help: "The APR to reach: 0.5 or 50%.") var targetApr: String?
  @Option(help: "The APY to reach, in place of an APR: 0.65 or 65%.") var targetApy: String?
  @Option(
    help: ArgumentHelp(
      "Compoundings a year of the APY (default 365).", valueName: "n|continuous"))
  var compounding: String?

  @OptionGroup(title: "Values of one vault") var values: SnapshotOptions

  @Option(
    help: "Taken from the yield before the stakers get it; the target is then net: 500 or 5%.")
  var commission: String?
  @Option(help: "The value of the whole stake in USD, in place of its amount and price.")
  var tvl: String?
  @Option(help: "For how many days the emission is to last (default 7).") var days: String?
  @Option(help: "USD of incentives that the market bids for one whole reward token.")
  var marketBid: String?
  @Option(help: "USD for one whole incentive token.") var incentivePrice: String?
  @Option(help: "Decimals of the incentive token (default 18).") var incentiveDecimals: String?

  @OptionGroup(title: "Conventions") var conventions: ConventionOptions
  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    func field(_ name: String, _ text: String?) -> Field? {
      text.map { Field(option: name, text: $0) }
    }
    var question = SolveQuestion(unknown: Field(option: "--for", text: unknown))
    question.targetAPR = field("--target-apr", targetApr)
    question.targetAPY = field("--target-apy", targetApy)
    question.compounding = field("--compounding", compounding)
    question.commission = field("--commission", commission)
    question.tvl = field("--tvl", tvl)
    question.days = field("--days", days)
    question.marketBid = field("--market-bid", marketBid)
    question.incentivePrice = field("--incentive-price", incentivePrice)
    question.incentiveDecimals = field("--incentive-decimals", incentiveDecimals)
    let convention = YieldConvention(
      time: try conventions.now(), year: try conventions.yearLength())
    let time = try conventions.evaluationTime()
    let profile = try rules.protocolProfile()
    var pipeline = AnswerPipeline(notes: output.inputNotes) {
      [question] fields, notes throws(Fault) in
      try SolveAnswer(
        to: question, about: fields, convention: convention, time: time,
        profile: profile, notes: &notes)
    }
    try output.answer(&pipeline, about: file, values.fields)
  }
}
