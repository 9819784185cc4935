internal import Yields
package import Faults

/// What `solve --for` can be asked for.
package enum SolveUnknown: String, Sendable, CaseIterable {
  case rewardRate, targetRewardsPerSecond, totalSupply, rewardPrice, stakePrice
  case tvl, deposit, commission, incentive

  /// Reads the name.
  ///
  /// - Parameter field: the name as the user wrote it.
  /// - Throws: `Fault` that lists the names.
  package init(_ field: Field) throws(Fault) {
    guard let unknown = Self(rawValue: field.text) else {
      let near = Self.allCases.first { ObjectReader.resembles(field.text, $0.rawValue) }
      throw field.error(
        expected: "one of " + Self.allCases.map(\.rawValue).joined(separator: ", "),
        hint: near.map { "did you mean \($0.rawValue)?" })
    }
    self = unknown
  }

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

  /// Whether the stake may be given by its value alone (`--tvl`).
  var takesTVL: Bool {
    switch self {
    case .rewardRate, .targetRewardsPerSecond, .rewardPrice, .commission, .incentive: true
    case .totalSupply, .stakePrice, .tvl, .deposit: false
    }
  }

  /// Whether the answer is about emission, so that its tokens over a period are worth telling.
  var isEmission: Bool { input == .rewardRate || input == .targetRewardsPerSecond }
}
