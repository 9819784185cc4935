import Contracts
import Faults
import Foundation
import Inputs
import Quantities
import Testing

@testable import Questions

/// Pictures of grids, without a process.
@Suite struct GridPlotTests {
  private static func svg(
    _ axes: [String], metric: String = "apr", as form: GridPlot.Form? = nil
  ) throws -> String {
    var question = GridQuestion(notes: InputNotes(strict: false))
    for text in axes { try question.addAxis(Field(option: "--axis", text: text)) }
    try question.choose(metrics: Field(option: "--metric", text: metric))
    let fixed =
      metric.hasPrefix("pool")
      ? ["grossApr=0.1"] : ["rewardRate=1", "totalSupply=1", "rewardPrice=1", "stakePrice=2"]
    for text in fixed where !axes.contains(where: { $0.hasPrefix(text.prefix(8)) }) {
      try question.fix(Field(option: "--fix", text: text))
    }
    let grid = try question.grid(
      year: .days365, time: .ofObservation(elseNow: try QuestionRun.now.get()), profile: .polNext)
    return try GridPlot.svg(of: grid, as: form)
  }

  @Test func `one axis is a curve, two are curves or a map of all points`() throws {
    let curve = try Self.svg(["rewardPrice=1:5:5"])
    #expect(curve.contains(">APR over reward price, USD<") && curve.contains("by-line"))
    let map = try Self.svg(["rewardPrice=1:7:7", "stakePrice=1:8:8"])
    #expect(map.contains(">APR over stake price, USD, and reward price, USD<"))
    #expect(map.contains("by-cell") && !map.contains("class=\"by-line"))
  }

  @Test func `a short axis is a family of curves, unless a map is asked for`() throws {
    let axes = ["grossApr=0.01:0.2:20", "commission=0,500,1000,2000"]
    for axes in [axes, axes.reversed()] {
      let lines = try Self.svg(axes, metric: "poolNetApy")
      #expect(lines.contains(">Net APY of a pool over gross APR, by commission<"))
      #expect(lines.components(separatedBy: "class=\"by-line").count == 5)
      for name in ["commission:", "0 %", "5 %", "10 %", "20 %"] {
        #expect(lines.contains(">\(name)</text>"))
      }
      // 0.01 of gross APR, 20 % of which is commission, is 0.8 % net: 0.8032 % compounded daily.
      #expect(lines.contains(">0.8032 %</text>"))
      #expect(try Self.svg(axes, metric: "poolNetApy", as: .lines) == lines)
      let map = try Self.svg(axes, metric: "poolNetApy", as: .map)
      #expect(map.contains("by-cell") && !map.contains("class=\"by-line"))
    }
  }

  @Test func `both orders of the axes draw the same curves`() throws {
    let axes = ["rewardPrice=1:9:9", "stakePrice=1,3"]
    #expect(
      try Self.svg(axes).components(separatedBy: "</title>").dropFirst()
        == Self.svg(axes.reversed()).components(separatedBy: "</title>").dropFirst())
  }

  @Test func `axes have titles, units and spacing of their own`() throws {
    let log = try Self.svg(["rewardPrice=0.01:10000:7:log"])
    #expect(log.contains(">reward price, USD (log)<") && log.contains(">APR, % (log)<"))
    let rate = try Self.svg([
      "rewardRate=1000000000000000000000000000000000000,2000000000000000000000000000000000000"
    ])
    #expect(rate.contains(">reward rate, tokens per second<") && rate.contains(">1.5</text>"))
    let time = try Self.svg(["timestamp=1760000000:1760864000:11", "periodFinish=1760432000"])
    #expect(time.contains(">time of evaluation, days since 2025-10-09T08:53:20Z<"))
    #expect(time.contains(">10</text>"))
    let stake = try Self.svg(["totalSupply=1000000000000000000,3000000000000000000"])
    #expect(stake.contains(">total stake, tokens<"))
    let varied = try Self.svg(["totalSupply=1000,3000", "stakeDecimals=6,8"], as: .map)
    #expect(varied.contains(">total stake, base units<"))
  }

  @Test func `a form that the axes cannot have is refused`() {
    let map = #expect(throws: Fault.self) { try Self.svg(["rewardPrice=1,2"], as: .map) }
    #expect(
      map?.description == "--plot-as: found a map over one axis; expected two axes for a map")
    let lines = #expect(throws: Fault.self) {
      try Self.svg(["rewardPrice=1:7:7", "stakePrice=1:8:8"], as: .lines)
    }
    #expect(
      lines?.description
        == "--plot-as: found lines over axes of 7 and 8; expected an axis of at most 6 values, "
        + "a curve each, or map")
  }

  @Test func `three axes and too many points are refused with what to do`() {
    let three = #expect(throws: Fault.self) {
      try Self.svg(["rewardPrice=1,2", "stakePrice=1,2", "commission=0,100"])
    }
    #expect(
      three?.description == "--plot: found 3 axes; expected one axis for a curve, or two for "
        + "curves or a map")
    #expect(three?.hint == "fix the other inputs with --fix")
    let many = #expect(throws: Fault.self) {
      try Self.svg(["rewardPrice=1:600:600", "stakePrice=1:600:600"])
    }
    #expect(
      many?.description == "--plot: found 360000 points; expected at most 250000 to draw")
  }
}
