import FixedPoint
import Yields
import Quantities
import Text
import Testing

@testable import Questions
@testable import Faults
@testable import Sheets
@testable import Inputs

@Suite struct PoolHistoryReaderTests {
  private func read(
    _ csv: String, mapped: [String] = [], groupBy: String? = nil
  ) throws -> [PoolSeries] {
    try noting(csv, mapped: mapped, groupBy: groupBy).series
  }

  private func noting(
    _ csv: String, mapped: [String] = [], groupBy: String? = nil
  ) throws -> (series: [PoolSeries], notes: [String]) {
    var notes = InputNotes(strict: false)
    let reader = try PoolHistoryReader(
      CSVRecordReader(Array(csv.utf8), name: "h.csv"), name: "h.csv",
      mapped: try PoolHistoryColumns.mapped(mapped),
      groupBy: groupBy, notes: &notes)
    return (reader.series, notes.notes.map(\.description))
  }

  private func sheet(_ csv: String, windows: String = "1d,7d,30d,all") throws -> Sheet {
    try RealizedYieldQuestion(
      series: try read(csv),
      windows: try RealizedYieldQuestion.Window.list(Field(option: "--windows", text: windows)),
      year: .days365
    ).sheet()
  }

  private static let header = "timestamp,total_assets,total_supply\n"

  @Test func `columns in any order, other columns and either spelling`() throws {
    let series = try read(
      "note,totalSupply,total_assets,timestamp\nx,2,3,5\n,2,4,2026-01-01T00:00:00Z\n")
    #expect(
      series.map { $0.history.observations.map(\.timestamp.seconds) } == [[5, 1_767_225_600]])
    #expect(series[0].missing == [] && series[0].name == nil)
  }

  @Test func `an empty field is missing, never zero; no shares end the series`() throws {
    let csv = Self.header + "1,10,10\n2,,10\n3,10,\n4,10,0\n5,11,10\n"
    let series = try read(csv)
    #expect(series[0].history.observations.count == 2)
    #expect(series[0].missing == [3, 4])
    #expect(series[0].ends.map(\.line) == [5])
    let sheet = try sheet(csv)
    #expect(sheet.value("missing") == "3")
    #expect(
      sheet.cells("windows", ["window", "status", "apr"])
        == [
          ["1d", "notCovered", ""], ["7d", "notCovered", ""], ["30d", "notCovered", ""],
          ["all", "interrupted", ""],
        ])
    #expect(
      sheet.warnings.map(\.description)
        == [
          "sharePriceMissing: no share price on line 3, 4: treated as missing, not as zero",
          "seriesEnded: no shares on line 5: no yield across that, since the holders after it are "
            + "others",
        ])
  }

  @Test func `holders that are wiped out are not those that come after them`() throws {
    let csv =
      Self.header + "1700000000,5000,1000\n1700086400,10,0\n1700172800,2000,2000\n"
      + "1700259200,2002,2000\n"
    let sheet = try sheet(csv, windows: "1d,3d,all")
    #expect(
      sheet.cells("windows", ["window", "status", "apr"])
        == [["1d", "ok", "0.365"], ["3d", "interrupted", ""], ["all", "interrupted", ""]])
    #expect(
      sheet.text(TextStyle(width: 200)).contains("no shares at 2023-11-15T22:13:20Z: other holders")
    )
  }

  @Test func `a loss is a negative yield, a total loss too, and nothing grows from 0`() throws {
    let loss = try sheet(Self.header + "0,100,100\n31536000,90,100\n", windows: "all")
    #expect(loss.cells("windows", ["apr", "apy"]) == [["-0.1", "-0.1"]])
    let total = try sheet(Self.header + "0,100,100\n86400,0,100\n", windows: "1d")
    #expect(total.cells("windows", ["endSharePrice", "apr", "apy"]) == [["0", "-365", "-1"]])
    let empty = try sheet(Self.header + "0,0,100\n86400,5,100\n", windows: "1d")
    #expect(empty.cells("windows", ["status", "apr", "apy"]) == [["startsAtZero", "", ""]])
  }

  @Test func `newest first is put in order, with a note; a repeated line counts once`() throws {
    let (series, notes) = try noting(
      Self.header + "1762851600,1001,990\n1762765200,1000,990\n1762765200,1000,990\n")
    #expect(
      series[0].history.observations.map(\.timestamp.seconds) == [1_762_765_200, 1_762_851_600])
    #expect(
      notes == [
        "h.csv:3: timestamp: a time before that of the line before: the lines were put in order",
        "h.csv:4: timestamp: a time a second time, with the same values: skipped",
      ])
  }

  @Test(arguments: [
    ("date,block,price\n2025-11-10,100,1.01\n2025-11-11,200,1.02\n", [String]()),
    (
      "timestamp,price_per_share\n1762732800,1010000000000000000\n"
        + "1762819200,1020000000000000000\n", []
    ),
    ("date,pricePerFullShare\n2025-11-10T00:00:00Z,1.01\n2025-11-11,1.020\n", []),
    (
      "when,nav,price\n1762732800,1.01,x\n1762819200,1.02,\n",
      ["timestamp=when", "share_price=nav"]
    ),
  ])
  func `a share price, raw or decimal, under its usual names or a chosen one`(
    csv: String, mapped: [String]
  ) throws {
    let history = try #require(try read(csv, mapped: mapped).first?.history)
    #expect(history.observations.map(\.timestamp.seconds) == [1_762_732_800, 1_762_819_200])
    #expect(
      history.observations.map { $0.sharePrice.wad(rounding: .down).text() } == ["1.01", "1.02"])
    let sheet = try RealizedYieldQuestion(
      series: try read(csv, mapped: mapped),
      windows: [.init(name: "1d", span: .last(.day))], shares: 1_000, year: .days365
    ).sheet()
    // 365 / 101; 1000 shares at either price.
    #expect(
      sheet.cells("windows", ["apr", "startHolding", "endHolding"])
        == [["3.613861386138613861", "1010", "1020"]])
  }

  @Test func `a holding is worth what its shares are redeemed for`() throws {
    let sheet = try RealizedYieldQuestion(
      series: try read(Self.header + "0,1000,990\n86400,1001,990\n"),
      windows: [.init(name: "1d", span: .last(.day))], shares: 10_000, year: .days365
    ).sheet()
    // 10000 * 1001 // 991 and 10000 * 1002 // 991.
    #expect(
      sheet.cells("windows", ["startHolding", "endHolding"]) == [["10100", "10110"]])
  }

  @Test func `several pools of a file are told apart where that is asked for`() throws {
    let csv =
      "timestamp,vault,total_assets,total_supply\n0,a,100,100\n0,b,50,100\n86400,a,101,100\n"
      + "86400,b,50,100\n"
    let series = try read(csv, groupBy: "vault")
    #expect(series.map(\.name) == ["a", "b"])
    let sheet = try RealizedYieldQuestion(
      series: series, windows: [.init(name: "1d", span: .last(.day))], year: .days365
    ).sheet()
    #expect(sheet.cells("windows", ["pool", "apr"]) == [["a", "3.65"], ["b", "0"]])
    #expect(sheet.cells("pools", ["pool", "observations"]) == [["a", "2"], ["b", "2"]])
    #expect(sheet.cells("flatStretches", ["pool", "lengthSeconds"]) == [["b", "86400"]])
    // One pool throughout is one series, asked for or not.
    #expect(try read("timestamp,pool,price\n0,a,1\n1,a,2\n").map(\.name) == [nil])
  }

  @Test func `a window whose readings are sparse is named by its true length`() throws {
    let sheet = try sheet(
      Self.header + "1700000000,5000,1000\n1702592000,5010,1000\n", windows: "1d,27d,28d")
    #expect(
      sheet.warnings.map(\.description)
        == [
          "windowStretched: the window 1d is really 30 d: there is no reading in between",
          "windowStretched: the window 27d is really 30 d: there is no reading in between",
        ])
    #expect(sheet.text(TextStyle()).contains("  1d (30 d)   2023-11-14T22:13:20Z"))
  }

  @Test(arguments: [
    // 1 + 86400 / 31536000 * 100 is 1 + 100 / 365.
    ("465", "365", "100", "241786627816465414384110775845187052951.289306644098168737"),
    ("4651", "3650", "100.1", nil),
  ])
  func `an APY is stated up to an APR of 100`(
    assets: String, shares: String, apr: String, apy: String?
  ) throws {
    let sheet = try sheet(
      Self.header + "0,\(shares),\(shares)\n86400,\(assets),\(shares)\n", windows: "all")
    #expect(sheet.rows("windows")[0]["apr"]?.string == apr)
    #expect(sheet.rows("windows")[0]["apy"]?.string == apy)
    let warning =
      "yieldBeyondRange: an APR in the window all of \(apr) is above 100, up to which an APY is stated"
    #expect(sheet.warnings.map(\.description) == (apy == nil ? [warning] : []))
  }

  @Test(arguments: [
    ("", "h.csv: found an empty file; expected the columns timestamp, total_assets, total_supply"),
    (
      "timestamp,total_assets\n",
      "h.csv:1: header: found the columns \"timestamp\", \"total_assets\"; "
        + "expected \"total_supply\" or \"totalSupply\""
    ),
    (
      "timestamp,total_assets,total_supply,timestamp\n",
      "h.csv:1: header: found the column \"timestamp\" twice; expected each name once"
    ),
    (
      "timestamp,total_assets,total_supply,totalAssets\n",
      "h.csv:1: header: found total_assets in two spellings; expected one such column"
    ),
    ("timestamp,total_assets,total_supply\n1,2\n", "h.csv:2: found 2 fields; expected 3"),
    (
      "timestamp,total_assets,total_supply\nx,2,3\n",
      "h.csv:2: timestamp: found \"x\"; expected unix seconds or a UTC time such as 2026-05-01T12:00:00Z"
    ),
    (
      "timestamp,total_assets,total_supply\n1760000000000,2,3\n",
      "h.csv:2: timestamp: found \"1760000000000\", which looks like milliseconds; expected unix seconds (below 1e11)"
    ),
    (
      "timestamp,total_assets,total_supply\n1,-2,3\n",
      "h.csv:2: total_assets: found \"-2\"; expected total_assets in wei, 0 or more"
    ),
    (
      "timestamp,total_assets,total_supply\n1,2.5e18,3\n",
      "h.csv:2: total_assets: found \"2.5e18\", in scientific notation; expected all digits of total_assets in wei"
    ),
    (
      "timestamp,total_assets,total_supply\n2,2,3\n2,2,4\n",
      "h.csv:3: timestamp: found 1970-01-01T00:00:02Z a second time, with other values; expected one line for each time"
    ),
    (
      "timestamp,vault,total_assets,total_supply\n0,a,1,1\n0,b,1,1\n",
      "h.csv:3: vault: found a second pool, \"b\"; expected one pool, or --group-by vault"
    ),
    (
      "time,price\n0,1\n",
      "h.csv:1: header: found the columns \"time\", \"price\"; expected \"timestamp\" or \"date\""
    ),
    (
      "timestamp,price\n0,-1\n",
      "h.csv:2: share_price: found \"-1\"; expected a share price in BERA, 0 or more"
    ),
    (
      "timestamp,total_assets,total_supply\n2,\"2,3\n",
      "h.csv:2:3: found a quoted field without its closing quote; expected one"
    ),
  ])
  func `a fault is one error with its line`(csv: String, message: String) throws {
    do {
      _ = try read(csv)
      Issue.record("expected an error")
    } catch {
      #expect("\(error)" == message, "\(error)")
    }
  }

  @Test func `windows by name`() throws {
    func names(_ text: String) throws -> [String] {
      try RealizedYieldQuestion.Window.list(Field(option: "--windows", text: text)).map(\.name)
    }
    #expect(try names("1d,36h,1w,1y,all") == ["1d", "36h", "1w", "1y", "all"])
    for text in ["", "d", "0d", "1x", "1d,", "-1d", "007d", "101y"] {
      #expect(throws: Fault.self) { try names(text) }
    }
  }
}
