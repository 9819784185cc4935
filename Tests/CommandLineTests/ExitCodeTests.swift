import Foundation
import TestSupport
import Testing

/// Every cause of every exit code, in one table.
@Suite struct ExitCodeTests {
  private static let vault = "data/documentation-vault.json"

  /// The exit code, the line of shell, and what stderr begins with.
  static let causes: [(status: Int32, line: String, errors: String)] =
    done + outputs + usage + data + other

  private static let done: [(Int32, String, String)] = [
    (0, "berayield apr \(vault) --at 1750000000", ""),
    (0, "berayield apr \(vault)", "note: evaluated at 1"), (0, "berayield --help", ""),
    (0, "berayield help apr", ""),
    (0, "berayield help pool price", ""), (0, "berayield --version", ""),
    // The reader of a pipe that has enough.
    (0, "{ berayield sample --rows 100000; echo $? >&2; } | head -n 1", "0"),
  ]

  private static let outputs: [(Int32, String, String)] = [
    (1, "berayield apr \(vault) -o /dev/full", "error: /dev/full: -o: cannot write: No space"),
    (
      1, "berayield apr \(vault) -o /nonexistent/x",
      "error: /nonexistent/x: -o: cannot open for writing: No such file"
    ),
    (
      1, "berayield sweep --axis grossApr=1,2 --metric poolNetApr --plot /dev/full",
      "error: /dev/full: --plot: cannot write: No space"
    ),
    (
      1,
      "berayield sample --rows 9 --dirty-every 4 | berayield csv - -o /dev/null "
        + "--at 1800000000 --rejects /dev/full",
      "error: /dev/full: --rejects: cannot write: No space"
    ),
    (1, "berayield apr \(vault) > /dev/full", "error: standard output: cannot write: No space"),
    (1, "berayield apr \(vault) >&-", "error: standard output: cannot open for writing: Bad file"),
    (
      1, "berayield apr \(vault) -o /dev/fd/9",
      "error: /dev/fd/9: -o: cannot open for writing: Bad file descriptor"
    ),
    (
      1, "berayield apr \(vault) -o data",
      "error: data: -o: cannot open for writing: Is a directory"
    ),
    (
      1, "berayield report \(vault) -o /nonexistent/x.html",
      "error: /nonexistent/x.html: -o: cannot open"
    ),
    (
      1, "berayield replay data/scenario-first-week.json -o /nonexistent/x",
      "error: /nonexistent/x: -o: cannot open"
    ),
    (1, "berayield sample --rows 1 -o /nonexistent/x", "error: /nonexistent/x: -o: cannot open"),
    (
      1, "berayield sweep --axis grossApr=1,2 --metric poolNetApr -o /nonexistent/x",
      "error: /nonexistent/x: -o: cannot open"
    ),
    (
      1, "berayield sweep --axis grossApr=1,2 --metric poolNetApr --plot /nonexistent/x.svg",
      "error: /nonexistent/x.svg: --plot: cannot open"
    ),
    (
      1,
      "berayield pool project data/synthetic/pool-scenario.json --plot /nonexistent/x.svg",
      "error: /nonexistent/x.svg: --plot: cannot open"
    ),
    (
      1, "berayield sample --rows 1 | berayield csv - --at 1800000000 -o /nonexistent/x",
      "error: /nonexistent/x: -o: cannot open"
    ),
    (
      1, "berayield sample --rows 1 | berayield csv - --at 1800000000 --rejects /nonexistent/x",
      "error: /nonexistent/x: --rejects: cannot open"
    ),
  ]

  private static let usage: [(Int32, String, String)] = [
    (
      2, "berayield aprr",
      "error: berayield: found the command \"aprr\"; expected one of apr, solve"
    ),
    (2, "berayield help nosuch", "error: berayield: found the command \"nosuch\"; expected one of"),
    (2, "berayield help pool prise", "error: berayield pool: found the command \"prise\""),
    (
      2, "berayield help apr nosuch",
      "error: berayield apr: found \"nosuch\"; expected no word behind a command that has none"
    ),
    (2, "berayield help pool price x", "error: berayield pool price: found \"x\"; expected no"),
    (2, "berayield --help nosuch", "error: berayield: found the command \"nosuch\""),
    (2, "berayield pool -h nosuch", "error: berayield pool: found the command \"nosuch\""),
    (0, "berayield pool help price", ""), (0, "berayield --help apr", ""),
    (0, "berayield apr --help data/documentation-vault.json", ""),
    (2, "berayield apr --bogus", "error: --bogus: found an unknown option; expected an option of"),
    (
      2, "berayield apr a b",
      "error: berayield apr: found too many arguments: \"b\"; expected those"
    ),
    (2, "berayield apr", "error: found neither a file nor values"),
    (2, "berayield csv", "error: <in.csv>: found nothing; expected a value"),
    (2, "berayield apr \(vault) --at", "error: --at: found nothing; expected a value, <time>"),
    (2, "berayield apr \(vault) --at noon", "error: --at: found \"noon\""),
    (
      2, "berayield apr \(vault) --format xml",
      "error: --format: found \"xml\"; expected one of text"
    ),
    (2, "berayield apr \(vault) --strict=5", "error: --strict: found \"5\"; expected no value"),
    (
      2, "berayield apr \(vault) --precision 101",
      "error: --precision: found \"101\"; expected a number of decimals from 0 to 100"
    ),
    (
      2, "berayield report \(vault) --precision 101",
      "error: --precision: found \"101\"; expected a num"
    ),
    (
      2, "berayield apr \(vault) --precision x",
      "error: --precision: found \"x\"; expected a number"
    ),
    (2, "berayield apr \(vault) --balance 999999999999999999999999", "error: --balance: found"),
    (2, "berayield sweep", "error: the options: found no axis"),
    (
      2, "berayield sweep --axis timestamp=1,2 --fix periodFinish=5 --at 1767600000",
      "error: --at: found 1767600000 beside an axis timestamp"
    ),
    (2, "berayield apr \(vault) --at -5", "error: --at: found \"-5\"; expected unix seconds"),
    (2, "berayield apr \(vault) --at 5 --at 6", "error: --at: found the option twice; expected"),
    (
      2, "berayield apr \(vault) --hurdle 0",
      "error: --hurdle: found \"0\"; expected a net APR above 0"
    ),
    (2, "berayield apr \(vault) --columns ''", "error: --columns: found an empty value; expected"),
    (2, "berayield sweep --axis x=1", "error: --axis: found \"x\"; expected one of"),
    (
      2, "berayield sweep --axis grossApr=1 --threads 0",
      "error: --threads: found \"0\"; expected a num"
    ),
    (2, "berayield csv x --emit bogus", "error: --emit: found \"bogus\"; expected one of"),
    (2, "berayield csv x --map bogus=x", "error: --map: found \"bogus\"; expected one of"),
    (2, "berayield csv - --rejects -", "error: --rejects: found '-' beside results on stdout"),
    (2, "berayield apr \(vault) -o ''", "error: -o: found an empty file name; expected a file, or"),
    (2, "berayield apr ''", "error: found an empty file name; expected a file, or '-' for stdin"),
    (2, "berayield apr \(vault) -o \(vault)", "error: -o: found the input file \(vault); expected"),
    (2, "berayield csv - --in-place", "error: --in-place: found standard input; expected a file"),
    (
      2, "berayield sample --rows=-1",
      "error: --rows: found \"-1\"; expected a number of rows from 0 on"
    ),
    (2, "berayield pool preview sell 5", "error: <operation>: found \"sell\"; expected one of"),
    (2, "berayield allocation --weights a=1", "error: --weights: found weights that revert"),
  ]

  private static let data: [(Int32, String, String)] = [
    (3, "berayield apr nosuch.json", "error: nosuch.json: cannot open: No such file"),
    (3, "berayield apr data", "error: data: cannot"),
    (3, "echo '{' | berayield apr -", "error: standard input:2:1: found"),
    (
      3, "echo '{\"x\": 1}' | berayield apr -",
      "error: standard input:1:2: $.x: found an unknown key"
    ),
    (3, "echo '{}' | berayield apr -", "error: standard input:1:1: $.rewardRate: found nothing"),
    (3, "echo '{\"rewardRate\": -1}' | berayield apr -", "error: standard input:1:"),
    (
      3,
      "f=$(mktemp); cp data/synthetic/odd-rows.csv $f; berayield csv $f --in-place --at 1767600000; "
        + "s=$?; rm $f; exit $s", "note: "
    ),
    // A file that an option names is a file.
    (
      3, "berayield apr \(vault) --profile nosuch.json", "error: nosuch.json: cannot open: No such"
    ),
    (
      3, "echo '{\"x\": 1}' | berayield apr \(vault) --profile -",
      "error: standard input:1:2: $.x: found an unknown key"
    ),
    (
      3, "berayield sweep --axis rewardPrice=@nosuch.csv:x",
      "error: nosuch.csv: cannot open: No such"
    ),
    (
      3, "berayield sweep --axis rewardPrice=@data/synthetic/pool-history.csv:x",
      "error: data/synthetic/pool-history.csv:1: header: found the columns"
    ),
    (3, "echo a | berayield csv -", "error: standard input:1: header: found the columns \"a\""),
    (
      3,
      "berayield sample --rows 9 --dirty-every 4 | berayield csv - --at 1800000000 --strict > /dev/null",
      "error: standard input:"
    ),
    (
      3, "echo '{\"steps\": 5}' | berayield replay -",
      "error: standard input:1:11: $.steps: found 5"
    ),
  ]

  private static let other: [(Int32, String, String)] = [
    (
      4,
      "printf '[%s,%s]' '{\"rewardRate\": 1}' "
        + "'{\"rewardRate\":1,\"periodFinish\":null,\"totalSupply\":1,\"rewardPrice\":1,\"stakePrice\":1}' "
        + "| berayield apr - --keep-going --at 1750000000",
      "error: standard input:1:2: $[0].totalSupply: found nothing"
    ),
    (5, "berayield diff \(vault) --published 12345.678% --at 1750000000 --exit-code", ""),
    (
      5,
      "sed 's/MulWadFailed/Other/' data/conformance-sample.json | berayield vectors - --format json",
      ""
    ),
    (
      4, "berayield sample --rows 9 --dirty-every 4 | berayield csv - --at 1800000000",
      "note: 9 rows in = "
    ),
    (
      5,
      "berayield replay data/scenario-first-week.json --format json | "
        + "sed 's/\"totalSupply\": \"[1-9]/\"totalSupply\": \"7/' | berayield replay - --verify", ""
    ),
  ]

  @Test func `every cause`() throws {
    for cause in Self.causes {
      let run = try CommandLineTool.shell(cause.line)
      #expect(run.status == cause.status, "\(cause.line): \(run.errors)")
      #expect(run.errors.hasPrefix(cause.errors), "\(cause.line): \(run.errors)")
      if cause.errors.isEmpty { #expect(run.errors == "", "\(cause.line): \(run.errors)") }
      if (1...3).contains(cause.status) {
        #expect(run.output == "", "\(cause.line): \(run.output.prefix(200))")
      }
    }
  }
}
