internal import ArgumentParser
internal import Platform

/// The root of the command line.
struct BeraYieldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "berayield",
    abstract: "Compute exact Berachain Proof-of-Liquidity yields, with their derivation.",
    discussion: """
      Results go to stdout, notes and errors to stderr. With --format json or ndjson, notes and \
      errors are JSON too, one object per line.

      EXAMPLES
        berayield example documentation-vault | berayield apr --explain
        berayield example

      EXIT CODES
        0  success
        1  internal error, or an output that cannot be written
        2  usage error: unknown command or option, or a bad option value
        3  bad input data, including files named by options; nothing is computed
        4  success, but some rows or vaults were rejected
        5  verification found a mismatch, or diff --exit-code no explanation
        6  the chain could not be read; no snapshot was written
      """,
    version: Version.text,
    subcommands: [
      APRCommand.self, SolveCommand.self, DiffCommand.self, ReportCommand.self,
      EmissionCommand.self, IncentivesCommand.self, BlockRewardCommand.self,
      AllocationCommand.self, ValidatorCommand.self, AllocateCommand.self, RankCommand.self,
      ChangesCommand.self, PoolCommand.self, CSVCommand.self, ExampleCommand.self,
      HistoryCommand.self, PageCommand.self, ReplayCommand.self, SampleCommand.self,
      SnapshotCommand.self, SweepCommand.self, VectorsCommand.self, WatchCommand.self,
    ]
  )
}
