package import Contracts
package import Faults
package import Inputs

/// The rules of staking pools that have names.
package enum PoolRulesName: String, Sendable, CaseIterable {
  /// The original documentation.
  case documented
  /// The deployed contracts.
  case deployed
}

/// The rules that a question goes by, and who says of which era they are.
package struct ProfileChoice: Sendable {
  package let profile: ProtocolProfile
  /// The era that an option or a document names; nil where it is the usual one.
  package let stated: StatedEra?

  /// The preset of the era, then the parameters that a document overrides.
  ///
  /// - Parameters:
  ///   - era: the era of the option `--era`; nil leaves it to the document.
  ///   - usual: the era where neither names one.
  ///   - observed: the era of the block that a snapshot was read at, beside which no other is taken.
  ///   - poolRules: the preset of staking pools.
  ///   - overrides: a document that names an era, or overrides single parameters.
  ///   - notes: where unknown keys that are passed over are noted.
  /// - Throws: a `Fault` for a malformed value, an unknown key, limits that contradict each other, or
  ///   an era beside another one.
  package init(
    era: ProtocolProfile.Era?, usual: ProtocolProfile.Era = .polNext,
    observed: ProtocolProfile.Era? = nil, poolRules: PoolRulesName = .documented,
    overrides: InputNode? = nil, notes: inout InputNotes
  ) throws(Fault) {
    let file = try overrides.map { document throws(Fault) in
      try ProtocolProfile.profileFile(document, notes: &notes)
    }
    let option = era.map { StatedEra(era: $0, place: .option("--era")) }
    let named = try file?.name("era", of: ProtocolProfile.Era.self).map {
      StatedEra(era: $0, place: file?.place("era") ?? .option("--profile"))
    }
    if let named { try option?.require(named.era, "--profile") }
    stated = option ?? named
    if let observed { try stated?.require(observed, "the snapshot's contracts") }
    var profile = ProtocolProfile.preset(of: stated?.era ?? observed ?? usual)
    profile.pool = poolRules.rules(in: profile.era)
    if let file { try profile.override(with: file) }
    self.profile = profile
  }
}

extension ProtocolProfile {
  /// The era's own parameters.
  package static func preset(of era: Era) -> ProtocolProfile {
    switch era {
    case .bgt: .bgt
    case .polNext: .polNext
    }
  }

  /// The same rules in another era: what is the one era's own becomes the other's, what was overridden
  /// stays.
  package func inEra(_ other: Era) -> ProtocolProfile {
    let (mine, others) = (Self.preset(of: era), Self.preset(of: other))
    var profile = self
    func move<Value: Equatable>(_ parameter: WritableKeyPath<ProtocolProfile, Value>) {
      if self[keyPath: parameter] == mine[keyPath: parameter] {
        profile[keyPath: parameter] = others[keyPath: parameter]
      }
    }
    profile.era = other
    move(\.rewardVault.maxIncentiveTokensCount)
    move(\.blockRewards)
    move(\.incentiveFeeRate)
    move(\.pool)
    return profile
  }
}

extension PoolRulesName {
  /// The rules, with what the era does with the operator's rewards.
  fileprivate func rules(in era: ProtocolProfile.Era) -> ProtocolProfile.PoolRules {
    var rules: ProtocolProfile.PoolRules =
      switch self {
      case .documented: .documented
      case .deployed: .deployed
      }
    rules.compoundsOperatorRewards = ProtocolProfile.preset(of: era).pool.compoundsOperatorRewards
    return rules
  }
}
