internal import ArgumentParser
internal import Contracts
internal import Faults
internal import Inputs
internal import Quantities
internal import Questions

extension PoolRulesName: ExpressibleByArgument {}

/// Which of the protocol's rules hold.
struct ProfileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Era of emission, incentives and block rewards (default: the profile's, else pol-next).",
      valueName: "bgt|pol-next"))
  var era: EraOption?

  @Option(
    help: ArgumentHelp(
      "JSON file that overrides parameters: era, caps, delays, rates, block time.",
      valueName: "file.json"))
  var profile: String?

  /// The rules chosen.
  ///
  /// - Parameters:
  ///   - notes: where unknown keys that are passed over are noted.
  ///   - poolRules: the preset of staking pools.
  ///   - inputs: what is asked about; a snapshot's era holds where nobody names another.
  /// - Returns: the preset with what overrides it.
  /// - Throws: a `Fault` for a malformed value, or an era beside another one.
  func protocolProfile(
    _ notes: inout InputNotes, poolRules: PoolRulesName = .documented, of inputs: InputObject? = nil
  ) throws(Fault) -> ProtocolProfile {
    try .chosen(
      era: era?.era, of: inputs?.block, poolRules: poolRules,
      overrides: try profile.map(InputNode.init(path:)),
      notes: &notes)
  }
}

extension ProfileOptions {
  /// Refuses another era than that of a snapshot.
  func requireEra(of block: ObservedBlock?) throws(Fault) {
    guard let era else { return }
    try ProtocolProfile.requireEra(era.era, of: block, at: .option("--era"))
  }
}

/// The same where a staking pool is asked about, and its rules.
struct PoolProfileOptions: ParsableArguments {
  @OptionGroup private var rules: ProfileOptions

  @Option(
    help: ArgumentHelp(
      "Rules of staking pools: as documented, or as deployed.",
      valueName: "documented|deployed"))
  var poolRules: PoolRulesName = .documented

  /// The file that overrides parameters.
  var profile: String? { rules.profile }

  /// The rules chosen.
  func protocolProfile(
    _ notes: inout InputNotes, of inputs: InputObject? = nil
  ) throws(Fault) -> ProtocolProfile {
    try rules.protocolProfile(&notes, poolRules: poolRules, of: inputs)
  }
}
