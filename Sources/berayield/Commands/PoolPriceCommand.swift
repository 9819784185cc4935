internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Questions

/// `berayield pool price`: what a pool's shares are worth.
struct PoolPriceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "price",
    abstract: "Compute a pool's share price: plain ratio and ERC-4626 conversion.",
    discussion: """
      EXAMPLES
        berayield pool price --consensus-deposits 300000000000000000000000 \\
          --buffer 1500000000000000000000 \\
          --total-supply 290000000000000000000000
        berayield pool price --total-assets 301500000000000000000000 \\
          --total-supply 290000000000000000000000 --reward 100000000000000000000 \\
          --protocol-fee-bps 1000
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "pool.json"), completion: .json)
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Pool of a snapshot, by its address (default: sWBERA).", valueName: "address"))
  var vault: String?

  @OptionGroup(title: "The pool") var pool: PoolOptions
  @OptionGroup(title: "Units") var units: PoolUnitOptions
  @Option(help: "Protocol fee of the pool, basis points (default 0).") var protocolFeeBps: String?
  @Option(help: "Add the effect of a reward of this many wei.")
  var reward: String?

  @OptionGroup(title: "Protocol") var rules: PoolProfileOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.requireDistinct(from: [file, rules.profile])
    try output.destination(input.notes).write { notes in
      let inputs = try InputObject(
        file: file, "a pool's assets and shares", keys: PoolPriceQuestion.keys,
        options: pool.values(
          and: units.values.merging(["protocolFeeBps": protocolFeeBps, "reward": reward]) {
            units, _ in units
          }),
        notes: &notes
      ) { snapshot, _ throws(Fault) in
        try snapshot.pool(vault.map { Field(option: "--vault", text: $0) })
      }
      let question = try PoolPriceQuestion.read(
        inputs, profile: try rules.protocolProfile(for: inputs, &notes))
      return try inputs.answer { () throws(Fault) in try question.sheet() }
    }
  }
}
