internal import ArgumentParser
internal import Bulk
internal import Faults

/// `berayield sample`: synthetic vaults to try the tool with.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Writes synthetic vaults as CSV, any number of them, the same for the same seed.",
    discussion: """
      Every line is labelled: its vault reads synthetic-... and is no address. The periods lie \
      around \(SampleCSV.evaluationTime) (2027-01-15), so evaluate with --at \
      \(SampleCSV.evaluationTime).

      EXAMPLES
        berayield sample --rows 5 --seed 7
        berayield sample --rows 100000 --dirty-every 97 --quoted -o odd.csv
      """
  )

  @Option(help: "How many rows follow the header.")
  var rows: Int

  @Option(help: "Chooses the numbers.")
  var seed: UInt64 = 1

  @Option(help: "Makes every Nth row bad, in one of five ways. 0: none.")
  var dirtyEvery = 0

  @Flag(help: "Quotes names, with a comma and a quote inside, and stakes.")
  var quoted = false

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Where to write; '-' is stdout. A file is complete or absent, never half written.",
      valueName: "file"))
  var output = "-"

  func run() throws {
    for (option, number) in ["--rows": rows, "--dirty-every": dirtyEvery] as KeyValuePairs
    where number < 0 {
      throw Fault(.outOfRange, at: .option(option), found: "\(number)", expected: "0 or more")
    }
    var sample = SampleCSV(rows: rows, seed: seed)
    sample.dirtyEvery = dirtyEvery
    sample.isQuoted = quoted
    try OutputFile.naming(["-o": output]) { try sample.write(to: output) }
  }
}
