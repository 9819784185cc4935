internal import ArgumentParser
internal import Inputs
internal import Platform
internal import Text
internal import Questions
internal import Sheets

/// `berayield replay`: a contract's accounting, step by step.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Replay operations through the contracts' exact accounting.",
    usage: "berayield replay [<options>] <scenario.json>",
    discussion: """
      The scenario is JSON as in Tests/Vectors/reward_vault_sequences.json: cases with steps, \
      each with its time t and its operation in. The shortest case is {"steps": [...]}; out, \
      state, initialState and in.config are optional. The output has the same structure, with \
      out or revert and state filled in; as text it is a timeline. A reverted operation is a \
      result, not an error. With --verify, compares recorded outcomes and states instead; exit \
      code 5 if one differs.

      EXAMPLES
        berayield example scenario-first-week | berayield replay -
        berayield example scenario-first-week | \\
          berayield replay - --format json | berayield replay - --verify
      """
  )

  @Argument(
    help: ArgumentHelp("JSON file; '-' reads stdin.", valueName: "scenario.json"), completion: .json
  )
  var file: String?

  @Flag(help: "Compare with the recorded results; print the first difference per case.")
  var verify = false

  @OptionGroup(title: "Protocol") var contract: ContractOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let file = try PipedInput.required(file, "scenario.json")
    try output.requireDistinct(from: [file, contract.profile])
    var notes = input.notes
    let profile = try contract.protocolProfile(&notes)
    let source = try ByteSource(path: file)
    let scenario = try ConformanceFile(
      try JSONReader.parse(source), source: source.name, notes: &notes)
    let destination = try output.destination(notes)
    if verify {
      try output.refuseDigits(expected: "no --verify, which compares whole words")
      return try destination.report(VerificationReport(scenario, profile: profile))
    }
    try destination.refusePages()
    var writer = destination.writer(scenario.answers)
    // A case that cannot be understood leaves the output empty.
    let spool = SpoolFile()
    try scenario.replay(profile) { replayed in
      if let conflict = replayed.conflicts.first { throw conflict }
      try writer.write(destination.checked(replayed.sheet), to: spool.write)
    }
    try spool.write(writer.end())
    try OutputFile.write(to: output.output, option: "-o", spool.release(to:))
    Diagnostics.notes(notes.notes + writer.omissions)
  }
}

extension AnswerOutput {
  /// Writes a verification and asks for its exit code.
  func report(_ report: VerificationReport) throws {
    try refusePages()
    try write(report.sheet)
    Diagnostics.notes(notes.notes)
    guard report.isConfirmed else { throw ExitRequest(status: .mismatch) }
  }
}
