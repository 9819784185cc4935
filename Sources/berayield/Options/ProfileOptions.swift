internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Contracts
internal import Questions

extension PoolRulesName: ExpressibleByArgument {}

/// Which of the protocol's rules hold.
struct ProfileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How emission, incentives and block rewards work.", valueName: "bgt|pol-next"))
  var era: EraOption = .polNext

  @Option(
    help: ArgumentHelp(
      "Rules of staking pools: the original documentation's, or the deployed contracts'.",
      valueName: "documented|deployed"))
  var poolRules: PoolRulesName = .documented

  @Option(
    help: ArgumentHelp(
      "JSON that overrides single parameters: caps, delays, rates, block time.",
      valueName: "file.json"))
  var profile: String?

  /// The rules chosen.
  func protocolProfile(_ notes: inout InputNotes) throws(Fault) -> ProtocolProfile {
    try .chosen(
      era: era.era, poolRules: poolRules, overrides: try profile.map(InputNode.init(path:)),
      notes: &notes)
  }
}
