internal import ArgumentParser
internal import Questions

/// The values of one vault as options: the JSON keys in kebab case.
struct SnapshotOptions: ParsableArguments {
  @Option(help: "The raw rewardRate(), scale 1e36, decimal or 0x.") var rewardRate: String?
  @Option(help: "The raw periodFinish(); without it the period is taken as active.")
  var periodFinish: String?
  @Option(help: "The raw totalSupply(), base units of the stake token.") var totalSupply: String?
  @Option(help: "Decimals of the stake token, 0 to 255 (default 18).") var stakeDecimals: String?
  @Option(help: "USD for one whole reward token.") var rewardPrice: String?
  @Option(help: "USD for one whole stake token.") var stakePrice: String?
  @Option(help: "When the values were read.") var timestamp: String?
  @Option(help: "The raw undistributedRewards(), scale 1e36.") var undistributedRewards: String?
  @Option(help: "The vault's address.") var vault: String?
  @Option(help: "What the vault is called.") var name: String?

  /// The values as text with their places.
  var fields: SnapshotFields {
    var fields = SnapshotFields()
    func field(_ key: String, _ text: String?) -> Field? {
      text.map { Field(option: SnapshotFields.option(for: key), text: $0) }
    }
    fields.rewardRate = field("rewardRate", rewardRate)
    fields.periodFinish = field("periodFinish", periodFinish)
    fields.totalSupply = field("totalSupply", totalSupply)
    fields.stakeDecimals = field("stakeDecimals", stakeDecimals)
    fields.rewardPrice = field("rewardPrice", rewardPrice)
    fields.stakePrice = field("stakePrice", stakePrice)
    fields.timestamp = field("timestamp", timestamp)
    fields.undistributedRewards = field("undistributedRewards", undistributedRewards)
    fields.vault = vault
    fields.name = name
    return fields
  }
}
