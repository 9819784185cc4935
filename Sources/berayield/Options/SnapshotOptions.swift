internal import ArgumentParser
internal import Faults

/// The numbers of one vault as options: the keys of its object in kebab case.
struct VaultNumberOptions: ParsableArguments {
  @Option(help: "Raw rewardRate(), scale 1e36, decimal or 0x.") var rewardRate: String?
  @Option(help: "Raw periodFinish(); if omitted, the period is assumed active.")
  var periodFinish: String?
  @Option(help: "Raw totalSupply(), base units of the stake token.") var totalSupply: String?
  @Option(help: "Decimals of the stake token, 0 to 255 (default 18).") var stakeDecimals: String?
  @Option(help: "Price of one reward token in USD.") var rewardPrice: String?
  @Option(help: "Price of one stake token in USD.") var stakePrice: String?
  @Option(help: "Time at which the values were read.") var timestamp: String?

  /// The numbers by key.
  var values: [String: String?] {
    [
      "rewardRate": rewardRate, "periodFinish": periodFinish, "totalSupply": totalSupply,
      "stakeDecimals": stakeDecimals, "rewardPrice": rewardPrice, "stakePrice": stakePrice,
      "timestamp": timestamp,
    ]
  }
}

/// What of a vault no APR hangs on, for commands that show or spread it.
struct UndistributedOptions: ParsableArguments {
  @Option(help: "Raw undistributedRewards(), scale 1e36.") var undistributedRewards: String?

  /// It by its key.
  var values: [String: String?] { ["undistributedRewards": undistributedRewards] }
}

/// The values of one vault as options.
struct SnapshotOptions: ParsableArguments {
  @OptionGroup private var numbers: VaultNumberOptions
  @Option(help: "Address of the vault; chooses one of a snapshot.") var vault: String?
  @Option(help: "Name of the vault.") var name: String?

  /// The values by key, with what is asked beside them.
  func values(
    _ undistributed: UndistributedOptions? = nil, and others: [String: String?]
  ) -> [String: String?] {
    [["vault": vault, "name": name], undistributed?.values ?? [:], others].reduce(numbers.values) {
      $0.merging($1) { _, other in other }
    }
  }

  /// The file of a command: the one that it is given, or what is piped in where none of these is.
  ///
  /// - Parameter file: the path given, if one is.
  /// - Returns: the path; nil where these options are the vault.
  /// - Throws: `Fault` where there is neither.
  func document(_ file: String?) throws(Fault) -> String? {
    let hasNone = values(and: [:]).values.allSatisfy { $0 == nil }
    if let path = PipedInput.path(file, isNeeded: hasNone) { return path }
    guard hasNone else { return nil }
    throw Fault(
      .usage, found: "neither a file nor values", expected: "a JSON file, '-', or options",
      hint: RawArguments.own.help)
  }
}
