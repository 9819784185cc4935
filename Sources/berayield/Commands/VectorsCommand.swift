internal import ArgumentParser
internal import Platform
internal import Questions

/// `berayield vectors`: recorded results of contracts against the engine.
struct VectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors",
    abstract: "Runs a conformance file through the engine and reports every mismatch.",
    discussion: """
      Each case says what a contract was asked and what it answered: Solady's fixed point, block \
      rewards, commission, distribution, ERC-4626 shares, and whole sequences through vaults. Which \
      contract a case is about follows from its inputs. Exit code 5 where the engine answers \
      otherwise.

      EXAMPLES
        berayield vectors data/conformance-sample.json
        berayield vectors data/conformance-sample.json --format json -o report.json
      """
  )

  @Argument(help: ArgumentHelp("JSON file; '-' is stdin.", valueName: "vectors.json"))
  var file: String

  @OptionGroup(title: "Protocol") var contract: ContractOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    var notes = output.notes(input)
    let profile = try contract.protocolProfile(&notes)
    let source = try ByteSource(path: file)
    let vectors = try ConformanceFile(
      try source.readAll(), source: source.name, notes: &notes)
    try output.destination(notes).report(VerificationReport(vectors, profile: profile))
  }
}
