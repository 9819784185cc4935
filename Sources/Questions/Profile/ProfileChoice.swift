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
  /// The rules that a question goes by.
  ///
  /// - Parameters:
  ///   - era: the preset.
  ///   - poolRules: the preset of staking pools.
  ///   - overrides: a document that overrides single parameters of them.
  ///   - notes: where unknown keys that are passed over are noted.
  /// - Returns: the preset with the overrides.
  /// - Throws: a `Fault` for a malformed value or an unknown key.
  package static func chosen(
    era: Era, poolRules: PoolRulesName = .documented, overrides: InputNode? = nil,
    notes: inout InputNotes
  ) throws(Fault) -> ProtocolProfile {
    var profile: ProtocolProfile =
      switch era {
      case .bgt: .bgt
      case .polNext: .polNext
      }
    profile.pool =
      switch poolRules {
      case .documented: .documented
      case .deployed: .deployed
      }
    if let overrides { try profile.override(with: overrides, notes: &notes) }
    return profile
  }
}
