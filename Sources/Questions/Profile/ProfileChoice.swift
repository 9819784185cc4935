package import Contracts
internal import Platform

/// Which rules an analysis goes by: a preset for the era, one for staking pools, and a file that
/// overrides single parameters of them.
package struct ProfileChoice: Sendable {
  /// The rules of staking pools that have names.
  package enum PoolRulesName: String, Sendable, CaseIterable {
    /// The original documentation.
    case documented
    /// The deployed contracts.
    case deployed
  }

  package var era = ProtocolProfile.Era.polNext
  package var poolRules = PoolRulesName.documented
  /// The path of a JSON file with overrides, if there is one.
  package var file: String?

  package init() {}

  /// The rules.
  ///
  /// - Returns: the presets, with the file's parameters in place of theirs.
  /// - Throws: `Fault` for a malformed file or an unknown key, `Fault`.
  package func profile() throws -> ProtocolProfile {
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
    guard let file else { return profile }
    var values = try InputValues(
      file: file, what: "parameters of the protocol profile", options: [:])
    try profile.override(with: &values)
    return profile
  }
}
