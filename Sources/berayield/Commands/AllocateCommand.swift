internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Questions

/// `berayield allocate`: the allocation that draws the most incentives.
struct AllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "Find the weights that draw the most incentives, with the proof.",
    discussion: """
      Reads a file of berayield snapshot that has the validator (snapshot --validator KEY), and \
      finds the weights in whole basis points that draw the most USD of incentives over a horizon \
      under BeraChef's limits. Exact: gap 0 is the proof that no allocation draws more; where \
      --max-nodes cuts the search short, gap says how much better another one can be. The present \
      and the default allocation stand beside it.

      CSV has vault and weight; --calldata adds the transaction of the change.

      EXAMPLES
        berayield example validator | berayield allocate - --stake-share 1.5%
        berayield example validator | \\
          berayield allocate - --stake-share 1.5% \\
          --days 14 --max-vaults 5 --step 100 --format csv
      """
  )

  @Argument(
    help: ArgumentHelp("Snapshot file; '-' reads stdin.", valueName: "snapshot.json"),
    completion: .json)
  var file: String

  @Option(help: ArgumentHelp("Public key of the validator.", valueName: "key"))
  var validator: String?
  @Option(help: "Horizon: offers that run dry within it count until then (default: 7).")
  var days: String?

  @Option(help: "What the validator directs to vaults, wei of the reward token per day.")
  var emissionPerDay: String?
  @Option(help: "Instead: its share of the active stake, 0.015 or 1.5%.") var stakeShare: String?
  @Option(help: "For the share: seconds per block (default: the profile's 2).")
  var blockTime: String?
  @Option(
    help: "For the share: the validator's share of all boosts (BGT era; default: the snapshot's).")
  var boost: String?
  @Option(
    help: ArgumentHelp(
      "What other validators send to vaults: CSV with vault and emission_per_day.",
      valueName: "file.csv"), completion: .csv)
  var others: String?

  @Option(help: "Most basis points for a vault (default: BeraChef's limit).") var maxWeight: String?
  @Option(help: "Most vaults (default: BeraChef's limit).") var maxVaults: String?
  @Option(help: "Weights are multiples of so many basis points (default: 1).") var step: String?
  @Option(
    help: ArgumentHelp(
      "Make the allocation of these vaults alone, each of them in; repeat for more.",
      valueName: "address"))
  var only: [String] = []
  @Option(help: ArgumentHelp("Leave a vault out; repeat for more.", valueName: "address"))
  var not: [String] = []
  @Option(help: "Cut the search short after so many sets of vaults (default: 20000).")
  var maxNodes: String?

  @Option(help: "Commission on incentives, basis points (default: the snapshot's).")
  var commissionBps: String?
  @Option(help: "First block of the new allocation (default: as soon as BeraChef takes it).")
  var startBlock: String?
  @Flag(help: "Add the arguments of queueNewRewardAllocation, encoded.") var calldata = false

  @OptionGroup(title: "CSV") var csv: CSVOptions
  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Input") var input: DecimalInputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.requireDistinct(from: [file, others, rules.profile])
    try output.destination(input.notes).write { notes in
      let snapshot = try SnapshotFile(path: file)
      let inputs = try snapshot.inputs(options: [
        "days": days, "emissionPerDay": emissionPerDay, "stakeShare": stakeShare,
        "blockTime": blockTime, "boost": boost, "maxWeight": maxWeight, "maxVaults": maxVaults,
        "step": step, "maxNodes": maxNodes, "commissionBps": commissionBps,
        "startBlock": startBlock,
      ])
      let request = AllocateQuestion.Request(
        validator: validator.map { Field(option: "--validator", text: $0) },
        only: only.map { Field(option: "--only", text: $0) },
        not: not.map { Field(option: "--not", text: $0) },
        others: try csv.emissions(others, "--others"), isCalldataWanted: calldata)
      let question = try AllocateQuestion.read(
        snapshot, request, inputs, rules: try rules.rules(of: inputs, &notes), notes: &notes)
      return try inputs.answer { () throws(Fault) in try question.sheet() }
    }
  }
}
