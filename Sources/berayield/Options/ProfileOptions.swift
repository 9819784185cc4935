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
      valueName: "file.json"), completion: .json)
  var profile: String?

  /// The rules chosen, and who names their era.
  ///
  /// - Parameter notes: where unknown keys that are passed over are noted.
  /// - Returns: the preset with what overrides it, and its era as far as somebody names it.
  /// - Throws: a `Fault` for a malformed value, or an era beside another one.
  func choice(_ notes: inout InputNotes) throws(Fault) -> ProfileChoice {
    try ProfileChoice(
      era: era?.era, overrides: try profile.map(InputNode.init(path:)), notes: &notes)
  }

  /// The rules for inputs.
  ///
  /// - Parameters:
  ///   - inputs: what is asked about.
  ///   - contracts: which contracts' era counts, where the inputs are from a block.
  ///   - poolRules: the preset of staking pools.
  ///   - notes: where unknown keys that are passed over are noted.
  /// - Returns: the preset with what overrides it.
  /// - Throws: a `Fault` for a malformed value, or an era beside another one.
  func protocolProfile(
    for inputs: InputObject, _ contracts: ObservedBlock.UpgradedContracts,
    poolRules: PoolRulesName = .documented, _ notes: inout InputNotes
  ) throws(Fault) -> ProtocolProfile {
    try ProtocolProfile.rules(
      for: inputs, contracts, era: era?.era, poolRules: poolRules,
      overrides: try profile.map(InputNode.init(path:)), notes: &notes)
  }
}

extension ProfileOptions {
  /// The rules of a snapshot's contracts: in a block of era `mixed` each counts by its own flag.
  ///
  /// - Parameters:
  ///   - inputs: what is asked about the snapshot.
  ///   - notes: where unknown keys that are passed over are noted.
  /// - Returns: the rules of the vaults, and those of the controller of block rewards.
  /// - Throws: a `Fault` for a malformed value, or an era beside another one.
  func rules(
    of inputs: InputObject, _ notes: inout InputNotes
  ) throws(Fault) -> (vaults: ProtocolProfile, blocks: ProtocolProfile) {
    try ProtocolProfile.rules(
      ofSnapshot: inputs, era: era?.era, overrides: try profile.map(InputNode.init(path:)),
      notes: &notes)
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

  /// The rules for inputs; the operator's rewards are what the controller's era pays.
  func protocolProfile(
    for inputs: InputObject, _ notes: inout InputNotes
  ) throws(Fault) -> ProtocolProfile {
    try rules.protocolProfile(for: inputs, .blockRewards, poolRules: poolRules, &notes)
  }
}
