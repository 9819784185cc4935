/// An input that a grid varies or holds fixed.
public enum GridParameter: String, CaseIterable, Hashable, Sendable {
  /// `RewardVault.rewardRate()`, scaled by 1e36.
  case rewardRate
  /// `RewardVault.periodFinish()`, in unix seconds.
  case periodFinish
  /// `RewardVault.totalSupply()`, in base units of the stake token.
  case totalSupply
  /// Decimals of the stake token, 0 to 255; 18 when a grid does not name them.
  case stakeDecimals
  /// Price of the reward token in USD.
  case rewardPrice
  /// Price of the stake token in USD.
  case stakePrice
  /// The time of evaluation, in unix seconds.
  case timestamp
  /// Compoundings a year for the metrics `apy` and `poolNetApy`, 1 to 31,536,000.
  case compounding
  /// What is taken from a yield before it reaches the staker, in basis points.
  case commission
  /// A pool's yearly yield before commission and fee, a fraction.
  case grossApr
  /// A pool's protocol fee on rewards, in basis points.
  case poolFee
  /// One notification's reward, in wei of the reward token.
  case reward
  /// Rewards that a vault still has to distribute, scaled by 1e36.
  case undistributed
  /// `targetRewardsPerSecond`, scaled by 1e36; 0 is duration mode.
  case targetRate
  /// `rewardsDuration`, in seconds, for duration mode.
  case duration
  /// `minRewardDurationForTargetRate`, in seconds.
  case minDuration

  /// Decimals of the parameter's text: 18 for prices and fractions, 0 for raw integers.
  public var decimals: Int {
    switch self {
    case .rewardPrice, .stakePrice, .grossApr: 18
    default: 0
    }
  }

  /// The values that mean something, in words.
  var expectation: String {
    switch self {
    case .stakeDecimals: "0 to 255"
    case .periodFinish, .timestamp: "unix seconds, below 1e11"
    case .duration, .minDuration: "seconds, below 1e11"
    case .compounding: "1 to 31536000 compoundings a year"
    case .commission, .poolFee: "0 to 10000 basis points"
    case .stakePrice: "a price above 0, since an APR divides by it"
    default: "a number that is not negative and fits a uint256"
    }
  }

  /// The closed range of small parameters.
  var range: ClosedRange<UInt64>? {
    switch self {
    case .stakeDecimals: 0...255
    case .periodFinish, .timestamp, .duration, .minDuration: 0...99_999_999_999
    case .compounding: 1...31_536_000
    case .commission, .poolFee: 0...10_000
    default: nil
    }
  }
}
