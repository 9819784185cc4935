internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Questions

/// `berayield validator`: one sheet about one validator.
struct ValidatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validator",
    abstract: "Show what one validator of a snapshot earns and directs.",
    discussion: """
      Reads a file of berayield snapshot that has the validator (snapshot --validator KEY). A \
      snapshot has no stakes: --stake-share, or --stake and --total-stake, give them.

      EXAMPLES
        berayield example validator | berayield validator - --stake-share 1.5%
        berayield example validator | berayield validator - \\
          --stake 1000000000000000000000000 \\
          --total-stake 60000000000000000000000000 --block-time 1.963
      """
  )

  @Argument(
    help: ArgumentHelp("Snapshot file; '-' reads stdin.", valueName: "snapshot.json"),
    completion: .json)
  var file: String

  @Option(help: ArgumentHelp("Public key of the validator.", valueName: "key"))
  var validator: String?

  @Option(help: "Its share of the active stake, 0.015 or 1.5%.") var stakeShare: String?
  @Option(help: "Its stake, wei of BERA.") var stake: String?
  @Option(help: "Stake of all active validators, wei of BERA.") var totalStake: String?
  @Option(help: "Seconds per block (default: the profile's 2; the mainnet average is 1.963).")
  var blockTime: String?
  @Option(help: "Its share of all boosts, 0 to 1 (BGT era; default: the snapshot's).")
  var boost: String?
  @Option(help: "Price of one reward token in USD (default: the snapshot's).")
  var rewardPrice: String?
  @Option(help: "Commission on incentives, basis points (default: the snapshot's).")
  var commissionBps: String?
  @Option(help: "Protocol fee of its staking pool, basis points.") var poolFee: String?
  @Option(
    help: ArgumentHelp(
      "Emission to vaults, for how long incentives last: CSV with vault and emission_per_day.",
      valueName: "file.csv"), completion: .csv)
  var emission: String?

  @OptionGroup(title: "CSV") var csv: CSVOptions
  @OptionGroup(title: "Conventions") var year: YearOptions
  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Input") var input: DecimalInputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.requireDistinct(from: [file, emission, rules.profile])
    try output.destination(input.notes).write { notes in
      let snapshot = try SnapshotFile(path: file)
      let inputs = try snapshot.inputs(options: [
        "stakeShare": stakeShare, "stake": stake, "totalStake": totalStake,
        "blockTime": blockTime, "boost": boost, "rewardPrice": rewardPrice,
        "commissionBps": commissionBps, "poolFee": poolFee,
      ])
      let question = try ValidatorQuestion.read(
        snapshot, validator.map { Field(option: "--validator", text: $0) },
        emissions: try csv.emissions(emission, "--emission"), inputs,
        rules: try rules.rules(of: inputs, &notes), year: try year.yearLength(),
        notes: &notes)
      return try inputs.answer { () throws(Fault) in try question.sheet() }
    }
  }
}
