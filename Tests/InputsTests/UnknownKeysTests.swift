import Faults
import Testing
import Text

@testable import Inputs
@testable import Quantities

/// Unknown keys: met before any value is read, at every depth, with the keys that there are.
@Suite struct UnknownKeysTests {
  private static let keys = KeyTree(["rewardRate", "pool", "events", "balances", "step"])
    .with("pool", .object(["totalSupply", "totalAssets"]))
    .with("events", .objects(["at", "deposit"]))
    .with("balances", .named(.object(["shares"])))
    .with(
      "step",
      .chosen { $0["op"]?.string == "pause" ? .object(["op"]) : .object(["op", "amount"]) }
    )
    .hinting {
      $0.key == "vaults" ? "write the array of vaults alone, without an object around it" : nil
    }

  private static func check(
    _ json: String, strict: Bool = false, ignored: Bool = false
  ) throws(Fault) -> InputNotes {
    var notes = InputNotes(strict: strict, ignoresUnknownKeys: ignored)
    _ = try InputObject(
      InputNode(try JSONReader.parse(json), file: "in.json"), "a case", keys: keys, notes: &notes)
    return notes
  }

  /// The line and the hint of the refusal.
  private static func refusal(_ json: String) -> String? {
    guard let fault = #expect(throws: Fault.self, performing: { _ = try check(json) }) else {
      return nil
    }
    #expect(fault.code == .unknownKey)
    return fault.description + (fault.hint.map { " [\($0)]" } ?? "")
  }

  @Test(arguments: [
    (
      #"{"rewardrate": "x", "pool": 5}"#,
      "1:2: $.rewardrate: found an unknown key; expected one of rewardRate, pool, events, balances, "
        + "step [did you mean rewardRate?]"
    ),
    (
      "{\n \"zzz\": 1}",
      "2:2: $.zzz: found an unknown key; expected one of rewardRate, pool, events, balances, step"
    ),
    (
      #"{"pool": {"totalSuply": 1}}"#,
      "1:11: $.pool.totalSuply: found an unknown key; expected one of totalSupply, totalAssets "
        + "[did you mean totalSupply?]"
    ),
    (
      #"{"events": [{"at": 1}, {"depost": 1}]}"#,
      "1:25: $.events[1].depost: found an unknown key; expected one of at, deposit [did you mean "
        + "deposit?]"
    ),
    (
      #"{"balances": {"any name": {"share": 1}}}"#,
      #"1:28: $.balances["any name"].share: found an unknown key; expected one of shares [did you "#
        + "mean shares?]"
    ),
    (
      #"{"step": {"op": "pause", "amount": 1}}"#,
      "1:26: $.step.amount: found an unknown key; expected one of op"
    ),
    (
      #"{"vaults": []}"#,
      "1:2: $.vaults: found an unknown key; expected one of rewardRate, pool, events, balances, step "
        + "[write the array of vaults alone, without an object around it]"
    ),
    (
      #"{"pool": {"totalasets": 1, "x y": 2, "totalSuply": 3}, "other": 4}"#,
      #"1:11: $.pool: found 3 unknown keys: "totalasets", "x y", "totalSuply"; expected one of "#
        + #"totalSupply, totalAssets [did you mean totalAssets for "totalasets", totalSupply for "#
        + #""totalSuply"?]"#
    ),
  ])
  func `a refusal`(json: String, expected: String) {
    #expect(Self.refusal(json) == "in.json:\(expected)")
  }

  @Test func `ten are shown and the rest is a count`() {
    let members = (1...13).map { #""k\#($0)": 0"# }.joined(separator: ", ")
    #expect(
      Self.refusal("{\(members)}")
        == #"in.json:1:2: $: found 13 unknown keys: "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "#
        + #""k9", "k10" and 3 more; expected one of rewardRate, pool, events, balances, step"#)
  }

  @Test(arguments: [
    (#"{"zzz": 1}"#, "in.json:1:2: $.zzz: an unknown key: ignored"),
    (
      #"{"rewardRat": 1, "pool": {"x": 1}, "events": [{}, {"y": 1}]}"#,
      "in.json:1:2: 3 unknown keys: $.rewardRat, $.pool.x, $.events[1].y: ignored"
    ),
    (
      "{" + (1...12).map { #""k\#($0)": 0"# }.joined(separator: ", ") + "}",
      "in.json:1:2: 12 unknown keys: $.k1, $.k2, $.k3, $.k4, $.k5, $.k6, $.k7, $.k8, $.k9, $.k10 "
        + "and 2 more: ignored"
    ),
  ])
  func `passed over, all are one note`(json: String, expected: String) throws {
    let notes = try Self.check(json, ignored: true).notes
    #expect(notes.map(\.description) == [expected])
    #expect(notes.map(\.code) == [.unknownKey] && notes.map(\.severity) == [.note])
    // Who asks for it has it in a strict run too.
    #expect(try Self.check(json, strict: true, ignored: true).notes == notes)
  }

  @Test func `known keys are no note`() throws {
    #expect(try Self.check(#"{"pool": {"totalSupply": 1}}"#, ignored: true).notes.isEmpty)
    #expect(try Self.check(#"{"pool": 7, "events": {}, "balances": []}"#).notes.isEmpty)
  }

  @Test func `a vault by its address among other keys is told what is wrong`() {
    var notes = InputNotes(strict: false)
    let fault = #expect(throws: Fault.self) {
      _ = try InputObject(
        InputNode(try JSONReader.parse(#"{"0xabc": {"rewardRate": 1}}"#), file: "in.json"),
        "a vault",
        keys: .vault(and: []), notes: &notes)
    }
    #expect(
      fault?.hint
        == "an object of vaults by their addresses has nothing else in it")
  }
}
