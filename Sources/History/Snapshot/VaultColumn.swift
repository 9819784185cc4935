internal import Text

/// A value of a vault in a snapshot's file, and the column of the store that keeps it.
struct VaultColumn: Sendable {
  /// How a column's value stands in the file.
  enum Form: Sendable {
    /// A text, or a word's digits as a text.
    case text
    /// A whole number by its digits.
    case whole
    /// A small whole number, kept as one.
    case count
    case flag
  }

  let key: String
  let column: String
  let form: Form

  private init(_ key: String, _ column: String, _ form: Form = .text) {
    self.key = key
    self.column = column
    self.form = form
  }

  /// What seldom changes, in the order of the file.
  static let description = [
    VaultColumn("stakeToken", "stake_token"), VaultColumn("symbol", "symbol"),
    VaultColumn("name", "name"), VaultColumn("stakeDecimals", "stake_decimals", .count),
    VaultColumn("rewardToken", "reward_token"),
  ]

  /// What each block has of its own, in the order of the file.
  static let state = [
    VaultColumn("rewardRate", "reward_rate"),
    VaultColumn("periodFinish", "period_finish", .whole),
    VaultColumn("totalSupply", "total_supply"), VaultColumn("rewardPrice", "reward_price"),
    VaultColumn("stakePrice", "stake_price"),
    VaultColumn("stakePriceSource", "stake_price_source"),
    VaultColumn("lastUpdateTime", "last_update_time", .whole),
    VaultColumn("rewardPerToken", "reward_per_token"),
    VaultColumn("rewardPerTokenStored", "reward_per_token_stored"),
    VaultColumn("undistributedRewards", "undistributed_rewards"),
    VaultColumn("rewardsDuration", "rewards_duration", .whole),
    VaultColumn("pendingRewardsDuration", "pending_rewards_duration", .whole),
    VaultColumn("targetRewardsPerSecond", "target_rewards_per_second"),
    VaultColumn(
      "minRewardDurationForTargetRate", "min_reward_duration_for_target_rate", .whole),
    VaultColumn("paused", "paused", .flag), VaultColumn("whitelisted", "whitelisted", .flag),
  ]

  /// What official lists call it, where somebody gave them.
  static let names = [
    VaultColumn("officialName", "official_name"), VaultColumn("protocol", "protocol"),
  ]

  /// An incentive token's own values, and those of a block.
  static let incentive = [
    VaultColumn("symbol", "symbol"), VaultColumn("decimals", "decimals", .count),
  ]
  static let offer = [
    VaultColumn("minIncentiveRate", "min_incentive_rate"),
    VaultColumn("incentiveRate", "incentive_rate"),
    VaultColumn("amountRemaining", "amount_remaining"),
  ]

  /// The value as the table has it.
  func value(in object: JSONNode) -> SQLValue {
    guard let node = object[key] else { return .null }
    switch form {
    case .text, .whole: return SQLValue(node.scalarText)
    case .count: return SQLValue(node.scalarText.flatMap { Int64($0) })
    case .flag: return SQLValue(node.bool.map { $0 ? 1 : 0 })
    }
  }

  /// The member of the file, from a row.
  func member(_ row: Statement, _ index: Int) -> JSONMember {
    let value: JSONValue? =
      switch form {
      case .text: row.text(index).map { .string($0) }
      case .whole: row.text(index).map { .whole($0) }
      case .count: row.integer(index).map { .whole("\($0)") }
      case .flag: row.integer(index).map { .bool($0 != 0) }
      }
    return JSONMember(key: key, value: value ?? .null)
  }
}

extension [VaultColumn] {
  /// The columns' names of a table, for a sentence of SQL.
  func names(of table: String) -> String { map { "\(table).\($0.column)" }.joined(separator: ", ") }

  /// The values of an object.
  func values(of object: JSONNode) -> [SQLValue] { map { $0.value(in: object) } }

  /// The members, from the columns of a row that begin at an index.
  func members(_ row: Statement, from first: Int) -> [JSONMember] {
    enumerated().map { index, column in column.member(row, first + index) }
  }
}
