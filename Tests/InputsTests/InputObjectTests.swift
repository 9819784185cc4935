import Faults
import Testing
import Text

@testable import Inputs
@testable import Quantities

/// The one input tree: members and options, each fault at its place.
@Suite struct InputObjectTests {
  private static let keys = KeyTree(["rewardRate", "name", "pool", "events"])
    .with("pool", .object(["supply"])).with("events", .objects(["at"]))

  private static func object(
    _ json: String, options: [String: String?] = [:]
  ) throws(Fault) -> InputObject {
    var notes = InputNotes(strict: true)
    return try InputObject(
      InputNode(try JSONReader.parse(json), file: "in.json"), "a case", keys: keys,
      options: options, notes: &notes)
  }

  /// The line and the hint of the fault that the body throws.
  private static func line<T>(_ body: @autoclosure () throws -> T) -> String? {
    guard let fault = #expect(throws: Fault.self, performing: { _ = try body() }) else {
      return nil
    }
    return fault.description + (fault.hint.map { " [\($0)]" } ?? "")
  }

  @Test func `options are laid over members`() throws {
    let inputs = try Self.object(
      #"{"rewardRate": "1", "name": "file"}"#, options: ["rewardRate": "2", "balance": nil])
    #expect(try inputs.field("rewardRate")?.text == "2")
    #expect(inputs.place("rewardRate") == .option("--reward-rate"))
    #expect(try inputs.string("name") == "file")
    #expect(inputs.place("name").description == "in.json:1:29: $.name")
    #expect(try inputs.field("balance") == nil)
    #expect(inputs.place("balance") == .option("--balance"))
  }

  @Test func `what is no object is named`() {
    #expect(
      Self.line(try Self.object("[]"))
        == "in.json:1:1: $: found an array; expected an object: a case")
  }

  @Test func `objects inside are read by the keys that they were declared with`() throws {
    let inputs = try Self.object(#"{"pool": {"supply": 7}, "events": [{"at": 1}, {"at": 2}]}"#)
    #expect(try inputs.object("pool", "a pool")?.text("supply") == "7")
    #expect(try inputs.objects("events", "events").map { try $0.text("at") } == ["1", "2"])
    #expect(try Self.object("{}").object("pool", "a pool").map { _ in 0 } == nil)
  }

  @Test func `a value of another type is named with its place`() throws {
    let inputs = try Self.object(#"{"rewardRate": [1], "name": 5, "pool": "x", "events": {}}"#)
    let lines = [
      Self.line(try inputs.field("rewardRate")),
      Self.line(try inputs.string("name")),
      Self.line(try inputs.bool("pool")),
      Self.line(try inputs.object("pool", "a pool")),
      Self.line(try inputs.elements("events", "events")),
    ]
    #expect(
      lines == [
        "in.json:1:16: $.rewardRate: found an array; expected a number, or its text",
        "in.json:1:29: $.name: found 5; expected a string",
        "in.json:1:40: $.pool: found \"x\"; expected true or false",
        "in.json:1:40: $.pool: found \"x\"; expected an object: a pool",
        "in.json:1:55: $.events: found an object; expected an array: events",
      ])
  }

  @Test func `a missing value is asked for where it would stand`() throws {
    let inputs = try Self.object(#"{"name": null}"#)
    #expect(inputs.isNull("name") && !inputs.isNull("pool"))
    #expect(
      Self.line(try inputs.required("name", "a name"))
        == "in.json:1:10: $.name: found null; expected a name")
    #expect(
      Self.line(try Self.object(#"{"rewardRate": null}"#).refuseNulls(of: [.name, .rewardRate]))
        == "in.json:1:16: $.rewardRate: found null; expected the raw rewardRate() (scale 1e36)")
    #expect(
      Self.line(try inputs.required("rewardRate", "a rate"))
        == "in.json:1:1: $.rewardRate: found nothing; expected a rate")
    let options = InputObject(options: ["rewardRate": nil])
    #expect(
      Self.line(try options.required("rewardRate", "a rate"))
        == "--reward-rate: found nothing; expected a rate")
  }

  @Test func `a fault that names an input gets the place of its value`() throws {
    let inputs = try Self.object(
      #"{"rewardRate": 5, "events": [{"at": 1}, {"at": 2}]}"#, options: ["balance": "7"])
    func place(_ key: String) -> String? {
      inputs.located(Fault(.outOfRange, at: .input(key), found: "x", expected: "y")).place?
        .description
    }
    #expect(place("rewardRate") == "in.json:1:16: $.rewardRate")
    #expect(place("events[1].at") == "in.json:1:48: $.events[1].at")
    #expect(place("balance") == "--balance")
    #expect(place("horizonSeconds") == "in.json:1:1: $.horizonSeconds")
    let own = Fault(.syntax, at: .file("other.csv", line: 3), found: "x", expected: "y")
    #expect(inputs.located(own) == own)
  }

  @Test func `stand-ins fill what is not given`() throws {
    let inputs = try Self.object(#"{"rewardRate": null}"#).filling([.rewardRate, .name], with: "1")
    #expect(try inputs.field(.rewardRate)?.text == "1")
    let given = try Self.object(#"{"rewardRate": 5}"#).filling([.rewardRate], with: "1")
    #expect(try given.field(.rewardRate)?.text == "5")
  }
}
