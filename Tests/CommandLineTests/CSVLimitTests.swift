import Foundation
import TestSupport
import Testing

/// What `csv` does where something has no end, or there is less than it asks for.
@Suite struct CSVLimitTests {
  private static let table = "printf '%s\\n' \(CSVCommandTests.header) \(CSVCommandTests.row)"

  @Test(arguments: [
    ("--strict", "found a record of more than 1048576 bytes; expected at most 1048576"),
    ("", "found a line without an end in 1073741824 bytes; expected a line end"),
  ])
  func `a line without an end is refused`(option: String, fault: String) throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        "{ \(Self.table); cat /dev/zero; } | berayield csv - -o out.csv --at 5 \(option)",
        in: folder)
      #expect(run.status == 3 && run.output == "")
      #expect(run.errors.hasPrefix("error: standard input:3: \(fault)"), "\(run.errors)")
      #expect(try CSVCommandTests.names(in: folder) == [])
    }
  }

  /// Nobody named it, so nobody may be reading it: the rejected rows are told instead.
  @Test(arguments: [
    "mkfifo out.rejects.csv", "mkdir out.rejects.csv", "ln -s /dev/null out.rejects.csv",
    "ln -s /dev/stdout out.rejects.csv", "mkfifo p; ln -s p out.rejects.csv",
  ])
  func `the usual rejects file is no pipe and no device`(making: String) throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        """
        \(making); { \(Self.table); echo x,1,1,1,1; } > in.csv
        berayield csv in.csv -o out.csv --at 1750000000; echo $?; cat out.csv
        """, in: folder)
      #expect(
        run.output == """
          4
          \(CSVCommandTests.header),apr,active
          \(CSVCommandTests.row),0.500204779481316715,true

          """)
      #expect(
        run.errors.contains("note: no rejects file, because out.rejects.csv is not a file\n"))
      #expect(run.errors.contains("note: in.csv:3: reward_rate: found \"x\""))
    }
  }

  @Test func `a link to a file at the usual name is followed`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        """
        ln -s there.csv out.rejects.csv; { \(Self.table); echo x,1,1,1,1; } > in.csv
        berayield csv in.csv -o out.csv --at 1750000000; test -L out.rejects.csv && cat there.csv
        """, in: folder)
      #expect(run.output.hasPrefix("line,byte_offset,column,reason,raw\n3,"))
    }
  }

  #if os(Linux)
    /// With less address space there are fewer threads, and the same bytes.
    @Test(
      .disabled(
        if: ProcessInfo.processInfo.environment["BERAYIELD_THREAD_SANITIZER"] != nil
          || ProcessInfo.processInfo.environment["ASAN_OPTIONS"] != nil,
        "a sanitizer's shadow memory needs all of it"), arguments: [100_000, 200_000, 1_000_000])
    func `many threads in little memory`(kilobytes: Int) throws {
      let sample = "berayield sample --rows 20000"
      let csv = "berayield csv - --at 1800000000 --threads"
      let sweep =
        "berayield sweep --axis grossApr=0.01:0.5:1000 --axis commission=0,500 --metric poolNetApy "
        + "--format csv --threads"
      try CommandLineTool.inTemporaryFolder { folder in
        let run = try CommandLineTool.shell(
          """
          all() { \(sample) | \(csv) $1 2>&1; \(sweep) $1; }
          all 1 > few; (ulimit -v \(kilobytes); all 1024) > many
          cmp few many && grep -c '20000 rows out' many
          """, in: folder)
        #expect(run.status == 0 && run.output == "1\n", "\(run)")
      }
    }
  #endif
}
