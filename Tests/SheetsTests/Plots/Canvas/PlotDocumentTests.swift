import FixedPoint
import Foundation
import TestSupport
import Testing

@testable import Sheets

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whole plots: golden files for small cases, and well-formed XML for any.
struct PlotDocumentTests {
  private static func wads(_ texts: [String]) throws -> [Wad] {
    try texts.map { try Wad(parsing: $0) }
  }

  private static func percent(
    _ title: String, spacing: PlotAxis.Spacing = .byRange
  ) -> PlotAxis {
    PlotAxis(title, unit: "%", power: 2, spacing: spacing)
  }

  static func chart() throws -> LineChart {
    let x = try wads(["0", "1", "2", "3", "4"])
    let apr = try wads(["0.5", "0.41", "0.33", "0.26", "0.201234567890123456"])
    return LineChart(
      title: "APR & <price>", x: PlotAxis("reward price", unit: "USD"), y: percent("APR"),
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
      title: "APR by price and TVL", x: PlotAxis("reward price", unit: "USD"),
      columns: try wads(["1", "1.5", "2"]), y: PlotAxis("TVL", unit: "USD"),
      rows: try wads(["1000000", "2000000"]), metric: percent("APR"),
      cells: try wads(["0.1", "0.15", "0.2", "0.05", "0.075"]) + [nil],
      marks: [.init(column: 1, row: 0, name: "now")])
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
      let axis = Self.percent(hostile)
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
    #expect(file.contains("max 1000 at 31230"))
    // The peak is on the upper edge of the plot, in the path itself.
    #expect(file.contains(" 56L") || file.contains(" 56\""))
  }

  @Test func `logarithmic axes, a family of curves and colours by ratio are drawn as before`()
    throws
  {
    let x = PlotAxis("reward price", unit: "USD", spacing: .logarithmic)
    let prices = try Self.wads(["0.01", "1", "100", "10000"])
    let apr = PlotAxis("APR", unit: "%", power: 2, spacing: .byRange)
    let chart = LineChart(
      title: "APR over reward price, USD, by commission", x: x, y: apr,
      series: ["0 %", "5 %"].enumerated().map { index, name in
        .init(
          name: name,
          points: prices.map { price in
            .init(x: price, y: Wad(raw: price.rawValue * ExactInteger(index + 2)))
          })
      }, family: "commission")
    let map = HeatMap(
      title: "APR over reward price, USD, and stake, tokens", x: x, columns: prices,
      y: PlotAxis("stake", unit: "tokens", power: -18, spacing: .logarithmic),
      rows: try Self.wads(["1000000", "1000000000"]), metric: apr,
      cells: try Self.wads(["0", "0.1", "10", "1000", "0.00001", "0.001", "1"]) + [nil])
    let file = PlotDocument(title: "Logarithms", panels: [chart, map]).file
    #expect(try file == Snapshot.expected("logarithms.svg", actual: file))
  }

  @Test func `the corners of a map are a table of four digits, as the map has them`() throws {
    #expect(
      try Self.map().corners == [
        ["", "1", "2"], ["2000000", "5 %", "none"], ["1000000", "10 %", "20 %"],
      ])
    let thirds = try Self.wads(["0.333333333333333333", "0.666666666666666666"])
    let map = HeatMap(
      title: "t", x: PlotAxis("x"), columns: thirds, y: PlotAxis("y"), rows: [.one],
      metric: Self.percent("m"), cells: thirds)
    #expect(map.corners == [["", "0.3333", "0.6667"], ["1", "33.33 %", "66.67 %"]])
  }

  @Test func `extremes have four digits, and more where these are alike`() throws {
    func sentence(_ values: [String]) throws -> String {
      let points = try Self.wads(values).enumerated().map {
        LineChart.Point(x: Wad($0.offset), y: $0.element)
      }
      return LineChart(
        title: "t", x: PlotAxis("days"), y: PlotAxis("price", unit: "USD"),
        series: [.init(name: "s", points: points)]
      ).sentence
    }
    #expect(try sentence(["1.23456", "2.34567"]) == "min 1.235 USD at 0, max 2.346 USD at 1")
    #expect(try sentence(["1.234561", "1.234569"]) == "min 1.23456 USD at 0, max 1.23457 USD at 1")
    #expect(try sentence(["5", "5"]) == "5 USD everywhere")
    #expect(try sentence([]) == "no value")
  }

  @Test func `a long title and a long legend take more lines, none is cut`() throws {
    let words = Array(repeating: "undistributed", count: 12).joined(separator: " ")
    let point = LineChart.Point(x: .one, y: .one)
    let chart = LineChart(
      title: words, x: PlotAxis("x"), y: PlotAxis("y"),
      series: (0..<6).map { .init(name: "name \($0)", points: [point]) },
      family: "undistributed rewards, tokens")
    let lines = PlotDocument(title: "t", panels: [chart], size: .column).file.split(separator: "\n")
    // 460 pixels less 24, 9 a letter: three words of 13 letters to a line.
    #expect(lines.count { $0.contains("by-title") && $0.contains("<text") } == 4)
    for line in lines where line.contains("by-ink\" x=") {
      let x = line.split(separator: "x=\"")[1].prefix { $0 != "\"" && $0 != "." }
      #expect((Int(x) ?? 1000) + 6 * 9 <= 460)
    }
  }
}
