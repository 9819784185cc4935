internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Quantities
internal import Questions

/// `berayield allocation`: where one block's reward goes.
struct AllocationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocation",
    abstract: "Distribute a block's reward among vaults, as the contracts do.",
    usage: "berayield allocation [<options>] [<allocation.json>]",
    discussion: """
      Reads a JSON object with amount, weights ([[vault, bps], ...]) and optionally dedicated \
      (emissionPerc, weights, target, debt). Or reads the whole state: custom, queued, baseline, \
      default (each with startBlock and weights), whitelisted, block, inactivityBlockSpan, \
      maxNumWeights and maxWeightPerVault. Without amount, distributes one block's reward of the \
      profile.

      EXAMPLES
        berayield allocation --weights honey=3333,wbtc=3333,usdt=3334
        berayield allocation --amount 1305000000000000001 \\
          --weights a=5000,b=5000 --format csv
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "allocation.json"),
    completion: .json)
  var file: String?

  @Option(help: "Amount to distribute, in wei of the reward token.") var amount: String?
  @Option(help: "Weights of the validator: vault=bps,vault=bps,...") var weights: String?
  @Option(help: "Current block (default 1).") var block: String?

  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.requireDistinct(from: [file, rules.profile])
    try output.destination(input.notes).write { notes in
      let inputs = try InputObject(
        file: file, "an amount and allocations", keys: AllocationQuestion.keys,
        options: ["amount": amount, "weights": weights, "block": block], notes: &notes
      ) { snapshot, _ throws(Fault) in try snapshot.allocation() }
      let question = try AllocationQuestion.read(
        inputs, profile: try rules.protocolProfile(for: inputs, .blockRewards, &notes))
      return try inputs.answer { () throws(Fault) in try question.sheet() }
    }
  }
}
