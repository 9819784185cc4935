import Contracts
import Faults
import Inputs
import Quantities
import Testing

@testable import Questions

/// Pictures of grids, without a process.
@Suite struct GridPlotTests {
  private static func svg(_ axes: [String]) throws -> String {
    var question = GridQuestion(notes: InputNotes(strict: false))
    for text in axes { try question.addAxis(Field(option: "--axis", text: text)) }
    let prices = axes.contains { $0.hasPrefix("stakePrice") } ? [] : ["stakePrice=2"]
    for text in ["rewardRate=1", "totalSupply=1"] + prices {
      try question.fix(Field(option: "--fix", text: text))
    }
    let grid = try question.grid(
      year: .days365, time: try QuestionRun.now.get(), profile: .polNext)
    return try GridPlot.svg(of: grid)
  }

  @Test func `one axis is a curve, two are a map of all points`() throws {
    let curve = try Self.svg(["rewardPrice=1:5:5"])
    let map = try Self.svg(["rewardPrice=1:3:3", "stakePrice=1:4:4"])
    #expect(curve.contains("apr over rewardPrice") && curve.contains("by-line"))
    #expect(map.contains("apr over stakePrice and rewardPrice"))
    #expect(map.contains("by-cell") && !map.contains("class=\"by-line"))
  }

  @Test func `three axes and too many points are refused with what to do`() {
    let three = #expect(throws: Fault.self) {
      try Self.svg(["rewardPrice=1,2", "stakePrice=1,2", "commission=0,100"])
    }
    #expect(
      three?.description == "--plot: found 3 axes; expected one axis for a curve, or two for a map")
    #expect(three?.hint == "hold the others with --fix")
    let many = #expect(throws: Fault.self) {
      try Self.svg(["rewardPrice=1:600:600", "stakePrice=1:600:600"])
    }
    #expect(
      many?.description == "--plot: found 360000 points; expected at most 250000 to draw")
  }
}
