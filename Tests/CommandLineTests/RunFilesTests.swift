import Foundation
import TestSupport
import Testing

/// The files of a run: no byte is lost that was not asked to be replaced.
///
///     an output ── an open descriptor, a link, the same file as an input or as another output
///     rejects ── beside a file, elsewhere
///     in place ── all rows good, one bad
@Suite struct RunFilesTests {
  private static let vault = "data/documentation-vault.json"
  private static let sweep =
    "sweep --axis grossApr=0.01,0.02 --metric poolNetApr --format csv"
  private static let points = "grossApr,poolNetApr\n0.01,0.01\n0.02,0.02\n"
  /// One good row and one bad one.
  private static let rows = """
    printf '%s\\n' \(CSVCommandTests.header) \(CSVCommandTests.row) x,1,1,1,1 > in.csv
    """

  private func shell(
    _ script: String, _ check: (ToolRun, _ names: [String]) throws -> Void
  ) throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell("\(Self.rows); \(script)", in: folder)
      try check(run, try CSVCommandTests.names(in: folder))
    }
  }

  // MARK: Descriptors

  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
  func `a redirected stdout keeps every line`(name: String) throws {
    let command = "berayield \(Self.sweep) -o \(name)"
    let script = """
      ln -s /dev/stdout link
      { echo header; \(command); echo footer; } > log; cat log; echo; \(command) >> log; cat log
      """
    try shell(script) { run, names in
      let first = "header\n\(Self.points)footer\n"
      #expect(run.status == 0 && run.output == "\(first)\n\(first)\(Self.points)", "\(run)")
      #expect(names == ["in.csv", "link", "log"])
    }
  }

  @Test(arguments: ["/dev/stderr", "/dev/fd/2", "/dev/fd/3"])
  func `other descriptors keep every line`(name: String) throws {
    let number = name.hasSuffix("3") ? 3 : 2
    let script = """
      { echo header >&\(number); berayield sample --rows 0 -o \(name)
      echo footer >&\(number); } \(number)> log; cat log
      """
    try shell(script) { run, _ in
      #expect(
        run.output == """
          header
          vault,reward_rate,period_finish,total_supply,reward_price,stake_price
          footer

          """)
    }
  }

  @Test func `rejects and pictures go to descriptors too`() throws {
    let script = """
      { echo header; berayield csv in.csv -o out.csv --rejects /dev/stdout --at 1750000000
      echo footer; } > log 2> /dev/null
      { echo header; berayield \(Self.sweep) -o points.csv --plot /dev/fd/1; echo footer; } > plot
      cut -d , -f 1-3 log; head -n 2 plot; tail -n 2 plot; cat points.csv
      """
    try shell(script) { run, names in
      #expect(
        run.output == """
          header
          line,byte_offset,column
          3,148,reward_rate
          footer
          header
          <?xml version="1.0" encoding="UTF-8"?>
          </svg>
          footer
          \(Self.points)
          """)
      #expect(
        names == [
          "in.csv", "log", "out.csv", "plot", "points.csv",
        ])
    }
  }

  /// A file that is opened gets the lowest free number, which may be that of stderr.
  @Test func `what stderr would say is in no file`() throws {
    try shell("berayield csv in.csv -o out.csv --at 1750000000 0<&- 2>&-; cat out.csv") { run, _ in
      #expect(
        run.output
          == "\(CSVCommandTests.header),apr,active\n\(CSVCommandTests.row),0.500204779481316715,true\n"
      )
    }
  }

  // MARK: One file under two names

  private static let collisions: [(line: String, error: String)] = [
    ("csv in.csv -o out --rejects out", "--rejects: found the output file out"),
    ("csv in.csv -o out --rejects ./out", "--rejects: found the output file out"),
    ("csv in.csv -o out --rejects link", "--rejects: found the output file out"),
    ("csv in.csv -o out --rejects in.csv", "--rejects: found the input file in.csv"),
    (
      "csv data.rejects.csv -o data.csv",
      """
      --rejects: found the input file data.rejects.csv; expected another file
        hint: name one with --rejects FILE
      """
    ),
    ("csv in.csv -o in.csv", "-o: found the input file in.csv"),
    ("csv in.csv -o ./in.csv", "-o: found the input file in.csv"),
    ("csv in.csv -o hard.csv", "-o: found the input file in.csv"),
    ("csv link.csv -o in.csv", "-o: found the input file link.csv"),
    ("csv - -o in.csv < in.csv", "-o: found the input file in.csv"),
    ("csv in.csv >> in.csv", "-o: found the input file in.csv"),
    ("csv in.csv -o /dev/stdout 1<> in.csv", "-o: found the input file in.csv"),
    ("csv in.csv > out --rejects out", "--rejects: found 'out' beside results on stdout"),
    ("\(sweep) --plot F -o F", "--plot: found the output file F"),
    ("\(sweep) -o new.svg --plot ./new.svg", "--plot: found the output file new.svg"),
    ("pool realized in.csv --plot G -o G", "--plot: found the output file G"),
    ("pool realized in.csv --plot in.csv", "--plot: found the input file in.csv"),
    ("pool project in.csv --plot in.csv", "--plot: found the input file in.csv"),
    ("emission in.csv --plot in.csv", "--plot: found the input file in.csv"),
    ("emission --profile in.csv -o in.csv", "-o: found the input file in.csv"),
    ("sample --rows 5 -o in.csv", ""),
    ("sweep --axis rewardPrice=@in.csv:stake_price -o in.csv", "-o: found the input file in.csv"),
    ("sweep grid.json -o in.csv", "-o: found the input file in.csv"),
    ("sweep grid.json -o grid.json", "-o: found the input file grid.json"),
  ]

  @Test(arguments: collisions)
  func refused(line: String, error: String) throws {
    let script = """
      cp in.csv data.rejects.csv; ln in.csv hard.csv; ln -s in.csv link.csv; ln -s out link
      echo '{"axes": [{"name": "rewardPrice", "csv": "in.csv", "column": "stake_price"}]}' > grid.json
      cp in.csv copy; cp grid.json grid; ls > names
      berayield \(line) 2> .error; status=$?; cat .error; echo $status
      """
    let unchanged = """
      cmp in.csv copy && cmp grid.json grid && ls | grep -v '^out$' | cmp - names
      """
    try shell("\(script); \(error.isEmpty ? "" : unchanged)") { run, _ in
      guard !error.isEmpty else {
        // What is only written may be replaced.
        #expect(run.status == 0 && run.output == "0\n")
        return
      }
      let text = error.contains("hint:") ? error : "\(error); expected another file"
      #expect(run.status == 0, "\(line): \(run.output)")
      #expect(run.output == "error: \(text)\n2\n", "\(line)")
    }
  }

  @Test(arguments: [
    "pool realized data/synthetic/pool-history.csv --plot -",
    "pool project data/synthetic/pool-scenario.json --plot -", "\(sweep) --plot - --summary",
    "emission --reward 1000000000000000000 --at 1760000000 --plot -",
    "csv in.csv --rejects -", "csv in.csv -o /dev/stdout --rejects -",
    "\(sweep) --plot - -o /dev/stdout",
  ])
  func `two things on one stdout are refused`(line: String) throws {
    try shell("berayield \(line)") { run, _ in
      let option = line.contains("--plot") ? "--plot" : "--rejects"
      #expect(run.status == 2 && run.output == "", "\(line)")
      #expect(
        run.errors == "error: \(option): found '-' beside results on stdout; expected a file\n")
    }
  }

  /// What a command needs beside a file and `-o`.
  private static let needs = [
    "solve": "--for rewardRate", "diff": "--published 0.5", "pool preview": "deposit 1",
    "snapshot": "--prices", "watch": "--store s.sqlite --prices", "changes": "in.csv",
  ]

  private static let readNoFile: Set = ["pool", "sample", "example"]

  @Test func `no command replaces what it reads`() throws {
    let pools = ["pool price", "pool preview", "pool project", "pool realized"]
    let help = try CommandLineTool.run(["--help"]).output
    let commands = help.split(separator: "SUBCOMMANDS:\n")[1].split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See ") }
      .map { String($0.dropFirst(2).prefix { $0 != " " }) }
      .filter { !Self.readNoFile.contains($0) }
    #expect(commands.count >= 12)
    for command in commands + pools {
      let line = "berayield \(command) \(Self.needs[command] ?? "")"
      try shell("\(line) in.csv -o in.csv; echo $?") { run, _ in
        #expect(run.output == "2\n", "\(command)")
        #expect(
          run.errors == "error: -o: found the input file in.csv; expected another file\n",
          "\(command)")
      }
    }
  }

  // MARK: Rejects

  @Test(arguments: ["/dev/stdout", "/dev/null", "pipe"])
  func `what is no file has no rejects beside it`(name: String) throws {
    let script = """
      mkfifo pipe; cat pipe > /dev/null & cat=$!
      berayield csv in.csv -o \(name) --at 1750000000 > /dev/null; echo $?
      test \(name) = pipe || kill $cat; ls; ls /dev | grep rejects
      """
    try shell(script) { run, _ in
      #expect(run.output == "4\ndata\nin.csv\npipe\n")
      #expect(
        run.errors.hasSuffix(
          """
          note: in.csv:3: reward_rate: found "x"; expected a rewardRate (scale 1e36): a whole \
          number, written in decimal digits or as 0x...

          """))
    }
  }

  @Test func `more than ten rejected rows are counted`() throws {
    let run = try CommandLineTool.shell(
      "berayield sample --rows 2000 --dirty-every 14 | berayield csv - --at 1800000000 > /dev/null")
    #expect(run.status == 4)
    let notes = run.errors.split(separator: "\n").filter {
      $0.hasPrefix("note: standard input:") && $0.contains("; expected ")
        || $0.hasPrefix("note: and")
    }
    #expect(notes.count == 11)
    #expect(notes.last == "note: and 132 more; --rejects FILE keeps all")
  }

  // MARK: In place

  @Test func `a file is replaced in place when every row is good`() throws {
    let script = """
      head -n 2 in.csv > good.csv; chmod 640 good.csv; ln -s good.csv link.csv
      berayield csv link.csv --in-place --at 1750000000 && cat good.csv
      head -n 2 in.csv > good.csv
      berayield csv good.csv -o ./good.csv --in-place --at 1750000000 --emit status && cat good.csv
      ls -l | grep -c 'rw-r-----.* good.csv$'; readlink link.csv
      """
    try shell(script) { run, names in
      let note = "note: 1 rows in = 1 rows out + 0 rejected\n"
      #expect(run.errors == note + note)
      #expect(
        run.output == """
          \(CSVCommandTests.header),apr,active
          \(CSVCommandTests.row),0.500204779481316715,true
          \(CSVCommandTests.header),status
          \(CSVCommandTests.row),active
          1
          good.csv

          """)
      #expect(names == ["good.csv", "in.csv", "link.csv"])
    }
  }

  @Test func `one bad row leaves the file as it was`() throws {
    let script =
      "cp in.csv copy; berayield csv in.csv --in-place --at 1750000000; echo $?; cmp in.csv copy"
    try shell(script) { run, names in
      #expect(run.status == 0 && run.output == "3\n")
      #expect(
        run.errors == """
          note: in.csv:3: reward_rate: found "x"; expected a rewardRate (scale 1e36): a whole \
          number, written in decimal digits or as 0x...
          error: in.csv: --in-place: found 1 rejected of 2 rows; expected none
            hint: the file is unchanged; -o OUT.csv separates good rows and bad ones

          """)
      #expect(names == ["copy", "in.csv"])
    }
  }

  @Test(arguments: [
    ("in.csv --in-place -o out.csv", "found -o out.csv; expected no other output than the input"),
    (
      "in.csv --in-place --rejects r.csv",
      "found --rejects r.csv; expected none, because the file is replaced only if no row is rejected"
    ),
    ("- --in-place", "found standard input; expected a file that can be replaced"),
    ("/dev/null --in-place", "found /dev/null; expected a file that can be replaced"),
  ])
  func `not in place`(line: String, error: String) throws {
    try shell("berayield csv \(line)") { run, names in
      #expect(run.status == 2 && run.errors == "error: --in-place: \(error)\n")
      #expect(names == ["in.csv"])
    }
  }
}
