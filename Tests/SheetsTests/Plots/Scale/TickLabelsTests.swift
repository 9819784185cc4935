import FixedPoint
import TestSupport
import Testing

@testable import Sheets

/// Texts of ticks: at most six characters, and what they share stands in the title.
struct TickLabelsTests {
  private static let plain = PlotAxis("a")
  private static let usd = PlotAxis("price", unit: "USD")
  private static let percent = PlotAxis("a", unit: "%", power: 2)
  private static let basisPoints = PlotAxis("commission", unit: "%", power: -2)
  private static let rate = PlotAxis("rate", unit: "tokens per second", power: -36)

  private static func wads(_ texts: [String]) throws -> [Wad] {
    try texts.map { try Wad(parsing: $0) }
  }

  @Test(arguments: [
    (["0.1", "0.25"], percent, ["10 %", "25 %"], "a"),
    (["0", "2000000"], plain, ["0", "2"], "a, ×10⁶"),
    (["12000000", "13400000"], usd, ["12", "13.4"], "price, USD ×10⁶"),
    (["0.00001", "0.00002"], plain, ["10", "20"], "a, ×10⁻⁶"),
    (["223845.58"], usd, ["223846"], "price, USD"),
    (["-1.5", "999999"], plain, ["-1.5", "999999"], "a"),
    (["1.3399999479", "1.4739999427"], plain, ["1.34", "1.47"], "a"),
    (["1.123", "2.234"], percent, ["112 %", "223 %"], "a"),
    (["0", "410000000"], percent, ["0", "41"], "a, % ×10⁹"),
    (["100000000000000000000", "200000000000000000000"], percent, ["10", "20"], "a, % ×10²¹"),
    (["0", "500", "1000", "2000"], basisPoints, ["0 %", "5 %", "10 %", "20 %"], "commission"),
    (
      ["272490527103681170793308992914391673", "544981054207362341586617985828783346"], rate,
      ["0.27", "0.54"], "rate, tokens per second"
    ),
    (
      ["223845.58", "223845.6", "223845.62"], usd, ["0.08", "0.1", "0.12"],
      "price, USD above 223845.5"
    ),
    (["0.000000001", "1", "1000000000"], plain, ["1e-9", "1", "1e9"], "a"),
    (["0.000000001", "1000000", "1000000000"], plain, ["1e-9", "1e6", "1e9"], "a"),
    (["0"], plain, ["0"], "a"), ([], plain, [], "a"),
  ])
  func `labels are short by what they share`(
    values: [String], axis: PlotAxis, texts: [String], title: String
  ) throws {
    let labels = TickLabels(try Self.wads(values), on: axis)
    #expect(labels.title == title)
    #expect(labels.texts == texts)
  }

  @Test(arguments: [
    (["0.0001", "0.01", "1"], percent, ["0.01 %", "1 %", "100 %"], "a (log)"),
    (["0.001", "1", "1000"], plain, ["0.001", "1", "1000"], "a (log)"),
    (["0.001", "1000000"], plain, ["10⁻³", "10⁶"], "a (log)"),
    (["0.001", "1000000"], percent, ["10⁻¹", "10⁸"], "a, % (log)"),
    (["2", "5"], usd, ["2", "5"], "price, USD (log)"),
  ])
  func `labels of a logarithmic axis are powers of ten, and the title says so`(
    values: [String], axis: PlotAxis, texts: [String], title: String
  ) throws {
    let labels = TickLabels(try Self.wads(values), on: axis, isLogarithmic: true)
    #expect(labels.title == title)
    #expect(labels.texts == texts)
  }

  @Test func `no label has more than six characters`() throws {
    var random = SeededGenerator(seed: 20_261_128)
    for _ in 0..<200 {
      let values = try (0..<Int.random(in: 1...5, using: &random)).map { _ in
        let digits = (0..<Int.random(in: 1...77, using: &random)).map { _ in
          String(Int.random(in: 0...9, using: &random))
        }
        let sign = Int.random(in: 0...4, using: &random) == 0 ? "-" : ""
        return Wad(raw: try ExactInteger(parsing: sign + digits.joined()))
      }
      for axis in [Self.plain, Self.usd, Self.percent, Self.basisPoints, Self.rate] {
        for text in TickLabels(values, on: axis).texts { #expect(text.count <= 6, "\(text)") }
        let scale = axis.scale(values, from: 0, to: 1000, isRound: true, steps: 6)
        for text in scale.labels(on: axis).texts { #expect(text.count <= 6, "\(text)") }
      }
    }
  }

  @Test(arguments: [
    ("18926180999362280185457607675091423430.5", "1.893×10³⁷"), ("0.5", "0.5"),
    ("223845.58", "223800"), ("1234567.8", "1235000"), ("12345678", "1.235×10⁷"),
    ("0.00012345", "1.234×10⁻⁴"), ("99999.6", "100000"), ("-7.8", "-7.8"),
  ])
  func `captions have four digits`(value: String, text: String) throws {
    #expect(ShortNumber.text(ExactRational(try Wad(parsing: value))) == text)
  }

  @Test func `exact texts have all digits and the unit`() throws {
    #expect(
      Self.percent.exactText(try Wad(parsing: "0.123456789012345678")) == "12.3456789012345678 %")
    #expect(Self.basisPoints.exactText(Wad(25)) == "0.25 %")
    #expect(Self.usd.exactText(try Wad(parsing: "7.8")) == "7.8 USD")
    #expect(
      Self.rate.exactText(Wad(1)) == "0.000000000000000000000000000000000001 tokens per second")
  }
}
