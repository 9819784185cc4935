internal import Contracts
internal import Faults
internal import FixedPoint
internal import Inputs

/// Two parameters of a profile of which the one is at most the other.
struct ProfileLimits: Sendable {
  /// The object that the smaller one stands in, nested with points.
  let smaller: Parameter
  let greater: Parameter

  /// A parameter by where it stands in a profile file.
  struct Parameter: Sendable {
    /// `rewardVault`, or `blockRewards.boostCurve`.
    let group: String
    let key: String
    let value: @Sendable (ProtocolProfile) -> ExactInteger?

    init(
      _ group: String, _ key: String,
      _ value: @escaping @Sendable (ProtocolProfile) -> UInt128
    ) {
      (self.group, self.key) = (group, key)
      self.value = { ExactInteger(value($0)) }
    }

    /// A parameter of the boost curve, which not every profile has.
    init(
      curve key: String,
      _ value: @escaping @Sendable (ProtocolProfile.BlockRewards.BoostCurve) -> UInt128
    ) {
      (group, self.key) = ("blockRewards.boostCurve", key)
      self.value = { $0.blockRewards.boostCurve.map { ExactInteger(value($0)) } }
    }

    var path: String { "\(group).\(key)" }
  }

  private init(_ smaller: Parameter, atMost greater: Parameter) {
    (self.smaller, self.greater) = (smaller, greater)
  }

  /// Every pair: minimum and maximum, default and cap, threshold and capacity, rate and limit.
  static let all: [ProfileLimits] = [
    ProfileLimits(
      .init("rewardVault", "minRewardDuration") { UInt128($0.rewardVault.minRewardDuration) },
      atMost: .init("rewardVault", "maxRewardDuration") {
        UInt128($0.rewardVault.maxRewardDuration)
      }),
    ProfileLimits(
      .init("rewardVault", "minRewardDuration") { UInt128($0.rewardVault.minRewardDuration) },
      atMost: .init("rewardVault", "initialRewardsDuration") {
        UInt128($0.rewardVault.initialRewardsDuration)
      }),
    ProfileLimits(
      .init("rewardVault", "initialRewardsDuration") {
        UInt128($0.rewardVault.initialRewardsDuration)
      },
      atMost: .init("rewardVault", "maxRewardDuration") {
        UInt128($0.rewardVault.maxRewardDuration)
      }),
    ProfileLimits(
      .init("commission", "defaultRate") { UInt128($0.commission.defaultRate) },
      atMost: .init("commission", "maxRate") { UInt128($0.commission.maxRate) }),
    ProfileLimits(
      .init("validatorSet", "minimumStake") { $0.validatorSet.minimumStake },
      atMost: .init("validatorSet", "maximumStake") { $0.validatorSet.maximumStake }),
    ProfileLimits(
      .init("pool", "bufferThreshold") { $0.pool.bufferThreshold },
      atMost: .init("pool", "capacity") { $0.pool.capacity }),
    ProfileLimits(
      .init("pool", "activeThreshold") { $0.pool.activeThreshold },
      atMost: .init("pool", "capacity") { $0.pool.capacity }),
    ProfileLimits(
      .init("blockRewards", "baseRate") { $0.blockRewards.baseRate },
      atMost: .init("blockRewardLimits", "maxBaseRate") { $0.blockRewardLimits.maxBaseRate }),
    ProfileLimits(
      .init("blockRewards", "rewardRate") { $0.blockRewards.rewardRate },
      atMost: .init("blockRewardLimits", "maxRewardRate") { $0.blockRewardLimits.maxRewardRate }),
    ProfileLimits(
      .init(curve: "multiplier") { $0.multiplier },
      atMost: .init("blockRewardLimits", "maxBoostMultiplier") {
        $0.blockRewardLimits.maxBoostMultiplier
      }),
    ProfileLimits(
      .init(curve: "convexity") { $0.convexity },
      atMost: .init("blockRewardLimits", "maxRewardConvexity") {
        $0.blockRewardLimits.maxRewardConvexity
      }),
    ProfileLimits(
      .init(curve: "minimumRewardRate") { $0.minimumRewardRate },
      atMost: .init("blockRewardLimits", "maxMinBoostedRewardRate") {
        $0.blockRewardLimits.maxMinBoostedRewardRate
      }),
  ]
}

extension ProtocolProfile {
  /// Refuses limits that contradict each other, at the parameter that the document names: the smaller
  /// one where it names both.
  ///
  /// - Parameters:
  ///   - document: where the parameters were read.
  ///   - names: what the document calls parameters, by their paths in a profile file.
  /// - Throws: a `Fault` for the first pair that contradicts.
  func requireLimits(of document: InputObject, names: [String: String] = [:]) throws(Fault) {
    for pair in ProfileLimits.all {
      guard let low = pair.smaller.value(self), let high = pair.greater.value(self), low > high
      else { continue }
      let smaller = names[pair.smaller.path] ?? pair.smaller.path
      let isSmaller = document.has(path: smaller) || document.hasOption(smaller)
      let (own, other) =
        isSmaller ? (pair.smaller, pair.greater) : (pair.greater, pair.smaller)
      let name = own.group == other.group ? other.key : other.path
      let fault = Fault(
        .outOfRange, at: .input(own.path), found: "\(isSmaller ? low : high)",
        expected: "\(isSmaller ? "at most" : "at least") \(name), \(isSmaller ? high : low)")
      throw document.located(fault.renamed(names))
    }
  }
}
