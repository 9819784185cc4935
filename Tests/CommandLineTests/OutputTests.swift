import Foundation
import TestSupport
import Testing

/// Where an answer goes: the same bytes to stdout, to what stands for it, to a pipe and to a file.
@Suite struct OutputTests {
  private static let question = "apr data/documentation-vault.json --at 1750000000 --format csv"

  @Test(arguments: ["-", "/dev/stdout", "/dev/fd/1"])
  func `stdout has many names and one content`(name: String) throws {
    let expected = try CommandLineTool.shell("berayield \(Self.question)")
    #expect(expected.status == 0 && expected.output.contains(",0.500204779481316715,"))
    let run = try CommandLineTool.shell(
      "berayield \(Self.question) -o \(name) | cat; test ! -e ./-")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output == expected.output)
  }

  @Test func `a named pipe is written to, not replaced`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        """
        mkfifo pipe; cat pipe > copy & berayield \(Self.question) -o pipe; wait
        berayield \(Self.question) | cmp - copy && test -p pipe && ls -A
        """, in: folder)
      #expect(run.status == 0 && run.errors == "")
      #expect(run.output == "copy\ndata\npipe\n")
    }
  }
}
