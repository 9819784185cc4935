public import FixedPoint

/// An input of the APR identity that can be the unknown.
///
///     APR = R * Y * Pr * 10^d * (1 - c) / (1e18 * S * Ps)
///
/// The APR grows with R and Pr in proportion and falls with S and Ps, so each has one solution.
public enum SolvableInput: String, Hashable, Sendable, CaseIterable {
  /// R, scale 1e36 for one whole token per second.
  case rewardRate
  /// The same R while the vault emits at its target, scale 1e36.
  case targetRewardsPerSecond
  /// S, base units of the stake token.
  case totalSupply
  /// Pr, scale 1e18 for one USD.
  case rewardPrice
  /// Ps, scale 1e18 for one USD.
  case stakePrice

  /// Whether the APR grows with the input.
  public var raisesAPR: Bool {
    switch self {
    case .rewardRate, .targetRewardsPerSecond, .rewardPrice: true
    case .totalSupply, .stakePrice: false
    }
  }

  /// The direction of rounding that keeps the APR at the target or above it.
  public var safeSide: RoundingRule { raisesAPR ? .up : .down }

  /// Whether the input is a price, so that its 18 decimals are how people read it.
  public var isPrice: Bool { self == .rewardPrice || self == .stakePrice }
}
