import Foundation
import TestSupport
import Testing

/// Every command has help with at least two examples, and they work as printed.
struct HelpTests {
  /// The commands and subcommands, as the help itself lists them.
  static func commands() throws -> [[String]] {
    func subcommands(of path: [String]) throws -> [[String]] {
      let help = try CommandLineTool.run(path + ["--help"]).output
      guard let list = help.range(of: "SUBCOMMANDS:\n") else { return [path] }
      let names = help[list.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
        .prefix { !$0.isEmpty }
        .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
        .compactMap { $0.split(separator: " ").first.map(String.init) }
      return try names.flatMap { try subcommands(of: path + [$0]) }
    }
    return try subcommands(of: [])
  }

  /// The lines under EXAMPLES, continued lines joined.
  private static func examples(in help: String) -> [String] {
    guard let start = help.range(of: "EXAMPLES\n") else { return [] }
    let lines = help[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }
    var examples: [String] = []
    var isContinued = false
    for line in lines {
      let text = line.trimmingCharacters(in: .whitespaces)
      let part = text.hasSuffix("\\") ? String(text.dropLast()) : text
      if isContinued, let last = examples.popLast() {
        examples.append(last + part)
      } else {
        examples.append(part)
      }
      isContinued = text.hasSuffix("\\")
    }
    return examples
  }

  @Test func `the examples of every command work as printed`() throws {
    let commands = try Self.commands()
    #expect(commands.contains(["apr"]) && commands.contains(["pool", "realized"]))
    for command in commands {
      let help = try CommandLineTool.run(command + ["--help"])
      #expect(help.status == 0)
      let examples = Self.examples(in: help.output)
      #expect(examples.count >= 2, "\(command.joined(separator: " ")) has too few examples")
      for example in examples {
        #expect(example.contains("berayield \(command.joined(separator: " "))"))
        try CommandLineTool.inTemporaryFolder { folder in
          let run = try CommandLineTool.shell(example, in: folder)
          #expect(run.status == 0, "\(example)\n\(run.errors)")
        }
      }
    }
  }

  @Test func `the version goes to stdout`() throws {
    let run = try CommandLineTool.run(["--version"])
    #expect(run.status == 0)
    #expect(run.output.split(separator: ".").count == 3)
  }

  @Test(arguments: [["bogus"], ["apr", "--bogus"], ["apr", "a", "b"], ["--bogus"]])
  func `a wrong command line is one error line and exit 2`(arguments: [String]) throws {
    let run = try CommandLineTool.run(arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: "))
    #expect(run.errors.split(separator: "\n").filter { $0.hasPrefix("error") }.count == 1)
  }
}
