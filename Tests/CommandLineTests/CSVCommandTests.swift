import Foundation
import TestSupport
import Testing

/// The commands `berayield csv` and `berayield sample`, as a shell user meets them.
///
///     input ── a file, stdin, unreadable, without a needed column
///     output ── stdout, a file with rejects beside it, a full device, a closed pipe
///     rows ── all good (0), some bad (4), strict (3)
///     the process ── killed on the way
struct CSVCommandTests {
  static let header = "reward_rate,period_finish,total_supply,reward_price,stake_price"
  static let row =
    "272490527103681170793308992914391673,1750000001,598626940947001140289,7.8,223845.58"

  static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0 != "data" }
  }

  @Test func `net figures need the commission that they are after`() throws {
    let row = "272490527103681170793308992914391673,1800000000,598626940947001140289,7.8,223845.58"
    let input = "reward_rate,period_finish,total_supply,reward_price,stake_price\n\(row)\n"
    let arguments = ["csv", "-", "--at", "1750000000", "--emit"]
    let net = try CommandLineTool.run(
      arguments + ["net_apr,net_apy", "--commission", "5%"], input: input)
    #expect(net.status == 0)
    #expect(
      net.output.split(separator: "\n").last.map(String.init)
        == row + ",0.475194540507250879,0.607830058499660795")
    let missing = try CommandLineTool.run(arguments + ["net_apy"], input: input)
    #expect(missing.status == 2)
    #expect(
      missing.errors
        == "error: --commission: found nothing; expected the commission that net_apy is after\n")
    let unused = try CommandLineTool.run(arguments + ["apr", "--commission", "5"], input: input)
    #expect(unused.status == 2)
    #expect(
      unused.errors
        == "error: --commission: found \"5\"; expected net_apr or net_apy among --emit, which it is for\n"
    )
  }

  @Test func `stdin to stdout`() throws {
    let run = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--emit", "apr,status,tvlUsd,seconds_left"],
      input: "\(Self.header)\n\(Self.row)\n")
    #expect(run.status == 0)
    #expect(
      run.output == """
        \(Self.header),apr,status,tvl_usd,seconds_left
        \(Self.row),0.500204779481316715,active,133999994.799907219508652572,1

        """)
    #expect(run.errors == "note: 1 rows in = 1 rows out + 0 rejected\n")
  }

  /// A row that is there is a row that is written: the reader below waits for it before it sends more.
  @Test func `complete rows come out while the input pauses`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        """
        bash <<'SCRIPT'
        mkfifo in out
        berayield csv - --at 1750000000 < in > out 2> notes &
        exec 3> in 4< out
        printf '%s\\n' '\(Self.header)' '\(Self.row)' >&3
        read -t 60 -r header <&4 && read -t 60 -r first <&4 && echo "$first"
        printf '%s\\n' '\(Self.row)' >&3
        read -t 60 -r second <&4 && echo "$second"
        exec 3>&-
        wait; cat notes
        SCRIPT
        """, in: folder)
      let row = "\(Self.row),0.500204779481316715,true\n"
      #expect(run.output == "\(row)\(row)note: 2 rows in = 2 rows out + 0 rejected\n")
    }
  }

  @Test func `warnings are a column of codes, and totals in any case`() throws {
    let slow = "272490527103681170,1750000001,598626940947001140289,7.8,223845.58"
    let swapped =
      "272490527103681170793308992914391673,1750000001,598626940947001140289,223845.58,7.8"
    // The last one is quoted, which the grammar reads; a blank line is counted as a line.
    let quoted = slow.replacingOccurrences(of: ",7.8,", with: ",\"7.8\",")
    let input = [Self.header, "", Self.row, slow, swapped, quoted].joined(separator: "\n") + "\n"
    let totals = """
      note: standard input:4: rewardRateScale in 2 rows, the first here
      note: standard input:5: pricesSwapped in 1 row
      note: standard input:5: yieldBeyondRange in 1 row

      """
    let run = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--emit", "warnings"], input: input)
    #expect(run.status == 0)
    #expect(
      run.output.split(separator: "\n").map { $0.split(separator: ",").last.map(String.init) } == [
        "warnings", "223845.58", "rewardRateScale", "pricesSwapped;yieldBeyondRange",
        "rewardRateScale",
      ])
    #expect(run.output.contains("\n\(Self.row),\n"))
    #expect(run.errors.hasSuffix(totals))
    let programs = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000", "--format", "ndjson"], input: input)
    #expect(
      programs.errors.contains(
        #""file":"standard input","line":4,"column":null,"path":null,"found":"rewardRateScale in 2 "#
      ))
    let usual = try CommandLineTool.run(["csv", "-", "--at", "1750000000"], input: input)
    #expect(usual.errors.hasSuffix(totals))
    // Nothing but the totals tells a thousand rows in the wrong scale from sound ones.
    let many = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000"],
      input: Self.header + "\n" + String(repeating: slow + "\n", count: 1_000))
    #expect(
      many.errors.hasSuffix(
        "note: standard input:2: rewardRateScale in 1000 rows, the first here\n"))
  }

  @Test func `bad rows go to the rejects beside the output`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let bad = Self.row.replacingOccurrences(of: ",7.8,", with: ",-7.8,")
      try "\(Self.header)\n\(bad)\n\(Self.row)\n".write(
        to: folder.appendingPathComponent("in.csv"), atomically: true, encoding: .utf8)
      let run = try CommandLineTool.shell(
        "berayield csv in.csv -o out.csv --at 1750000000", in: folder)
      #expect(run.status == 4)
      #expect(
        run.errors == """
          note: 2 rows in = 1 rows out + 1 rejected
          note: rejected rows: out.rejects.csv

          """)
      #expect(try Self.names(in: folder) == ["in.csv", "out.csv", "out.rejects.csv"])
      let rejects = try String(
        contentsOf: folder.appendingPathComponent("out.rejects.csv"), encoding: .utf8)
      #expect(
        rejects == """
          line,byte_offset,column,reason,raw
          2,64,reward_price,"found ""-7.8""; expected a price in USD, 0 or more","\(bad)"

          """)
    }
  }

  @Test func `of a short input a strict run writes nothing to stdout either`() throws {
    let bad = try CommandLineTool.run(
      ["csv", "-", "--strict", "--at", "1750000000"],
      input: "\(Self.header)\n\(Self.row)\n1,2,3,4,x\n")
    #expect(bad.status == 3 && bad.output.isEmpty)
    let empty = try CommandLineTool.run(
      ["csv", "-", "--strict", "--at", "1750000000"], input: "\(Self.header)\n")
    #expect(empty.status == 0 && empty.output == "\(Self.header),apr,active\n")
  }

  @Test func `strict stops at the first bad row and writes nothing`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        "berayield sample --rows 20 --dirty-every 7 | berayield csv - --strict -o out.csv",
        in: folder)
      #expect(run.status == 3)
      #expect(run.output == "")
      #expect(
        run.errors.hasPrefix("error: standard input:8: reward_rate: found \"-")
          && run.errors.hasSuffix("; expected a rewardRate (scale 1e36), 0 or more\n"))
      #expect(try Self.names(in: folder) == [])
    }
  }

  @Test func `without a rejects file the first rows are told on stderr`() throws {
    let run = try CommandLineTool.run(
      ["csv", "-", "--at", "1750000000"], input: "\(Self.header)\n\(Self.row)\n1,2,3,4\n")
    #expect(run.status == 4)
    #expect(
      run.errors == """
        note: 2 rows in = 1 rows out + 1 rejected
        note: standard input:3: stake_price: found 4 fields; expected 5

        """)
  }

  @Test(
    "wrong use and unusable data",
    arguments: [
      (
        ["csv", "-", "--emit", "apr,bogus"], 2,
        "--emit: found \"bogus\"; expected one of apr, apr_percent, active"
      ),
      (
        ["csv", "-", "--emit", "apr,apr"], 2, "--emit: found \"apr,apr\"; expected each figure once"
      ),
      (["csv", "-", "--map", "bogus"], 2, "--map: found \"bogus\"; expected column=header"),
      (["csv", "-", "--map", "bogus=x"], 2, "--map: found \"bogus\"; expected one of reward_rate"),
      (
        ["csv", "-", "--threads", "0"], 2,
        "--threads: found \"0\"; expected a number of threads from 1 to 1024"
      ),
      (["csv", "-", "--at", "1750000000000"], 2, "milliseconds"),
      (["csv", "/no/such.csv"], 3, "/no/such.csv: cannot open: No such file or directory"),
      (
        ["csv", "-"], 3,
        "standard input:1: header: found the columns \"a\"; expected \"reward_rate\""
      ),
      (["sample", "--rows=-1"], 2, "--rows: found \"-1\"; expected a number of rows from 0 on"),
      (["sample", "--rows", "x"], 2, "rows"),
    ])
  func refused(arguments: [String], status: Int32, message: String) throws {
    let run = try CommandLineTool.run(arguments, input: "a\n1\n")
    #expect(run.status == status)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("error: ") && run.errors.contains(message), "\(run.errors)")
  }

  @Test func `a reader that has enough is no error`() throws {
    let run = try CommandLineTool.shell(
      "berayield sample --rows 200000 | berayield csv - --at 1800000000 | head -n 1")
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("stake_price,apr,active\n"))
    #expect(run.errors == "")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `an output that cannot be written is an error`() throws {
    let run = try CommandLineTool.shell("berayield sample --rows 10 -o /dev/full")
    #expect(run.status == 1)
    #expect(run.errors == "error: /dev/full: -o: cannot write: No space left on device\n")
    let missing = try CommandLineTool.run(["sample", "--rows", "1", "-o", "/no/such/out.csv"])
    #expect(missing.status == 1)
    #expect(
      missing.errors
        == "error: /no/such/out.csv: -o: cannot open for writing: No such file or directory\n")
  }

  @Test(
    "a killed run leaves the old file", arguments: [("INT", 2), ("TERM", 15), ("KILL", 9)])
  func killed(signal: String, number: Int) throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        """
        echo old > out.csv; mkfifo rows
        berayield csv rows -o out.csv & tool=$!
        (berayield sample --rows 20000; sleep 30) > rows & feeder=$!
        sleep 0.7; kill -s \(signal) $tool; wait $tool; echo $?; kill $feeder; rm rows; cat out.csv
        """, in: folder)
      let lines = run.output.split(separator: "\n")
      // A shell reports the death by a signal as 128 and its number.
      #expect(lines.first == "\(128 + number)" && lines.last == "old")
      #expect(try Self.names(in: folder) == ["out.csv"])
    }
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")),
    .disabled(
      if: ProcessInfo.processInfo.environment["BERAYIELD_THREAD_SANITIZER"] != nil,
      "the sanitizer's shadow memory counts as the tool's"))
  func `memory is bounded when each of many threads has a record of a megabyte`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let record = String(repeating: "x", count: 1_000_000) + "," + Self.row + "\n"
      let body = String(repeating: record, count: 4)
      try TextFile.write("note," + Self.header + "\n", to: folder.path + "/head.csv")
      try TextFile.write(body, to: folder.path + "/body.csv")
      // The kernel's own count, once everything was read and before the end of the input.
      let run = try CommandLineTool.shell(
        """
        mkfifo rows; berayield csv rows -o out.csv --threads 24 --at 1750000000 & tool=$!
        exec 3> rows; cat head.csv >&3
        for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do cat body.csv >&3; done
        sleep 0.5; grep VmHWM /proc/$tool/status; exec 3>&-; wait $tool; echo $?; wc -l < out.csv
        """, in: folder)
      let lines = run.output.split(separator: "\n")
      try #require(lines.count == 3, "\(run)")
      let kilobytes = try #require(Int(lines[0].filter(\.isNumber)))
      #expect(kilobytes < 64 << 10)
      #expect(lines[1] == "0" && lines[2].filter(\.isNumber) == "65")
    }
  }

  @Test func `a mapped column and samples by seed`() throws {
    let run = try CommandLineTool.run(
      ["csv", "-", "--map", "reward_rate=R", "--at", "1750000000"],
      input: "\(Self.header.replacingOccurrences(of: "reward_rate", with: "R"))\n\(Self.row)\n")
    #expect(run.status == 0 && run.output.hasSuffix(",0.500204779481316715,true\n"))
    let first = try CommandLineTool.run(["sample", "--rows", "3", "--seed", "7"])
    #expect(
      first.output == (try CommandLineTool.run(["sample", "--rows", "3", "--seed", "7"])).output)
    #expect(
      first.output != (try CommandLineTool.run(["sample", "--rows", "3", "--seed", "8"])).output)
    #expect(first.output.split(separator: "\n").count == 4)
  }
}
