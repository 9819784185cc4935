import FixedPoint
import Foundation
import Sheets
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whole plots: golden files for small cases, and well-formed XML for any.
struct PlotDocumentTests {
  private static func wads(_ texts: [String]) throws -> [Wad] {
    try texts.map { try Wad(parsing: $0) }
  }

  static func chart() throws -> LineChart {
    let x = try wads(["0", "1", "2", "3", "4"])
    let apr = try wads(["0.5", "0.41", "0.33", "0.26", "0.201234567890123456"])
    return LineChart(
      title: "APR & <price>", x: PlotAxis("reward price, USD"), y: PlotAxis("APR", unit: .percent),
      series: [
        .init(name: "gross", points: zip(x, apr).map { .init(x: $0, y: $1) }),
        .init(
          name: "net",
          points: zip(x, apr).map {
            .init(x: $0, y: $0 == Wad(2) ? nil : Wad(raw: $1.rawValue - 10))
          }),
      ],
      marks: [.init(x: Wad(1), name: "now")])
  }

  static func map() throws -> HeatMap {
    HeatMap(
      title: "APR by price and TVL", x: PlotAxis("reward price, USD"),
      columns: try wads(["1", "1.5", "2"]), y: PlotAxis("TVL, USD"),
      rows: try wads(["1000000", "2000000"]), metric: PlotAxis("APR", unit: .percent),
      cells: try wads(["0.1", "0.15", "0.2", "0.05", "0.075"]) + [nil])
  }

  @Test func `a line chart is drawn as before`() throws {
    let file = PlotDocument(title: "A chart", panels: [try Self.chart()]).file
    #expect(try file == Snapshot.expected("line-chart.svg", actual: file))
  }

  @Test func `a heat map is drawn as before`() throws {
    let file = PlotDocument(title: "A map", panels: [try Self.map()]).file
    #expect(try file == Snapshot.expected("heat-map.svg", actual: file))
  }

  @Test func `plots are XML and ask for nothing from outside`() throws {
    let hostile = "</title><script src='http://x/'>&\u{0}\"]]>"
    let values: [[Wad?]] = [
      [], [nil], [.zero], [.zero, nil, .one],
      [Wad(raw: 1), Wad(raw: -1), Wad(raw: ExactInteger.powerOfTen(90))],
    ]
    for cells in values {
      let axis = PlotAxis(hostile, unit: .percent)
      let points = cells.enumerated().map { LineChart.Point(x: Wad($0.offset), y: $0.element) }
      let chart = LineChart(
        title: hostile, x: axis, y: axis, series: [.init(name: hostile, points: points)],
        marks: [.init(x: .one, name: hostile)])
      let map = HeatMap(
        title: hostile, x: axis, columns: cells.indices.map { Wad($0) }, y: axis, rows: [.one],
        metric: axis, cells: cells)
      for size in [PlotSize.page, .column] {
        let file = PlotDocument(title: hostile, panels: [chart, map], size: size).file
        let parser = XMLParser(data: Data(file.utf8))
        #expect(parser.parse())
        #expect(!file.contains("<script"))
        #expect(!file.contains("href"))
        #expect(!file.contains("url("))
        #expect(!file.contains("NaN") && !file.contains("inf"))
      }
    }
  }

  @Test func `many points keep their extremes and stay a small file`() throws {
    var points = (0..<50_000).map { LineChart.Point(x: Wad($0), y: Wad($0 % 7)) }
    points[31_234] = .init(x: Wad(31_234), y: Wad(1000))
    let chart = LineChart(
      title: "t", x: PlotAxis("x"), y: PlotAxis("y"), series: [.init(name: "s", points: points)])
    let file = PlotDocument(title: "t", panels: [chart]).file
    #expect(file.utf8.count < 100_000)
    #expect(file.contains("max 1000 at 31234"))
    // The peak is on the upper edge of the plot, in the path itself.
    #expect(file.contains(" 56L") || file.contains(" 56\""))
  }

  @Test func `the corners of a map are stated with all digits`() throws {
    let file = PlotDocument(title: "t", panels: [try Self.map()]).file
    #expect(file.contains("reward price, USD 1, TVL, USD 1000000: 10%"))
    #expect(file.contains("reward price, USD 2, TVL, USD 1000000: 20%"))
    #expect(file.contains("reward price, USD 1, TVL, USD 2000000: 5%"))
    #expect(file.contains("reward price, USD 2, TVL, USD 2000000: no value"))
  }
}
