import FixedPoint
import TestSupport
import Testing

@testable import Sheets

/// Logarithmic scales; the places are those of Python's `decimal`.
struct LogarithmicScaleTests {
  private static func wads(_ texts: [String]) throws -> [Wad] {
    try texts.map { try Wad(parsing: $0) }
  }

  private static func scale(
    _ low: String, _ high: String, isRound: Bool = false, steps: Int = 8
  ) throws -> LogarithmicScale {
    LogarithmicScale(
      try wads([low, high]), from: 4000, to: 76_000, isRound: isRound, steps: steps)
  }

  @Test(arguments: [
    ("0.01", 4000, 37_000), ("0.02", 7612, 35_425), ("0.5", 24_388, 28_109),
    ("1", 28_000, 26_533), ("3", 33_725, 24_036), ("7.8", 38_705, 21_865),
    ("500", 60_388, 12_409), ("10000", 76_000, 5600), ("0.001", 4000, 37_000),
    ("0", 4000, 37_000), ("20000", 76_000, 5600),
  ])
  func `places follow the logarithm`(value: String, right: Int, up: Int) throws {
    let ends = try Self.wads(["0.01", "10000"])
    let across = LogarithmicScale(ends, from: 4000, to: 76_000, isRound: false, steps: 8)
    let upwards = LogarithmicScale(ends, from: 37_000, to: 5600, isRound: false, steps: 8)
    #expect(across.place(try Wad(parsing: value)) == right)
    #expect(upwards.place(try Wad(parsing: value)) == up)
  }

  @Test func `colours follow the logarithm`() throws {
    let part = try Self.scale("0.00001", "1000").parts(65)
    let values = ["0", "0.00001", "0.00002", "0.001", "0.1", "1", "7.8", "999", "1000", "5000"]
    #expect(try Self.wads(values).map(part) == [0, 0, 2, 16, 32, 40, 47, 64, 64, 64])
    // 64 parts of eight decades: a power of ten begins a part, a unit below it ends one.
    let eighths = try Self.scale("0.00001", "1000").parts(64)
    #expect(try Self.wads(["0.001", "0.000999999999999999", "10"]).map(eighths) == [16, 15, 48])
  }

  @Test(arguments: [
    ("0.01", "10000", 8, ["0.01", "0.1", "1", "10", "100", "1000", "10000"]),
    ("0.01", "10000", 4, ["0.01", "1", "100", "10000"]), ("0.01", "10000", 3, ["1", "1000"]),
    ("2", "8", 8, ["2", "5"]), ("0.3", "1.5", 8, ["0.5", "1"]), ("3", "300", 8, ["10", "100"]),
    ("2.1", "2.4", 3, ["2.1", "2.2", "2.3", "2.4"]),
  ])
  func `ticks are powers of ten where there are two`(
    low: String, high: String, steps: Int, ticks: [String]
  ) throws {
    #expect(try Self.scale(low, high, steps: steps).ticks.map { $0.text() } == ticks)
  }

  @Test func `small ticks between powers of ten that are all labelled`() throws {
    let ticks = try Self.scale("1", "100").minorTicks.map { $0.text() }
    #expect(ticks == (2...9).map { "\($0)" } + (2...9).map { "\($0)0" })
    #expect(try Self.scale("0.01", "10000", steps: 4).minorTicks.isEmpty)
  }

  @Test(arguments: [
    ("3", "700", "2", "1000"), ("0.02", "50", "0.02", "50"), ("0.9", "1.1", "0.5", "2"),
    ("0.000000000000000001", "6", "0.000000000000000001", "10"),
  ])
  func `round ends are 1, 2 or 5 times a power of ten`(
    low: String, high: String, start: String, end: String
  ) throws {
    let scale = try Self.scale(low, high, isRound: true)
    #expect(scale.low.text() == start && scale.high.text() == end)
  }

  @Test(arguments: [
    (["1", "100"], false), (["1", "100.1"], true), (["0", "1000"], false), ([], false),
    (["-1", "1000"], false), (["0.5"], false),
  ])
  func `a metric over more than two decades is logarithmic`(
    values: [String], isLogarithmic: Bool
  ) throws {
    let axis = PlotAxis("a", spacing: .byRange)
    let wads = try Self.wads(values)
    #expect(axis.isLogarithmic(wads) == isLogarithmic)
    let scale = axis.scale(wads, from: 0, to: 100, isRound: true, steps: 5)
    #expect(scale.isLogarithmic == isLogarithmic)
    #expect(!PlotAxis("a").isLogarithmic(wads))
  }

  @Test func `zeros shown in another way leave a map's colours logarithmic`() throws {
    let axis = PlotAxis("a", spacing: .byRange)
    #expect(axis.isLogarithmic(try Self.wads(["0", "1", "101"]), skipsZero: true))
    #expect(!axis.isLogarithmic(try Self.wads(["0", "1", "99"]), skipsZero: true))
    #expect(!axis.isLogarithmic(try Self.wads(["-1", "1", "101"]), skipsZero: true))
  }

  @Test func `many points are placed as each by itself`() throws {
    var random = SeededGenerator(seed: 20_261_127)
    let raws = (0..<1000).map { _ in
      ExactInteger.powerOfTen(Int.random(in: 10...24, using: &random))
        * ExactInteger(Int.random(in: 1...999, using: &random))
    }
    for values in [raws, raws.sorted(), raws.sorted(by: >)] {
      let points = values.enumerated().map { index, raw in
        LineChart.Point(x: Wad(raw: raw), y: Wad(index * 7919 % 977))
      }
      let scale = LogarithmicScale(
        points.map { $0.x }, from: 0, to: 10_000, isRound: false, steps: 5)
      let shown = LineChart.Series(name: "s", points: points).visible(on: scale, columns: 100)
      // Of each run in one column of pixels the ends and the extremes.
      var expected: [LineChart.Point] = []
      var run: [LineChart.Point] = []
      func finish() {
        let values = run.compactMap(\.y)
        let low = run.firstIndex { $0.y == values.min() }
        let high = run.firstIndex { $0.y == values.max() }
        let kept = Set([0, low, high, run.count - 1].compactMap(\.self))
        expected += kept.sorted().map { run[$0] }
        run = []
      }
      for point in points {
        if let last = run.last, scale.place(last.x) / 100 != scale.place(point.x) / 100 { finish() }
        run.append(point)
      }
      finish()
      #expect(shown == expected)
    }
  }
}
