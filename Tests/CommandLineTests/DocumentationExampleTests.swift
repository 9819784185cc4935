import Foundation
import TestSupport
import Testing

/// Every example in README and docs is run, and prints what the page says it prints.
///
/// An example is a fenced `console` block: a line `$ command`, then its output. A line `...` stands
/// for any number of lines. `BERAYIELD_UPDATE_SNAPSHOTS=1 swift test` writes the outputs anew.
struct DocumentationExampleTests {
  private static func pages() throws -> [String] {
    let docs = try FileManager.default.contentsOfDirectory(
      atPath: CommandLineTool.packageRoot.appendingPathComponent("docs").path)
    return ["README.md", "data/README.md"]
      + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
  }

  @Test func `there are examples to run`() throws {
    let examples = try Self.pages().reduce(0) { count, page in
      let path = CommandLineTool.packageRoot.appendingPathComponent(page).path
      return try count + TextFile.read(path).components(separatedBy: "\n```console\n$ ").count - 1
    }
    #expect(examples > 40)
  }

  @Test(arguments: try pages())
  func `examples print what the page says`(page: String) throws {
    let path = CommandLineTool.packageRoot.appendingPathComponent(page).path
    var lines = try TextFile.read(path).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    var isExample = false
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      if lines[index].hasPrefix("```") {
        isExample = lines[index] == "```console"
        continue
      }
      guard isExample, lines[index].hasPrefix("$ ") else { continue }
      let start = index
      var command = String(lines[index].dropFirst(2))
      while command.hasSuffix("\\"), index + 1 < lines.count {
        index += 1
        command = command.dropLast() + lines[index].trimmingCharacters(in: .whitespaces)
      }
      let output = index + 1
      let end = lines[output...].firstIndex { $0 == "```" || $0.hasPrefix("$ ") } ?? lines.count
      let actual = try Self.run(command)
      if Snapshot.isUpdating, !lines[output..<end].contains("...") {
        lines.replaceSubrange(output..<end, with: actual)
        index = output + actual.count - 1
      } else {
        #expect(
          Self.matches(actual[...], lines[output..<end]),
          "\(page):\(start + 1): \(command)\n\(actual.joined(separator: "\n"))")
        index = end - 1
      }
    }
    if Snapshot.isUpdating { try TextFile.write(lines.joined(separator: "\n"), to: path) }
  }

  @Test func `the pattern of an example can fail`() {
    #expect(Self.matches(["a", "b", "c"], ["a", "...", "c"]))
    #expect(Self.matches(["a", "c"], ["a", "...", "c"]))
    #expect(!Self.matches(["a", "b"], ["a", "...", "c"]))
    #expect(!Self.matches(["a", "b"], ["a"]))
    #expect(!Self.matches(["a"], ["a", "b"]))
  }

  /// The lines of stdout and then of stderr, as a terminal would show them at the end.
  private static func run(_ command: String) throws -> [String] {
    let run = try CommandLineTool.shell(command)
    var lines = (run.output + run.errors).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func matches(_ actual: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return actual.isEmpty }
    if first == "..." {
      return (actual.startIndex...actual.endIndex).contains { start in
        matches(actual[start...], pattern.dropFirst())
      }
    }
    return actual.first == first && matches(actual.dropFirst(), pattern.dropFirst())
  }
}
