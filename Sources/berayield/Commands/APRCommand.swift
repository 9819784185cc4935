internal import ArgumentParser
internal import Faults
internal import Questions
internal import Sheets
internal import Yields

/// `berayield apr`: the APR of vaults from raw on-chain values.
struct APRCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apr",
    abstract: "Compute the exact APR of RewardVaults from raw on-chain values.",
    discussion: """
      Reads one vault (a JSON object) or several (an array, or NDJSON) with the keys rewardRate, \
      periodFinish, totalSupply, stakeDecimals (default 18), rewardPrice and stakePrice, and \
      optionally vault, name, timestamp and undistributedRewards. Options of the same names \
      describe a vault without a file, or replace values of a file with one vault.

      A vault in a file may have streams, an array of further rewards with rewardRate, \
      rewardDecimals (default 18), rewardPrice, periodFinish and name: the APR of each and their \
      sum are added. A stream's rewardRate is on the vault's scale, base units per second times \
      1e18: 1e36 is one token per second of 18 decimals, 1e24 of 6 decimals.

      A file of berayield snapshot is taken whole, at its block's time; --vault chooses one vault.

      Several vaults are printed as one table; see --sort, --top, --columns and --pages.

      EXAMPLES
        berayield example documentation-vault | berayield apr - --explain
        berayield apr --reward-rate 272490527103681170793308992914391673 \\
          --total-supply 598626940947001140289 \\
          --reward-price 7.8 --stake-price 223845.58
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "snapshot.json"), completion: .json
  )
  var file: String?

  @OptionGroup(title: "Values of one vault") var values: SnapshotOptions
  @OptionGroup(title: "Values of one vault") var undistributed: UndistributedOptions
  @OptionGroup(title: "Conventions") var conventions: ConventionOptions

  @Option(help: "Add the APY for this many compoundings per year (1 to 31536000).")
  var compounding: String?

  @Option(help: "Add the net APR and APY after this commission: 500 or 5%.")
  var commission: String?

  @Option(help: "Add a staker's share and rewards; in base units of the stake token.")
  var balance: String?

  @Option(help: "Cost of one compounding in USD: add the best number per year, for --balance.")
  var compoundingCost: String?

  @Option(help: "Add the APR after this deposit; in base units of the stake token.")
  var deposit: String?

  @Flag(help: "Print the derivation, step by step.")
  var explain = false

  @Flag(
    help: "Add the effect of 1 % and of one unit of each input, and break-evens.")
  var sensitivity = false

  @Option(help: "Net APR of the break-evens: 0.5 or 50% (default: the current APR).")
  var hurdle: String?

  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Several vaults") var several: ListOptions
  @OptionGroup(title: "Input") var input: DecimalInputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let file = try values.document(file)
    try output.requireDistinct(from: [file, rules.profile])
    var notes = input.notes
    let rules = try rules.choice(&notes)
    var question = VaultQuestion(
      time: try conventions.evaluationTime(), year: try conventions.yearLength(), rules: rules)
    question.isExplained = explain
    question.hasSensitivity = sensitivity
    question.isPage = output.format == .html
    let asked = [
      "compounding": compounding, "commission": commission, "balance": balance,
      "compoundingCost": compoundingCost, "deposit": deposit, "hurdle": hurdle,
    ]
    try output.destination(notes).answer(
      about: file, values.values(undistributed, and: asked), several,
      further: [VaultSnapshot.streamsKey], rules: rules,
      lines: { [question] first in question.lines(like: first, options: asked) }
    ) { [question] inputs, notes throws(Fault) in
      try question.sheet(about: inputs, notes: &notes)
    }
  }
}
