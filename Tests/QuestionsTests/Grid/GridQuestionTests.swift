import Bulk
import Contracts
import Faults
import Inputs
import Quantities
import TestSupport
import Testing
import Yields
import Text

@testable import Questions

/// What `sweep` reads, without a process: files and options make the same grid.
@Suite struct GridQuestionTests {
  private static func grid(_ json: String?, _ options: [String] = []) throws -> ParameterGrid {
    var question = GridQuestion(notes: InputNotes(strict: false))
    if let json {
      try question.read(InputNode(try JSONReader.parse(json), file: "grid.json"))
    }
    for text in options { try question.addAxis(Field(option: "--axis", text: text)) }
    return try question.grid(
      year: .days365, time: .ofObservation(elseNow: try QuestionRun.now.get()), profile: .polNext)
  }

  private static let fixed = """
    "fixed": {"rewardRate": "272490527103681170793308992914391673",
    "totalSupply": "598626940947001140289", "stakePrice": "223845.58"}
    """

  @Test(arguments: [
    (#"{"name": "rewardPrice", "values": ["1", 2.5, "4"]}"#, ["1", "2.5", "4"]),
    (
      #"{"name": "reward_price", "start": "1", "stop": "10", "count": 4}"#, ["1", "4", "7", "10"]
    ),
    (
      #"{"name": "rewardPrice", "start": "1", "stop": "2", "step": "0.4"}"#, ["1", "1.4", "1.8"]
    ),
    (
      #"{"name": "rewardPrice", "start": "1", "stop": "1000", "count": 4, "scale": "log"}"#,
      ["1", "10", "100", "1000"]
    ),
  ])
  func `an axis of a file has the values it says`(axis: String, values: [String]) throws {
    let grid = try Self.grid("{\"axes\": [\(axis)], \(Self.fixed)}")
    #expect((0..<grid.pointCount).map { grid.coordinates(ofPoint: $0) } == values.map { [$0] })
  }

  @Test(arguments: [
    ("{}", "grid.json:1:1: found no axis"),
    (#"{"axes": 5}"#, "grid.json:1:10: $.axes: found 5"),
    (#"{"metrisc": []}"#, "grid.json:1:2: $.metrisc: found an unknown key"),
    (#"{"axes": [{"name": "price"}]}"#, "grid.json:1:20: $.axes[0].name: found \"price\""),
    (
      #"{"axes": [{"name": "rewardPrice", "value": 5}]}"#,
      "grid.json:1:35: $.axes[0].value: found an unknown key"
    ),
    (
      #"{"axes": [{"name": "rewardPrice", "values": [1, "x"]}]}"#,
      "grid.json:1:49: $.axes[0].values[1]: found \"x\""
    ),
    (
      #"{"axes": [{"name": "rewardPrice", "start": 1}]}"#,
      "grid.json:1:11: $.axes[0]: found neither values nor a range"
    ),
    (#"{"axes": [], "fixed": {"stakePrice": []}}"#, "grid.json:1:38: $.fixed.stakePrice"),
    (#"{"axes": [], "metrics": ["apx"]}"#, "grid.json:1:26: $.metrics[0]: found \"apx\""),
  ])
  func `what is wrong with a file is named with its place`(json: String, beginning: String) {
    let fault = #expect(throws: Fault.self) { try Self.grid(json) }
    #expect(fault?.description.hasPrefix(beginning) == true, "\(fault?.description ?? "")")
  }

  @Test func `axes of options come after those of a file`() throws {
    let axis = #"{"name": "stakePrice", "values": ["1"]}"#
    let grid = try Self.grid(
      #"{"axes": ["# + axis
        + #"], "fixed": {"rewardRate": "1", "totalSupply": "1"}, "metrics": ["apr", "tvlUsd"]}"#,
      ["rewardPrice=1,2"])
    #expect(
      (0..<grid.pointCount).map { grid.coordinates(ofPoint: $0) } == [["1", "1"], ["1", "2"]])
    #expect(grid.metrics.map(\.rawValue) == ["apr", "tvlUsd"])
  }
}
