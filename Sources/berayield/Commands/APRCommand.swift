internal import ArgumentParser
internal import Contracts
internal import Yields
internal import Quantities
internal import Text
internal import Questions
internal import Faults

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

  @Option(help: "Adds the APY for this many compoundings a year (1 to 31536000).")
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
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    var question = VaultQuestion()
    question.balance = balance.map { Field(option: "--balance", text: $0) }
    question.deposit = deposit.map { Field(option: "--deposit", text: $0) }
    question.explain = explain
    question.sensitivity = sensitivity || hurdle != nil
    question.profile = try rules.protocolProfile()
    question.hurdle = hurdle.map { Field(option: "--hurdle", text: $0) }
    let convention = YieldConvention(
      time: try conventions.now(), year: try conventions.yearLength(),
      compounding: try compounding.map {
        try Field(option: "--compounding", text: $0)
          .integer("a number of compoundings a year", in: 1...31_536_000)
      })
    let time = try conventions.evaluationTime()
    var pipeline = AnswerPipeline(notes: output.inputNotes) {
      [question] fields, notes throws(Fault) in
      try VaultAnswer(
        to: question, about: fields, convention: convention, time: time, notes: &notes)
    }
    try output.answer(&pipeline, about: file, values.fields)
  }
}
