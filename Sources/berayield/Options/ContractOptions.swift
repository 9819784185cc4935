internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Contracts
internal import Questions

/// Whose caps hold where contracts are replayed.
///
/// Unlike elsewhere the default is the BGT era: that is what the recorded contracts are.
struct ContractOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Era whose limits apply (default: the profile's, else bgt, the era of the recorded files).",
      valueName: "bgt|pol-next"))
  var era: EraOption?

  @Option(
    help: ArgumentHelp(
      "JSON file that overrides parameters: era, caps, delays.", valueName: "file.json"),
    completion: .json)
  var profile: String?

  /// The rules chosen.
  func protocolProfile(_ notes: inout InputNotes) throws(Fault) -> ProtocolProfile {
    try ProfileChoice(
      era: era?.era, usual: .bgt, overrides: try profile.map(InputNode.init(path:)), notes: &notes
    ).profile
  }
}
