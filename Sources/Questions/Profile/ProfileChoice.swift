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

extension ProtocolProfile {
  /// The rules that a question goes by: the preset of the era, then the parameters that a document
  /// overrides.
  ///
  /// - Parameters:
  ///   - era: the era asked for; nil leaves it to the document.
  ///   - usual: the era where neither names one.
  ///   - poolRules: the preset of staking pools.
  ///   - overrides: a document that names an era, or overrides single parameters.
  ///   - notes: where unknown keys that are passed over are noted.
  /// - Returns: the preset with the overrides.
  /// - Throws: a `Fault` for a malformed value, an unknown key, limits that contradict each other, or
  ///   an era beside another one in the document.
  package static func chosen(
    era: Era?, usual: Era = .polNext, poolRules: PoolRulesName = .documented,
    overrides: InputNode? = nil, notes: inout InputNotes
  ) throws(Fault) -> ProtocolProfile {
    let file = try overrides.map { document throws(Fault) in
      try profileFile(document, notes: &notes)
    }
    let named = try file?.name("era", of: Era.self)
    if let era, let named, era != named {
      throw Fault(
        .conflict, at: .option("--era"), found: era.rawValue,
        expected: "\(named.rawValue), the era of --profile, or no --era")
    }
    var profile = preset(of: era ?? named ?? usual)
    profile.pool = poolRules.rules(in: profile.era)
    if let file { try profile.override(with: file) }
    return profile
  }

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
