import Foundation
import TestSupport
import Testing

/// At what time an answer is: `--at` wins everywhere; what was not asked for is told on stderr.
@Suite struct EvaluationTimeTests {
  /// A vault whose period ended on 2026-01-09, read four days before.
  private static let own = "data/synthetic/six-decimals.json"
  /// A vault without a time of its own and without a period.
  private static let timeless = "data/documentation-vault.json"
  private static let header =
    "reward_rate,period_finish,total_supply,reward_price,stake_price,timestamp"
  private static let row =
    "19290123456790123456790123456790123,1768000000,2500000000000000000000000,"
    + "2.35,0.9998,1767600000"
  private static let point =
    "--reward-rate 1 --total-supply 1 --stake-price 1 --period-finish 1768000000"

  /// stderr with what depends on the day of the test left out.
  private static func notes(_ text: String) -> String {
    text.replacing(/[0-9]+ d( [0-9]+ h)? ago/, with: "AGE")
      .replacing(/at [0-9]{10} \([^)]*\)/, with: "at NOW")
  }

  @Test(arguments: [
    "apr \(own)", "diff \(own) --published 57.19%", "report \(own)",
    "solve \(own) --for rewardRate --target-apr 50%",
  ])
  func `a snapshot's own time is told with its age, --at is silent`(line: String) throws {
    let run = try CommandLineTool.shell("berayield \(line)")
    #expect(run.status == 0)
    #expect(
      Self.notes(run.errors)
        == "note: evaluated at the snapshot's own time, 2026-01-05T08:00:00Z, AGE; the period is over "
        + "by now\n")
    let same = try CommandLineTool.shell("berayield \(line) --at 1767600000")
    #expect(same.status == 0 && same.errors == "" && same.output == run.output)
    let later = try CommandLineTool.shell("berayield \(line) --at 1767600001")
    #expect(
      later.errors
        == "note: the snapshot's own time, 2026-01-05T08:00:00Z, is not used, since --at is given\n"
    )
  }

  @Test func `the age is exact`() throws {
    let day = Int(Date().timeIntervalSince1970) - 90_061
    let future = day + 200_000
    let old = try CommandLineTool.shell(
      "sed 's/1767600000/\(day)/; s/1768000000/\(future)/' \(Self.own) | berayield apr -")
    #expect(old.errors.hasSuffix("Z, 1 d 1 h ago\n"), "\(old.errors)")
    let ahead = try CommandLineTool.shell(
      "sed 's/1767600000/\(future)/; s/1768000000/\(future + 5)/' \(Self.own) | berayield apr -")
    #expect(ahead.errors.hasSuffix("Z, 1 d 6 h from now\n"), "\(ahead.errors)")
  }

  @Test func `several snapshots are one note`() throws {
    let own = try CommandLineTool.shell("berayield apr data/synthetic/all.json")
    #expect(
      Self.notes(own.errors)
        == "note: 6 snapshots evaluated at their own time, 2026-01-05T08:00:00Z, AGE; 6 periods are "
        + "over by now\n")
    let mixed = try CommandLineTool.shell(
      """
      { echo '['; cat \(Self.own); echo ,; sed 's/1767600000/1767600060/' \(Self.own); echo ,
        cat \(Self.timeless); echo ']'; } | berayield apr - --format csv -o /dev/null
      """)
    #expect(
      Self.notes(mixed.errors)
        == "note: 2 snapshots evaluated at their own times, 2026-01-05T08:00:00Z (AGE) to "
        + "2026-01-05T08:01:00Z (AGE); 2 periods are over by now\n"
        + "note: 1 snapshot evaluated at NOW, since no time is given\n")
    let asked = try CommandLineTool.shell("berayield apr data/synthetic/all.json --at 1767600001")
    #expect(
      asked.errors
        == "note: the own time of each of 6 snapshots is not used, since --at is given\n")
  }

  @Test(arguments: [
    "apr \(timeless)", "diff \(timeless) --published 50.02%", "report \(timeless)",
    "emission --reward 100000000000000000000 --duration 432000",
    "incentives --emission-per-day 1000000000000000000000 --reward-price 3.2 --token-price 1 "
      + "--token-decimals 6 --incentive-rate 1900000 --amount-remaining 25000000000",
    "pool preview withdraw 5 --total-assets 10000000000000000000 --total-supply 10000000000000000000",
  ])
  func `a clock that was read is told`(line: String) throws {
    let run = try CommandLineTool.shell("berayield \(line)")
    #expect(run.status == 0)
    #expect(Self.notes(run.errors) == "note: evaluated at NOW, since no time is given\n")
    let asked = try CommandLineTool.shell("berayield \(line) --at 1767600000")
    #expect(asked.status == 0 && asked.errors == "")
  }

  @Test func `the note says the time in both forms, and is an object for programs`() throws {
    let before = Int(Date().timeIntervalSince1970)
    let run = try CommandLineTool.shell("berayield apr \(Self.timeless) --format json")
    let after = Int(Date().timeIntervalSince1970)
    let text = try #require(run.errors.firstMatch(of: /evaluated at ([0-9]+) \(([^)]+)\), since/))
    let seconds = try #require(Int(text.1))
    #expect((before...after).contains(seconds))
    #expect(
      text.2
        == Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)[...])
    #expect(run.errors.hasPrefix(#"{"note":{"code":"assumedValue","message":"evaluated at "#))
  }

  @Test(arguments: [
    "solve \(timeless) --for rewardRate --target-apr 50%",
    "pool preview deposit 5 --total-assets 10000000000000000000 --total-supply 10000000000000000000",
    "sweep --axis grossApr=0.1,0.2 --metric poolNetApr",
  ])
  func `an answer that hangs on no time reads no clock`(line: String) throws {
    let run = try CommandLineTool.shell("berayield \(line)")
    #expect(run.status == 0 && run.errors == "")
  }

  /// The column is not even read: what stands there makes no bad row, on the fast path and the careful.
  @Test(arguments: ["", "0x"])
  func `--at wins over a column of times`(form: String) throws {
    // A stake in hexadecimal is read carefully.
    func csv(_ row: String, _ options: String) throws -> ToolRun {
      let row =
        form.isEmpty
        ? row : row.replacing("2500000000000000000000000", with: "0x211654585005212800000")
      return try CommandLineTool.shell(
        "printf '%s\\n' '\(Self.header)' '\(row)' | berayield csv - --emit status \(options)")
    }
    let count = "note: 1 rows in = 1 rows out + 0 rejected\n"
    let own = try csv(Self.row, "")
    #expect(own.output.contains("active"))
    #expect(
      Self.notes(own.errors)
        == "note: evaluated at the row's own time, 2026-01-05T08:00:00Z, AGE; the period is over by "
        + "now\n" + count)
    for row in [Self.row, Self.row.replacing("1767600000", with: "never")] {
      let asked = try csv(row, "--at 1900000000")
      #expect(asked.status == 0 && asked.output.contains("expired"))
      #expect(
        asked.errors
          == "note: the column timestamp is not used, since --at is given\n" + count
          + "note: standard input:2: periodExpired in 1 row\n")
    }
  }

  @Test(arguments: ["cat", "sed 's/,2500000000000000000000000,/,0x211654585005212800000,/'"])
  func `csv tells the times of all rows, and the clock where there is no column`(
    form: String
  ) throws {
    let run = try CommandLineTool.shell(
      """
      { echo '\(Self.header)'; echo '\(Self.row)'; echo '\(Self.row)' | sed s/1767600000/1767600060/
        echo '\(Self.row)' | sed s/1768000000/9768000000/; echo bad; } \
      | \(form) | berayield csv - -o /dev/null
      """)
    #expect(
      Self.notes(run.errors).hasPrefix(
        "note: 3 rows evaluated at their own times, 2026-01-05T08:00:00Z (AGE) to "
          + "2026-01-05T08:01:00Z (AGE); 2 periods are over by now\n"), "\(run.errors)")
    let none = try CommandLineTool.shell(
      """
      { echo '\(Self.header)'; echo '\(Self.row)'; } | cut -d, -f 1-5 | \(form) | berayield csv -
      """)
    #expect(
      Self.notes(none.errors).hasPrefix("note: evaluated at NOW, since no time is given\n"))
  }

  /// Before the period's end, at it, and behind it; one row is read by the careful path, for its quotes.
  @Test(arguments: ["1767600000", "1767999999", "1768000000", "1900000000"], ["2.35", "\"2.35\""])
  func `a row with its own time has the answer of apr`(time: String, price: String) throws {
    let row = Self.row.replacing("1767600000", with: time).replacing("2.35", with: price)
    let keys = ["apr", "apyDaily", "status", "secondsLeft", "rewardsPerDay", "tvlUsd"]
    let rows = try CommandLineTool.run(
      ["csv", "-", "--emit", "apr,apy_daily,status,seconds_left,rewards_per_day,tvl_usd"],
      input: "\(Self.header)\n\(row)\n")
    let fields = Self.row.replacing("1767600000", with: time).split(separator: ",")
    let names = [
      "rewardRate", "periodFinish", "totalSupply", "rewardPrice", "stakePrice", "timestamp",
    ]
    let members = zip(names, fields).map { "\"\($0)\": \"\($1)\"" }
    let vault = try CommandLineTool.run(
      ["apr", "-", "--format", "csv"], input: "{\(members.joined(separator: ", "))}")
    let lines = vault.output.split(separator: "\n")
    let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false)
    let values = lines[1].split(separator: ",", omittingEmptySubsequences: false)
    let expected = try keys.map { key in
      values[try #require(columns.firstIndex { $0 == key }, "\(key)")]
    }
    #expect(rows.output.hasSuffix(",\(time),\(expected.joined(separator: ","))\n"))
  }

  @Test func `--at wins over the fixed time of a sweep`() throws {
    let apr = "berayield sweep --axis rewardPrice=1 --metric apr --format csv \(Self.point)"
    let active = try CommandLineTool.shell("\(apr) --timestamp 1767600000")
    let expired = try CommandLineTool.shell("\(apr) --timestamp 1767600000 --at 1900000000")
    #expect(!active.output.hasSuffix(",0\n") && expired.output.hasSuffix(",0\n"))
    #expect(
      expired.errors.hasPrefix(
        "note: --timestamp: the timestamp 2026-01-05T08:00:00Z is not used, since --at is given\n"))
    let fixed = try CommandLineTool.shell("\(apr) --fix timestamp=1767600000 --at 1900000000")
    #expect(fixed.output == expired.output)
    #expect(fixed.errors.hasPrefix("note: --fix: the timestamp 2026-01-05T08:00:00Z is not used"))
    let clock = try CommandLineTool.shell(apr)
    #expect(
      Self.notes(clock.errors).hasPrefix("note: evaluated at NOW, since no time is given\n"))
    let axis = try CommandLineTool.shell(
      "\(apr) --axis timestamp=1767600000,1800000000 --at 1900000000")
    #expect(axis.status == 2 && axis.output == "")
    #expect(
      axis.errors
        == "error: --at: found 1900000000 beside an axis timestamp; expected one of the two: both say "
        + "when a point is evaluated\n")
    let idle = try CommandLineTool.shell("berayield sweep --axis grossApr=0.1 --at 1900000000")
    #expect(
      idle.errors
        == "error: --at: found 1900000000; expected it with periodFinish only, as a period alone "
        + "hangs on the time\n")
  }

  /// The one sentence about `--at`, in every help that has the option.
  @Test func `every help says the same of --at`() throws {
    var found = 0
    for command in try HelpTests.commands() {
      let help = try CommandLineTool.run(command + ["--help"]).output
      guard let option = help.range(of: "  --at <time>") else { continue }
      found += 1
      let words = help[option.upperBound...].split(whereSeparator: \.isWhitespace)
      #expect(
        words.joined(separator: " ").hasPrefix(
          "Time of evaluation: unix seconds, 2026-05-01T12:00:00Z, now or -7d. It wins over the "
            + "input's own time (default: the input's own time, or now)."), "\(command)")
    }
    #expect(found == 9)
  }
}
