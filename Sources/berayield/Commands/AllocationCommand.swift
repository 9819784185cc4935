internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Questions

/// `berayield allocation`: where one block's reward goes.
struct AllocationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocation",
    abstract: "A block's reward by weights, dedicated emission stream and fall-backs.",
    discussion: """
      Reads a JSON object with amount, weights ([[vault, bps], ...]) and optionally dedicated \
      (emissionPerc, weights, target, debt), or the whole state: custom, queued, baseline, default \
      (each startBlock and weights), whitelisted, block, inactivityBlockSpan, maxNumWeights, \
      maxWeightPerVault. Without amount one block's reward of the profile is distributed.

      EXAMPLES
        berayield allocation --weights honey=3333,wbtc=3333,usdt=3334
        berayield allocation --amount 1305000000000000001 \\
          --weights a=5000,b=5000 --format csv
      """
  )

  @Argument(help: ArgumentHelp("JSON file; '-' is stdin.", valueName: "allocation.json"))
  var file: String?

  @Option(help: "Wei of the reward token to distribute.") var amount: String?
  @Option(help: "The validator's weights: vault=bps,vault=bps,...") var weights: String?
  @Option(help: "The current block (default 1).") var block: String?

  @OptionGroup(title: "Protocol") var rules: ProfileOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.destination(output.notes(input)).write { notes in
      let inputs = try InputObject(
        file: file, "an amount and allocations", keys: AllocationQuestion.keys,
        options: ["amount": amount, "weights": weights, "block": block], notes: &notes)
      let question = try AllocationQuestion.read(inputs, profile: try rules.protocolProfile(&notes))
      return try inputs.locating { () throws(Fault) in try question.sheet() }
    }
  }
}
