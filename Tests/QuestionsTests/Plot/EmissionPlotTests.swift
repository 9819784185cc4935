import Faults
import Testing

@testable import Questions

/// Rates over time as steps; the places are worked out by hand.
@Suite struct EmissionPlotTests {
  private static func svg(_ json: String) throws -> String {
    try QuestionRun.emission(json) { question throws(Fault) in try EmissionPlot.svg(of: question) }
  }

  /// The corners of the paths, as they are drawn.
  private static func paths(_ svg: String) -> [String] {
    svg.split(separator: "\n").filter { $0.contains("by-line") && $0.hasPrefix("<path") }
      .compactMap {
        $0.split(separator: " d=\"").last?.split(separator: "\"").first.map(String.init)
      }
  }

  @Test func `one period goes up at its notification and down at its finish`() throws {
    // 432 tokens over five days are 0.001 a second; the picture ends half a day after the period.
    let svg = try Self.svg(
      #"{"reward": "432000000000000000000", "duration": 432000, "at": 1760000000}"#)
    #expect(svg.contains(">reward rate, tokens per second<"))
    #expect(svg.contains(">days since 2025-10-09T08:53:20Z<"))
    // From 0 (74 pixels) to 5.5 days (736): day 5 is 10/11 of the way, 74 + 662 * 10/11 = 675.82.
    #expect(Self.paths(svg) == ["M74 374L74 56L675.82 56L675.82 374L736 374"])
    #expect(svg.contains("min 0 tokens per second at 0, max 0.001 tokens per second at 0"))
  }

  @Test func `periods that end before the next leave gaps, and a target is a line`() throws {
    let svg = try Self.svg(
      #"""
      {"reward": "432000000000000000000", "targetRate": "2000000000000000000000000000000000",
      "minDuration": 432000, "at": 1760000000, "every": 864000, "count": 2}
      """#)
    let paths = Self.paths(svg)
    // The rate lies on top, so the target comes first: 0.002 is the upper edge, 0.001 the middle.
    #expect(paths.count == 2)
    #expect(paths.first?.split(separator: "L").count == 2)
    #expect(paths.last?.split(separator: "L").count == 9)
    #expect(svg.contains(">target rate<"))
  }

  @Test func `a rate that runs already is where the course begins`() throws {
    let running = try Self.svg(
      #"""
      {"reward": "1000000000000000000000", "at": 1760000000, "periodFinish": 1760100000,
      "rewardRate": "1000000000000000000000000000000000"}
      """#)
    let over = try Self.svg(
      #"""
      {"reward": "1000000000000000000000", "at": 1760000000, "periodFinish": 1759990000,
      "rewardRate": "1000000000000000000000000000000000"}
      """#)
    // The first corner is on the ground, 374 pixels down, only where nothing ran.
    func beginning(_ svg: String) -> String? {
      Self.paths(svg).first?.split(separator: "L").first?.split(separator: " ").last.map(
        String.init)
    }
    #expect(beginning(over) == "374")
    #expect(beginning(running) != "374" && beginning(running) != nil)
  }
}
