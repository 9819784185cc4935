/// An input of the calculations, by the one name that it has everywhere.
///
/// `rawValue` is its key in JSON and its name as an axis; its option and its column follow by rule.
/// This is the only list of a vault's inputs: files, options, CSV columns, grid axes, `solve`, messages
/// and documents read it.
public enum InputKey: String, SpelledKey {
  /// The vault's address.
  case vault
  /// What people call the vault.
  case name
  /// `RewardVault.rewardRate()`.
  case rewardRate
  /// `RewardVault.periodFinish()`.
  case periodFinish
  /// `RewardVault.totalSupply()`.
  case totalSupply
  /// `decimals()` of the stake token.
  case stakeDecimals
  /// The price of the reward token.
  case rewardPrice
  /// The price of the stake token.
  case stakePrice
  /// When the values were read, and so when they are evaluated.
  case timestamp
  /// `RewardVault.undistributedRewards()`.
  case undistributedRewards
  /// Where the values come from, for the reader of a file.
  case source
  /// Compoundings per year.
  case compounding
  /// What is taken from a yield before it reaches the staker.
  case commission
  /// A pool's yearly yield before commission and fee.
  case grossApr
  /// A pool's protocol fee on rewards.
  case poolFee
  /// One notification's reward.
  case reward
  /// Rewards that a vault still has to distribute, for the emission that follows.
  case undistributed
  /// `targetRewardsPerSecond()`; 0 is duration mode.
  case targetRate
  /// `rewardsDuration()`, for duration mode.
  case duration
  /// `minRewardDurationForTargetRate()`.
  case minDuration
  /// A yield as somebody published it.
  case published

  /// The option of the same name: `--reward-rate`.
  public var option: String { Self.option(of: rawValue) }

  /// The column that stands for any key: `reward_rate` for `rewardRate`.
  public static func column(of key: String) -> String {
    KeySpelling.words(of: key, separator: "_")
  }

  /// The option that stands for any key: `--reward-rate` for `rewardRate`.
  public static func option(of key: String) -> String {
    "--" + KeySpelling.words(of: key, separator: "-")
  }
}

extension InputKey {
  /// What a vault is described by, in the order of documents.
  public static let ofVault: [InputKey] = [
    .vault, .name, .rewardRate, .periodFinish, .totalSupply, .stakeDecimals, .rewardPrice,
    .stakePrice, .timestamp, .undistributedRewards, .source,
  ]

  /// What a column of a CSV file can be.
  public static let columns: [InputKey] = [
    .rewardRate, .periodFinish, .totalSupply, .rewardPrice, .stakePrice, .stakeDecimals, .timestamp,
  ]

  /// What a column of a CSV file can be besides, where published yields are compared with the exact
  /// ones.
  public static let comparisonColumns: [InputKey] = [.published, .commission]

  /// Whether a CSV file without this column is refused, where the column is read at all.
  ///
  /// Without `stakeDecimals` a row has 18, without `timestamp` it is evaluated at the run's time,
  /// without `commission` none is known of.
  public var isRequiredColumn: Bool {
    self == .published
      || Self.columns.contains(self) && self != .stakeDecimals && self != .timestamp
  }

  /// What an axis of a grid can be.
  public static let axes: [InputKey] = [
    .rewardRate, .periodFinish, .totalSupply, .stakeDecimals, .rewardPrice, .stakePrice, .timestamp,
    .compounding, .commission, .grossApr, .poolFee, .reward, .undistributed, .targetRate, .duration,
    .minDuration,
  ]
}
