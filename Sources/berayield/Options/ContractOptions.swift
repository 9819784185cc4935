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
      "Era whose limits apply. The recorded files are from the BGT era.", valueName: "bgt|pol-next")
  )
  var era: EraOption = .bgt

  @Option(
    help: ArgumentHelp(
      "JSON file that overrides parameters: caps, delays.", valueName: "file.json"))
  var profile: String?

  /// The rules chosen.
  func protocolProfile(_ notes: inout InputNotes) throws(Fault) -> ProtocolProfile {
    try .chosen(era: era.era, overrides: try profile.map(InputNode.init(path:)), notes: &notes)
  }
}
