internal import ArgumentParser
internal import Faults
internal import Questions
internal import Inputs

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
      "Compoundings per year of the APY (default 365).", valueName: "n|continuous"))
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
  @OptionGroup(title: "Several vaults") var several: ListOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try values.require(file: file)
    let (time, year) = (try conventions.evaluationTime(), try conventions.yearLength())
    var notes = output.notes(input)
    let profile = try rules.protocolProfile(&notes)
    let destination = try output.destination(notes)
    try destination.refusePages()
    try destination.answer(
      about: file,
      values.values(and: [
        "for": unknown, "targetApr": targetApr, "targetApy": targetApy,
        "compounding": compounding, "commission": commission, "tvl": tvl, "days": days,
        "marketBid": marketBid, "incentivePrice": incentivePrice,
        "incentiveDecimals": incentiveDecimals,
      ]), several
    ) { inputs, notes throws(Fault) in
      let question = try SolveQuestion.read(
        inputs, time: time, year: year, profile: profile, notes: &notes)
      let subject = try question.readSubject(inputs, notes: &notes)
      return try inputs.locating { () throws(Fault) in try question.sheet(about: subject) }
    }
  }
}
