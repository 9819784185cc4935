internal import Yields

/// What `solve` can be asked for.
package enum SolveUnknown: String, Sendable, CaseIterable {
  case rewardRate, targetRewardsPerSecond, totalSupply, rewardPrice, stakePrice
  case tvl, deposit, commission, incentive

  /// The input of the APR identity that the question solves for; nil for a commission.
  var input: SolvableInput? {
    switch self {
    case .rewardRate, .incentive: .rewardRate
    case .targetRewardsPerSecond: .targetRewardsPerSecond
    case .totalSupply, .tvl, .deposit: .totalSupply
    case .rewardPrice: .rewardPrice
    case .stakePrice: .stakePrice
    case .commission: nil
    }
  }

  /// Whether the stake may be given by its value alone.
  var takesTVL: Bool {
    switch self {
    case .rewardRate, .targetRewardsPerSecond, .rewardPrice, .commission, .incentive: true
    case .totalSupply, .stakePrice, .tvl, .deposit: false
    }
  }

  /// Whether the answer is about emission, so that its tokens over a period are worth telling.
  var isEmission: Bool { input == .rewardRate || input == .targetRewardsPerSecond }
}
