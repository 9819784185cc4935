internal import ArgumentParser

/// `berayield pool`: staking pools and their stBERA shares.
struct PoolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pool",
    abstract: "Analyse staking pools: share price, previews, projections, yields.",
    discussion: """
      EXAMPLES
        berayield pool price --consensus-deposits 300000000000000000000000 \\
          --buffer 1500000000000000000000 \\
          --total-supply 290000000000000000000000
        berayield pool preview deposit 1000000000000000000 \\
          --total-assets 301500000000000000000000 \\
          --total-supply 290000000000000000000000
      """,
    subcommands: [
      PoolPriceCommand.self, PoolPreviewCommand.self, PoolProjectCommand.self,
      PoolRealizedCommand.self,
    ]
  )
}
