internal import ArgumentParser
internal import Platform
internal import Questions
internal import Text

/// `berayield vectors`: recorded results of contracts against the engine.
struct VectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors",
    abstract: "Check the engine against recorded contract results.",
    usage: "berayield vectors [<options>] <vectors.json>",
    discussion: """
      Each case holds the inputs of a contract call and its recorded result: Solady's fixed- \
      point library, block rewards, commission, distribution, ERC-4626 shares, or whole \
      sequences through vaults. The inputs of a case tell which contract it is about. Exit code \
      5 if a result differs.

      EXAMPLES
        berayield example conformance-sample | berayield vectors -
        berayield example conformance-sample | \\
          berayield vectors - --format json -o report.json
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "vectors.json"), completion: .json)
  var file: String?

  @OptionGroup(title: "Protocol") var contract: ContractOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: FormOptions

  func run() throws {
    let file = try PipedInput.required(file, "vectors.json")
    try output.requireDistinct(from: [file, contract.profile])
    var notes = input.notes
    let profile = try contract.protocolProfile(&notes)
    let source = try ByteSource(path: file)
    let vectors = try ConformanceFile(
      try JSONReader.parse(source), source: source.name, notes: &notes)
    try output.destination(notes).report(VerificationReport(vectors, profile: profile))
  }
}
