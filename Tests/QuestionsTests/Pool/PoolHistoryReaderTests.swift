import Yields
import Quantities
import Text
import Testing

@testable import Questions
@testable import Faults
@testable import Sheets
@testable import Inputs

@Suite struct PoolHistoryReaderTests {
  private func read(_ csv: String) throws -> PoolHistoryReader {
    try PoolHistoryReader(CSVRecordReader(Array(csv.utf8), name: "h.csv"), name: "h.csv")
  }

  @Test func `columns in any order, other columns and either spelling`() throws {
    let reader = try read(
      "note,totalSupply,total_assets,timestamp\nx,2,3,5\n,2,4,2026-01-01T00:00:00Z\n")
    #expect(reader.history.observations.map(\.timestamp.seconds) == [5, 1_767_225_600])
    #expect(reader.missing == [])
  }

  @Test func `an empty field or no shares is missing, never zero`() throws {
    let reader = try read(
      "timestamp,total_assets,total_supply\n1,10,10\n2,,10\n3,10,\n4,10,0\n5,11,10\n")
    #expect(reader.history.observations.count == 2)
    #expect(reader.missing == [3, 4, 5])
    let sheet = try RealizedYieldQuestion(
      history: reader.history, missing: reader.missing,
      windows: RealizedYieldQuestion.Window.standard, flat: .day, year: .days365
    ).sheet()
    #expect(sheet.value("missing") == "3")
    let windows = sheet.rows("windows")
    #expect(windows[0]["apr"]?.isNull == true)
    #expect(windows[0]["status"]?.string == "notCovered")
    #expect(windows[3]["status"]?.string == "ok")
    #expect(sheet.warnings.map(\.code) == [.sharePriceMissing, .yieldBeyondRange])
  }

  @Test func `a loss is a negative yield`() throws {
    let reader = try read(
      "timestamp,total_assets,total_supply\n0,100,100\n31536000,90,100\n")
    let sheet = try RealizedYieldQuestion(
      history: reader.history, missing: reader.missing, windows: [.init(name: "all", span: .all)],
      flat: .day, year: .days365
    ).sheet()
    #expect(sheet.rows("windows")[0]["apr"]?.string == "-0.1")
    #expect(sheet.rows("windows")[0]["apy"]?.string == "-0.1")
  }

  @Test(arguments: [
    // 1 + 86400 / 31536000 * 100 is 1 + 100 / 365.
    ("465", "365", "100", "241786627816465414384110775845187052951.289306644098168737"),
    ("4651", "3650", "100.1", nil),
  ])
  func `an APY is stated up to an APR of 100`(
    assets: String, shares: String, apr: String, apy: String?
  ) throws {
    let reader = try read(
      "timestamp,total_assets,total_supply\n0,\(shares),\(shares)\n86400,\(assets),\(shares)\n")
    let sheet = try RealizedYieldQuestion(
      history: reader.history, missing: reader.missing, windows: [.init(name: "all", span: .all)],
      flat: .day, year: .days365
    ).sheet()
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
      "timestamp,total_assets,total_supply\n1,2e18,3\n",
      "h.csv:2: total_assets: found \"2e18\", in scientific notation; expected all digits of total_assets in wei"
    ),
    (
      "timestamp,total_assets,total_supply\n2,2,3\n2,2,3\n",
      "h.csv:3: timestamp: found 2; expected a time after that of the line before, 1970-01-01T00:00:02Z"
    ),
    (
      "timestamp,total_assets,total_supply\n2,0,3\n",
      "h.csv:2: total_assets: found \"0\"; expected assets above 0, because there are shares"
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
    #expect(try names("1d,36h,all") == ["1d", "36h", "all"])
    for text in ["", "d", "0d", "1w", "1d,", "-1d"] {
      #expect(throws: Fault.self) { try names(text) }
    }
  }
}
