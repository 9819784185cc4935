// What people call each input, and the unit that they read it in.

extension InputKey {
  /// What people call the input.
  public var title: String { words.title }

  /// The unit that people read the input in, `%` for a part of one; nil for names, times and pure
  /// numbers.
  public var unit: String? { words.unit }

  /// How many powers of ten lie between the input's value and its ``unit``; nil where the decimals of
  /// the stake token say it.
  ///
  /// A value v is v * 10^power of the unit: -36 for a raw reward rate, -2 for basis points.
  public var unitPower: Int? {
    switch scale {
    case .raw(let decimals): decimals.map { -$0 }
    case .basisPoints: -2
    case .decimal where unit == "%": 2
    default: 0
    }
  }

  private var words: (title: String, unit: String?) {
    switch self {
    case .vault: ("vault", nil)
    case .name: ("name", nil)
    case .source: ("source", nil)
    case .rewardRate: ("reward rate", "tokens per second")
    case .periodFinish: ("period finish", nil)
    case .totalSupply: ("total stake", "tokens")
    case .stakeDecimals: ("decimals of the stake token", nil)
    case .rewardPrice: ("reward price", "USD")
    case .stakePrice: ("stake price", "USD")
    case .timestamp: ("time of evaluation", nil)
    case .undistributedRewards, .undistributed: ("undistributed rewards", "tokens")
    case .compounding: ("compoundings per year", nil)
    case .commission: ("commission", "%")
    case .grossApr: ("gross APR", "%")
    case .poolFee: ("pool fee", "%")
    case .reward: ("reward", "tokens")
    case .targetRate: ("target rate", "tokens per second")
    case .duration: ("duration", "s")
    case .minDuration: ("minimum duration", "s")
    case .published: ("published yield", "%")
    }
  }
}
