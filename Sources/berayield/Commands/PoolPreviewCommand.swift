internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Questions

extension PoolOperation: ExpressibleByArgument {}

/// `berayield pool preview`: what an operation gives or costs.
struct PoolPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Preview a deposit, mint, withdrawal or redemption, to the wei.",
    discussion: """
      Deposits and redemptions round down, mints and withdrawals round up. For a withdrawal or \
      redemption, also shows when the pool's rules let it be finalized. A warning says what the \
      pool refuses, and what makes its validator exit.

      EXAMPLES
        berayield pool preview deposit 1000000000000000000 \\
          --total-assets 301500000000000000000000 \\
          --total-supply 290000000000000000000000
        berayield pool preview redeem 5000000000000000000 --pool-rules deployed \\
          --total-assets 301500000000000000000000 \\
          --total-supply 290000000000000000000000 --at 1760000000
      """
  )

  @Argument(help: "deposit, mint, withdraw or redeem.") var operation: PoolOperation
  @Argument(help: "Wei of BERA for deposit and withdraw, shares for mint and redeem.")
  var amount: String
  @Argument(
    help: ArgumentHelp("JSON file with the pool; '-' reads stdin.", valueName: "pool.json"),
    completion: .json)
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Pool of a snapshot, by its address (default: sWBERA).", valueName: "address"))
  var vault: String?

  @OptionGroup(title: "The pool") var pool: PoolOptions
  @Option(
    help: ArgumentHelp(
      "Phase of the validator (default: by the deposits).", valueName: "collecting|active|exited"))
  var phase: String?
  @Flag(help: "Deposits are paused.") var depositsPaused = false
  @Option(help: ConventionOptions.atHelp) var at: String?

  @OptionGroup(title: "Protocol") var rules: PoolProfileOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    try output.requireDistinct(from: [file, rules.profile])
    try output.destination(input.notes).write { notes in
      let inputs = try InputObject(
        file: file, "a pool's assets and shares", keys: PoolPreviewQuestion.keys,
        options: pool.values(and: ["at": at, "phase": phase]), notes: &notes
      ) { snapshot, _ throws(Fault) in
        try snapshot.pool(
          vault.map { Field(option: "--vault", text: $0) }, hasTime: operation.isRequest)
      }
      let question = try PoolPreviewQuestion.read(
        operation, amount: Field(option: "<amount>", text: amount), inputs,
        depositsPaused: depositsPaused, now: try Clock.now(),
        profile: try rules.protocolProfile(for: inputs, &notes), notes: &notes)
      return try inputs.answer { () throws(Fault) in try question.sheet() }
    }
  }
}
