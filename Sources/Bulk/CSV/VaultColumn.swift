/// What a column of the input means to the APR formula.
///
/// Other columns pass through untouched.
public enum VaultColumn: UInt8, CaseIterable, Hashable, Sendable {
  /// Reward per second, scaled by 1e36: a raw integer.
  case rewardRate
  /// The end of the emission, in unix seconds or as `2026-05-01T12:00:00Z`.
  case periodFinish
  /// Stake, in base units of the stake token: a raw integer.
  case totalSupply
  /// Price of the reward token in USD: a decimal number.
  case rewardPrice
  /// Price of the stake token in USD: a decimal number above 0.
  case stakePrice
  /// Decimals of the stake token, 0 to 255; 18 for all rows when there is no such column.
  case stakeDecimals
  /// When to evaluate, in the same forms; one time for all rows when there is no such column.
  case timestamp

  /// The name in a header: `reward_rate`.
  public var name: String {
    switch self {
    case .rewardRate: "reward_rate"
    case .periodFinish: "period_finish"
    case .totalSupply: "total_supply"
    case .rewardPrice: "reward_price"
    case .stakePrice: "stake_price"
    case .stakeDecimals: "stake_decimals"
    case .timestamp: "timestamp"
    }
  }

  /// The other name that a header may have: `rewardRate`.
  public var camelCaseName: String { String(describing: self) }

  /// Whether a header without this column is refused.
  public var isRequired: Bool { self != .stakeDecimals && self != .timestamp }

  /// The column with a name, in either spelling.
  ///
  /// - Parameter name: such as `reward_rate` or `rewardRate`.
  public init?(named name: String) {
    guard let column = Self.allCases.first(where: { $0.name == name || $0.camelCaseName == name })
    else { return nil }
    self = column
  }
}
