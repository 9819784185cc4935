internal import ArgumentParser

/// The root of the command line.
struct BeraYieldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "berayield",
    abstract: "Exact Berachain Proof-of-Liquidity yields, to the wei, with their derivation.",
    discussion: """
      Data goes to stdout, notes and errors go to stderr; with --format json or ndjson as JSON, one \
      object a line. Exit codes: 0 done; 1 internal error, or an output that cannot be written; \
      2 usage: an unknown command or option, or a value that an option cannot have; 3 bad input data \
      (nothing computed), also in a file that an option names; 4 done, but some rows were rejected; \
      5 verification mismatch.
      """,
    version: "0.1.0",
    subcommands: [
      APRCommand.self, SolveCommand.self, DiffCommand.self, ReportCommand.self,
      EmissionCommand.self, IncentivesCommand.self, BlockRewardCommand.self,
      AllocationCommand.self, PoolCommand.self, CSVCommand.self, ReplayCommand.self,
      SampleCommand.self, SweepCommand.self, VectorsCommand.self,
    ]
  )
}
