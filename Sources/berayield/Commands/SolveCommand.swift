internal import ArgumentParser
internal import Faults
internal import Quantities
internal import Questions
internal import Inputs

/// `berayield solve`: the input that gives a yield.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find the exact input of a vault that gives a target yield.",
    usage: "berayield solve [<options>] --for <param> [<snapshot.json>]",
    discussion: """
      Solves for one input: rewardRate, targetRewardsPerSecond, totalSupply, rewardPrice or \
      stakePrice; for the tvl at which the APR falls to the target; for the deposit that dilutes \
      the APR to the target; for the commission that leaves stakers the target; or for the \
      incentive that attracts the required emission. Omit the unknown from the input.

      The result is the nearest on-chain integer (for prices, the nearest 1e-18 USD) whose APR \
      is at least the target. The check shows that one unit further misses it.

      Write a target as a fraction (0.5) or as a percentage (50%). Without the sign, 50 means \
      5000%.

      EXAMPLES
        berayield example documentation-vault | \\
          berayield solve - --for rewardRate --target-apr 50%
        berayield solve --for incentive --target-apr 0.4 --tvl 2500000 \\
          --reward-price 2.35 --market-bid 1.41 --incentive-price 1 \\
          --incentive-decimals 6
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "snapshot.json"), completion: .json
  )
  var file: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Value to solve for: "
        + SolveUnknown.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "param"),
    completion: .list(SolveUnknown.allCases.map(\.rawValue)))
  var unknown: String

  @Option(help: "Target APR: 0.5 or 50%.") var targetApr: String?
  @Option(help: "Target APY, instead of an APR: 0.65 or 65%.") var targetApy: String?
  @Option(
    help: ArgumentHelp(
      "Compoundings per year of the APY (default 365).", valueName: "n|continuous"))
  var compounding: String?

  @OptionGroup(title: "Values of one vault") var values: SnapshotOptions
  @OptionGroup(title: "Values of one vault") var undistributed: UndistributedOptions

  @Option(
    help: "Commission on the yield: 500 or 5%; the target is then net.")
  var commission: String?
  @Option(help: "Value of the stake in USD, instead of totalSupply and stakePrice.")
  var tvl: String?
  @Option(help: "Number of days of emission (default 7).") var days: String?
  @Option(help: "Market bid in USD of incentives per reward token.")
  var marketBid: String?
  @Option(help: "Price of one incentive token in USD.") var incentivePrice: String?
  @Option(help: "Decimals of the incentive token (default 18).") var incentiveDecimals: String?

  @OptionGroup(title: "Conventions") var conventions: ConventionOptions
  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Several vaults") var several: ListOptions
  @OptionGroup(title: "Input") var input: DecimalInputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let file = try values.document(file)
    try output.requireDistinct(from: [file, rules.profile])
    let (time, year) = (try conventions.evaluationTime(), try conventions.yearLength())
    var notes = input.notes
    let rules = try rules.choice(&notes)
    let destination = try output.destination(notes)
    try destination.refusePages()
    try destination.answer(
      about: file,
      values.values(
        undistributed,
        and: [
          "for": unknown, "targetApr": targetApr, "targetApy": targetApy,
          "compounding": compounding, "commission": commission, "tvl": tvl, "days": days,
          "marketBid": marketBid, "incentivePrice": incentivePrice,
          "incentiveDecimals": incentiveDecimals,
        ]), several, rules: rules
    ) { inputs, notes throws(Fault) in
      var question = try SolveQuestion.read(
        inputs, time: time, year: year, profile: rules.profile, notes: &notes)
      question.answersNoStake = inputs.isElement
      let subject = try question.readSubject(inputs, notes: &notes)
      return try inputs.locating { () throws(Fault) in try question.sheet(about: subject) }
    }
  }
}
