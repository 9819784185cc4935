internal import ArgumentParser
internal import Faults
internal import Questions
internal import Sheets

/// `berayield apr`: the APR of vaults from raw on-chain values.
struct APRCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apr",
    abstract: "RewardVault APR from raw on-chain values, exactly, with its derivation.",
    discussion: """
      Reads one vault (an object) or many (an array) as JSON with the keys rewardRate, periodFinish, \
      totalSupply, stakeDecimals (18), rewardPrice, stakePrice, and optionally vault, name, \
      timestamp, undistributedRewards. The options of the same names describe one vault without a \
      file, or replace values of a file with one vault.

      EXAMPLES
        berayield apr data/documentation-vault.json --explain
        berayield apr --reward-rate 272490527103681170793308992914391673 \\
          --total-supply 598626940947001140289 \\
          --reward-price 7.8 --stake-price 223845.58
      """
  )

  @Argument(help: ArgumentHelp("JSON file; '-' is stdin.", valueName: "snapshot.json"))
  var file: String?

  @OptionGroup(title: "Values of one vault") var values: SnapshotOptions
  @OptionGroup(title: "Conventions") var conventions: ConventionOptions

  @Option(help: "Adds the APY for this many compoundings per year (1 to 31536000).")
  var compounding: String?

  @Option(help: "Adds a staker's share and rewards; balance in base units of the stake token.")
  var balance: String?

  @Option(help: "Adds the APR after this deposit, in base units of the stake token.")
  var deposit: String?

  @Flag(help: "Prints how the figure follows from its inputs, step by step.")
  var explain = false

  @Flag(
    help: "Adds what one percent or one unit of each input does, and break-evens by commission.")
  var sensitivity = false

  @Option(help: "The net APR that the break-evens are for: 0.5 or 50% (default: the present APR).")
  var hurdle: String?

  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Several vaults") var several: ListOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try values.require(file: file)
    var notes = output.notes(input)
    var question = VaultQuestion(
      time: try conventions.evaluationTime(), year: try conventions.yearLength(),
      profile: try rules.protocolProfile(&notes))
    question.isExplained = explain
    question.hasSensitivity = sensitivity
    question.isPage = output.format == .html
    try output.destination(notes).answer(
      about: file,
      values.values(and: [
        "compounding": compounding, "balance": balance, "deposit": deposit, "hurdle": hurdle,
      ]), several
    ) { [question] inputs, notes throws(Fault) in
      try question.sheet(about: inputs, notes: &notes)
    }
  }
}
