import Faults
import Testing
import Text

@testable import Inputs
@testable import Quantities

/// The one input tree: members and options, unknown keys first, each fault at its place.
@Suite struct InputObjectTests {
  private static func object(
    _ json: String, keys: [String] = ["rewardRate", "name", "pool", "events"],
    unknownKeys: InputObject.UnknownKeys = .refused, options: [String: String?] = [:],
    notes: inout InputNotes
  ) throws(Fault) -> InputObject {
    try InputObject(
      InputNode(try JSONReader.parse(json), file: "in.json"), "a case", keys: keys,
      unknownKeys: unknownKeys, options: options, notes: &notes)
  }

  private static func object(
    _ json: String, options: [String: String?] = [:]
  ) throws(Fault) -> InputObject {
    var notes = InputNotes(strict: false)
    return try object(json, options: options, notes: &notes)
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
    #expect(!inputs.hasNoOption(of: ["rewardRate"]) && inputs.hasNoOption(of: ["name"]))
  }

  @Test(arguments: [
    ("[]", "in.json:1:1: $: found an array; expected an object: a case"),
    (
      #"{"rewardrate": "x", "name": 5}"#,
      "in.json:1:2: $.rewardrate: found an unknown key; expected one of rewardRate, name, pool, "
        + "events [did you mean rewardRate?]"
    ),
    (
      "{\n \"zzz\": 1}",
      "in.json:2:2: $.zzz: found an unknown key; expected one of rewardRate, name, pool, events"
    ),
  ])
  func `unknown keys are refused before any value is read`(json: String, expected: String) {
    #expect(Self.line(try Self.object(json)) == expected)
  }

  @Test func `keys that are passed over are noted, misspelt ones are not`() throws {
    var notes = InputNotes(strict: false)
    _ = try Self.object(#"{"zzz": 1}"#, unknownKeys: .noted, notes: &notes)
    #expect(
      notes.notes.map(\.description) == ["in.json:1:2: $.zzz: an unknown key: ignored"])
    #expect(throws: Fault.self) {
      try Self.object(#"{"rewardRat": 1}"#, unknownKeys: .noted, notes: &notes)
    }
    var strict = InputNotes(strict: true)
    #expect(throws: Fault.self) {
      try Self.object(#"{"zzz": 1}"#, unknownKeys: .noted, notes: &strict)
    }
  }

  @Test func `a value of another type is named with its place`() throws {
    let inputs = try Self.object(#"{"rewardRate": [1], "name": 5, "pool": "x", "events": {}}"#)
    let lines = [
      Self.line(try inputs.field("rewardRate")),
      Self.line(try inputs.string("name")),
      Self.line(try inputs.bool("pool")),
      Self.line(try inputs.object("pool", "a pool", keys: [])),
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
