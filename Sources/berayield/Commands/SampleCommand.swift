internal import ArgumentParser
internal import Bulk
internal import Inputs
internal import Platform

/// `berayield sample`: synthetic vaults to try the tool with.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Write synthetic vaults as CSV, reproducible by seed.",
    usage: "berayield sample [<options>] --rows <rows>",
    discussion: """
      Every row is labelled as synthetic: its vault is "synthetic-...", which is not an address. \
      The reward periods lie around \(SampleCSV.evaluationTime) (2027-01-15), so evaluate with \
      --at \(SampleCSV.evaluationTime).

      EXAMPLES
        berayield sample --rows 5 --seed 7
        berayield sample --rows 100000 --dirty-every 97 --quoted -o odd.csv
      """
  )

  @Option(help: "Number of rows after the header.")
  var rows: String

  @Option(help: "Seed of the random numbers.")
  var seed = "1"

  @Option(help: "Make every Nth row bad, in one of five ways; 0 for none.")
  var dirtyEvery = "0"

  @Flag(help: "Quote names (with a comma and a quote inside) and stakes.")
  var quoted = false

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Output file; '-' is stdout. A file is written completely or not at all.",
      valueName: "file"), completion: .file())
  var output = "-"

  func run() throws {
    try RunFiles(inputs: [], outputs: ["-o": output]).requireDistinct()
    func rowCount(_ option: String, _ text: String) throws -> Int {
      try Field(option: option, text: text).integer("a number of rows", in: 0...Int.max)
    }
    var sample = SampleCSV(
      rows: try rowCount("--rows", rows),
      seed: try Field(option: "--seed", text: seed).count("a seed"))
    sample.dirtyEvery = try rowCount("--dirty-every", dirtyEvery)
    sample.isQuoted = quoted
    try OutputFile.naming(["-o": output]) { try sample.write(to: output) }
  }
}
