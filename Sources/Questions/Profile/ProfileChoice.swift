package import Contracts
package import Faults
package import Inputs
package import Quantities

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
  ///   - block: the block of the snapshot that is asked about: its era holds, and no other can be asked for.
  ///   - usual: the era where nothing names one.
  ///   - poolRules: the preset of staking pools.
  ///   - overrides: a document that names an era, or overrides single parameters.
  ///   - notes: where unknown keys that are passed over are noted.
  /// - Returns: the preset with the overrides.
  /// - Throws: a `Fault` for a malformed value, an unknown key, limits that contradict each other, or
  ///   an era beside another one in the document, or beside the snapshot's.
  package static func chosen(
    era: Era?, of block: ObservedBlock? = nil, usual: Era = .polNext,
    poolRules: PoolRulesName = .documented,
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
    if let era { try requireEra(era, of: block, at: .option("--era")) }
    if let file, let named { try requireEra(named, of: block, at: file.place("era")) }
    var profile = preset(of: era ?? named ?? block?.contractEra ?? usual)
    profile.pool = poolRules.rules(in: profile.era)
    if let file { try profile.override(with: file) }
    return profile
  }

  /// Refuses another era than that of a snapshot.
  ///
  /// - Parameters:
  ///   - era: what is asked for.
  ///   - block: the snapshot's block; one between both eras has contracts of either.
  ///   - place: what asks for it.
  /// - Throws: `Fault`.
  package static func requireEra(
    _ era: Era, of block: ObservedBlock?, at place: Place
  ) throws(Fault) {
    guard let own = block?.era, own != "mixed", own != era.rawValue else { return }
    throw Fault(
      .conflict, at: place, found: era.rawValue,
      expected: "\(own), the era of the snapshot, or none")
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
