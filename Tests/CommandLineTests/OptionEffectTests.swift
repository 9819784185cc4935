import Foundation
import TestSupport
import Testing

/// Every option of every command, as its help lists them: it changes what a run leaves, or is refused.
///
/// `Snapshots/option-effects.txt` has a run (`$ ...`) and below it what each option adds to it.
@Suite struct OptionEffectTests {
  /// What is shown elsewhere, or changes nothing on purpose.
  private static let exempt: Set<String> = [
    // The help's own.
    "--help", "--version",
    // Emission, incentives and block rewards of an era; of no effect where none of them is asked about.
    "--era",
    // FaultOutputTests: every command that reads JSON can pass over unknown keys.
    "--ignore-unknown",
  ]

  /// Options whose effect no run here can show.
  private static let idle: Set<String> = [
    // The answer has one table: another name is refused.
    "solve --table", "block-reward --table", "pool price --table", "pool preview --table",
    "replay --table", "rank --table",
    // The bytes are the same for any number of threads.
    "csv --threads", "sweep --threads",
    // How much is on its way at once changes no byte.
    "snapshot --concurrency", "watch --concurrency",
    // No record has an oracle; ChainTests have.
    "snapshot --max-price-age", "watch --max-price-age",
  ]

  private static let profile = """
    {"commission": {"maxRate": "600"}, "validatorSet": {"blockTime": "3"},
     "rewardVault": {"minRewardDuration": "432001", "initialRewardsDuration": "500000"},
     "blockRewards": {"baseRate": "7", "rewardRate": "7"}, "incentiveFeeRate": "7",
     "pool": {"feeCap": "1500", "withdrawalDelay": {"seconds": "5"}}}
    """

  private struct Addition {
    let line: String
    let text: String
    var option: String { String(text.prefix { $0 != " " }) }
  }

  private static func additions() throws -> [String: [Addition]] {
    let file = CommandLineTool.packageRoot.appendingPathComponent(
      "Tests/CommandLineTests/Snapshots/option-effects.txt")
    var additions: [String: [Addition]] = [:]
    var (command, line) = ("", "")
    for text in try TextFile.read(file.path).split(separator: "\n").map(String.init) {
      if text.hasPrefix("# ") {
        command = String(text.dropFirst(2))
      } else if text.hasPrefix("$ ") {
        line = String(text.dropFirst(2))
      } else {
        additions[command, default: []].append(Addition(line: line, text: text))
      }
    }
    return additions
  }

  /// The options that a command's help lists, by their long names.
  private static func options(of command: [String]) throws -> [String] {
    try CommandLineTool.run(command + ["--help"]).output.split(separator: "\n")
      .filter { $0.hasPrefix("  -") }
      .compactMap { $0.firstMatch(of: /--[a-z-]+/).map { String($0.0) } }
      .filter { !exempt.contains($0) }
  }

  private struct Outcome: Equatable {
    var status = ""
    var output = ""
    var errors = ""
    var files: [String] = []

    /// Without notes, which are no effect: they may say that there is none.
    var answer: [String] { [status, output] + files }
  }

  /// All that a run leaves: the exit code, both streams, the files; the clock's time is left out.
  private static func outcome(_ line: String) throws -> Outcome {
    var outcome = Outcome()
    try CommandLineTool.inTemporaryFolder { folder in
      try TextFile.write(profile, to: folder.appendingPathComponent("profile.json").path)
      let run = try CommandLineTool.shell(line, in: folder)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      outcome = Outcome(
        status: "\(run.status)", output: run.output,
        errors: run.errors.replacing(/at [0-9]{10} \([^)]*\)/, with: ""),
        files: names.map { name in
          // A store has the times of its attempts.
          guard !name.contains(".sqlite") else { return name }
          let path = folder.appendingPathComponent(name).path
          return name + ": "
            + String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        })
    }
    return outcome
  }

  @Test(arguments: try HelpTests.commands())
  func `every option changes something`(command: [String]) throws {
    let name = command.joined(separator: " ")
    let additions = try Self.additions()[name] ?? []
    let options = try Self.options(of: command)
    var plain: [String: Outcome] = [:]
    for option in options where !Self.idle.contains("\(name) \(option)") {
      let addition = try #require(
        additions.first { $0.option == option },
        "\(name) \(option) has no run that shows its effect")
      let without = try plain[addition.line] ?? Self.outcome(addition.line)
      plain[addition.line] = without
      let with = try Self.outcome("\(addition.line) \(addition.text)")
      // No record answers another question, so that of these a refusal is all there is to see.
      let isRefusal = option == "--strict" || ["snapshot", "watch"].contains(name)
      #expect(
        isRefusal ? with != without : with.answer != without.answer,
        "\(addition.line) \(addition.text)")
      #expect(isRefusal || !["2", "3"].contains(with.status), "\(with.errors)")
      #expect(!with.errors.contains("an unknown option"), "\(with.errors)")
    }
    #expect(Set(additions.map(\.option)).subtracting(options) == [], "\(name) has no such options")
  }
}
