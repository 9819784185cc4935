import Contracts
import Text
import TestSupport
import Testing
import Questions
@testable import Faults
@testable import Sheets

/// What scenario files may leave out, and what they may not say.
@Suite struct ScenarioInputTests {
  private static func replay(_ text: String) throws -> ReplayedCase {
    let file = try ConformanceFile(Array(text.utf8), source: "s.json")
    var replayed: [ReplayedCase] = []
    try file.replay(.bgt) { replayed.append($0) }
    return try #require(replayed.first)
  }

  private static func fault(_ text: String) -> String {
    do {
      return try replay(text).conflicts.first?.description ?? "no error"
    } catch {
      return "\(error)"
    }
  }

  /// A step at t = 1770000000 + its number.
  private static func steps(_ inputs: [String]) -> String {
    let steps = inputs.enumerated().map { index, input in
      #"{"t": "\#(1_770_000_000 + index)", "in": \#(input)}"#
    }
    return #""steps": ["# + steps.joined(separator: ", ") + "]"
  }

  @Test func `steps alone are a scenario`() throws {
    let replayed = try Self.replay(
      "{"
        + Self.steps([
          #"{"op": "stake", "caller": "alice", "amount": "100"}"#,
          #"{"op": "notifyRewardAmount", "amount": "7000000"}"#,
          #"{"op": "getReward", "caller": "alice"}"#,
        ]) + "}")
    #expect(replayed.subject == "RewardVault")
    #expect(replayed.steps.map(\.outcome.isRevert) == [false, false, false])
    #expect(replayed.conflicts.isEmpty)
  }

  /// The case as `replay --format json` writes it.
  private static func written(_ replayed: ReplayedCase) throws -> [UInt8] {
    var json = JSONWriter(style: .compact)
    var bytes: [UInt8] = []
    try replayed.write(to: &json) { bytes += $0.takeBytes() }
    return bytes + json.takeBytes()
  }

  @Test func `a step keeps no accounts, however many there are`() throws {
    let stakes = (0..<50).map { #"{"op": "stake", "caller": "c\#($0)", "amount": "100"}"# }
    let replayed = try Self.replay("{" + Self.steps(stakes) + "}")
    for step in replayed.steps {
      #expect(JSONNode(value: step.views)["accounts"]?.members?.isEmpty == true)
    }
    var counts: [Int?] = []
    try replayed.states { counts.append(JSONNode(value: $0)["accounts"]?.members?.count) }
    #expect(counts == Array(repeating: 50, count: 50))
    let written = try JSONReader.parse(Self.written(replayed))
    #expect(written["steps"]?.elements?[0]["state"]?["accounts"]?.members?.count == 50)
  }

  @Test func `a replayed scenario verifies, and with another value it does not`() throws {
    let replayed = try Self.replay(
      "{" + Self.steps([#"{"op": "stake", "caller": "alice", "amount": "100"}"#]) + "}")
    #expect(try Verification(replayed).recordCount == 0)
    var again = try CaseRunner(source: "s.json", profile: .bgt)
      .run(try JSONReader.parse(try Self.written(replayed)), at: .root)
    #expect(try Verification(again).recordCount == 3)
    #expect(try Verification(again).mismatch == nil)
    again.initialState = .members(["rewardRate": .string("1")])
    #expect(try Verification(again).mismatch != nil)
  }

  /// A vault that is upgraded with a claim before and after, and what it says of both tokens.
  @Test func `an upgraded vault pays on from BGT, and its state starts another`() throws {
    let text =
      #"{"in": {"config": {"era": "bgt"}}, "#
      + Self.steps([
        #"{"op": "stake", "caller": "alice", "amount": "100"}"#,
        #"{"op": "delegateStake", "caller": "bob", "account": "alice", "amount": "5"}"#,
        #"{"op": "notifyRewardAmount", "amount": "604800000"}"#, #"{"op": "upgrade"}"#,
        #"{"op": "notifyRewardAmount", "amount": "604800000"}"#,
        #"{"op": "getReward", "caller": "alice"}"#,
        #"{"op": "setIncentiveFeeRate", "value": "5"}"#,
      ]) + "}"
    let replayed = try Self.replay(text)
    var states: [JSONNode] = []
    try replayed.states { states.append(JSONNode(value: $0)) }
    #expect(states[2]["rewardToken"]?.string == "BGT")
    #expect(states[3]["rewardToken"]?.string == "WBERA")
    #expect(
      states.map { $0["rewardTokenMigrated"]?.bool }.dropFirst(3) == [false, true, true, true])
    #expect(states[4]["wberaAllowance"]?.string == "604800000")
    guard case .output(let claim) = replayed.steps[5].outcome else {
      Issue.record("the claim reverts")
      return
    }
    let paid = JSONNode(value: claim)["paidFrom"]
    #expect(paid?["bgtRedeemed"]?.string == JSONNode(value: claim)["ret"]?.string)
    #expect(paid?["wbera"]?.string == "0")
    #expect(replayed.steps[6].outcome == .reverted("empty"))

    let state = JSONValue.members([
      "in": .members(["config": .members(["era": .string("polNext")])]),
      "initialState": states[6].value, "steps": .elements([]),
    ])
    let again = try CaseRunner(source: "s.json", profile: .bgt).run(
      .init(value: state), at: .root)
    #expect(again.conflicts.isEmpty)
    let start = again.initialState.map { JSONNode(value: $0) }
    #expect(start?["stakedByDelegate"]?["alice"]?["bob"]?.string == "5")
    for key in ["bgtAllowance", "wberaAllowance", "rewardTokenMigrated", "rewardToken"] {
      #expect(start?[key]?.value == states[6][key]?.value, "\(key)")
    }
  }

  @Test func `a revert is a result and changes nothing`() throws {
    let replayed = try Self.replay(
      "{"
        + Self.steps([
          #"{"op": "stake", "caller": "alice", "amount": "100"}"#,
          #"{"op": "withdraw", "caller": "alice", "amount": "101"}"#,
        ]) + "}")
    #expect(replayed.steps[1].outcome == .reverted("InsufficientSelfStake"))
    #expect(replayed.steps[1].views == replayed.steps[0].views)
  }

  @Test(arguments: [
    (#"{"op": "stake", "caller": "a", "amount": "-5"}"#, "$.steps[0].in.amount: found \"-5\""),
    (#"{"op": "stake", "caller": "a", "amount": "1.5e18"}"#, "in scientific notation"),
    (#"{"op": "stake", "caller": "a", "amount": 1.5}"#, "\"1.5\", a number with a fraction"),
    (#"{"op": "stake", "caller": "a"}"#, "$.steps[0].in.amount: found nothing"),
    (#"{"op": "stake", "amount": "5"}"#, "$.steps[0].in.caller: found nothing"),
    (
      #"{"op": "stake", "caller": "a", "amont": "5"}"#,
      "$.steps[0].in.amont: found an unknown key; expected one of op, amount, caller"
    ),
    (
      #"{"op": "stake", "caller": "a", "amount": "5", "amuont": "6"}"#,
      "$.steps[0].in.amuont: found an unknown key"
    ),
    (#"{"op": "steak", "caller": "a", "amount": "5"}"#, "$.steps[0].in.op: found \"steak\""),
    (#"{"caller": "a", "amount": "5"}"#, "$.steps[0].in.op: found nothing"),
    (
      #"{"op": "stake", "caller": "a", "amount": "0x\#(String(repeating: "f", count: 65))"}"#,
      "expected an amount in base units, at most 2^256 - 1, as a uint256 holds it"
    ),
    (
      #"{"op": "pauseToken", "token": "X", "function": "burn"}"#,
      "$.steps[0].in.function: found \"burn\"; expected one of transfer, approve"
    ),
  ])
  func `a bad step is one error at its path`(input: String, expected: String) {
    let fault = Self.fault("{" + Self.steps([input]) + "}")
    #expect(fault.hasPrefix("s.json:1:") && fault.contains(expected), "\(fault)")
  }

  @Test(arguments: [
    (#"{"t": "1770000000000", "in": {"op": "jump"}}"#, "looks like milliseconds"),
    (#"{"t": "-1", "in": {"op": "jump"}}"#, "$.steps[0].t: found \"-1\""),
    (#"{"in": {"op": "jump"}}"#, "$.steps[0].t: found nothing"),
    (#"{"t": "5"}"#, "$.steps[0].in: found nothing"),
    (#"{"t": "5", "in": {"op": "jump"}, "out": {}, "revert": "X"}"#, "both out and revert"),
    (#"{"t": "5", "in": {"op": "jump"}, "revert": 7}"#, "$.steps[0].revert: found 7"),
    (#"{"t": "5", "in": {"op": "jump"}, "sate": {}}"#, "$.steps[0].sate: found an unknown key"),
    (
      #"{"t": "5", "in": {"op": "jump"}}, {"t": "4", "in": {"op": "jump"}}"#,
      "$.steps[1].t: found 4; expected at least 5: time does not run backwards"
    ),
  ])
  func `time and shape of steps are checked`(steps: String, expected: String) {
    let fault = Self.fault(#"{"steps": [\#(steps)]}"#)
    #expect(fault.contains(expected), "\(fault)")
  }

  @Test(arguments: [
    (#"{"totalSupply": "5", "accounts": {"a": {"balance": "6"}}}"#, "$.initialState.totalSupply"),
    (#"{"rewardsDuration": "0"}"#, "$.initialState.rewardsDuration: found 0"),
    (
      #"{"rewardsDuration": "1"}"#,
      "$.initialState.rewardsDuration: found 1; expected at least 259200 seconds"
    ),
    (
      #"{"rewardRate": "5", "periodFinish": "0"}"#,
      "$.initialState.periodFinish: found 0, although there is a rewardRate; expected the end of "
        + "the period that has the rate"
    ),
    (#"{"lastUpdateTime": "9", "periodFinish": "8"}"#, "$.initialState.lastUpdateTime: found 9"),
    (#"{"periodFinish": "1770000000000"}"#, "looks like milliseconds"),
    (#"{"rewardRate": "1e36"}"#, "$.initialState.rewardRate: found \"1e36\""),
    (#"{"rewardsRate": "1"}"#, "$.initialState.rewardsRate: found an unknown key"),
    (#"{"whitelistedTokens": ["X"]}"#, "$.initialState.whitelistedTokens"),
    (#"{"targetRewardsPerSecond": "5"}"#, "$.initialState.minRewardDurationForTargetRate"),
    (
      #"{"totalSupply": "6", "accounts": {"a": {"balance": "6", "delegateTotalStaked": "7"}}}"#,
      "$.initialState.accounts.a.delegateTotalStaked: found 7"
    ),
  ])
  func `impossible states are refused`(state: String, expected: String) {
    let fault = Self.fault(
      #"{"initialState": \#(state), "#
        + Self.steps([#"{"op": "jump"}"#]) + "}")
    #expect(fault.contains(expected), "\(fault)")
  }

  @Test(arguments: [
    ("[", "s.json:1:2"), ("{}", "$.cases: found nothing"), ("7", "expected an object"),
    (#"{"cases": {}}"#, "$.cases: found an object; expected an array"),
    (#"{"cases": [], "extra": 1}"#, "$.extra: found an unknown key"),
    (#"{"in": {"fn": "mulWat", "x": "1"}}"#, "$.in.fn: found \"mulWat\""),
    (#"{"in": {"fn": "mulWad", "x": "1"}}"#, "$.in.y: found nothing"),
    (#"{"in": {"fn": "lnWad", "x": "1.5"}}"#, "$.in.x: found \"1.5\""),
    (#"{"in": {"x": "1"}}"#, "$.in.fn: found nothing"),
    (#"[{"in": {"config": {"stakeToken": "gold"}}, "steps": []}]"#, "$[0].in.config.stakeToken"),
    (
      #"{"in": {"config": {"incentiveFeeRateBps": "10001"}}, "steps": []}"#,
      "expected basis points from 0 to 10000"
    ),
    (
      #"{"in": {"fn": "commissionSequence", "commissionChangeDelay": "0"}, "steps": []}"#,
      "expected blocks from 1 to 16382"
    ),
  ])
  func `files that are no scenario are refused`(text: String, expected: String) {
    let fault = Self.fault(text)
    #expect(fault.contains(expected), "\(fault)")
  }

  @Test func `garbled files are errors, never a crash`() throws {
    let sample = Array(
      """
      {"cases": [{"in": {"config": {"stakeBalances": {"a": "9"}, "validators": {"v": {"operator": \
      "o", "commissionBps": "7"}}}}, "initialState": {"totalSupply": "8", "accounts": {"a": \
      {"balance": "8"}}}, "steps": [{"t": "5", "in": {"op": "stake", "caller": "a", "amount": \
      "0x3"}}, {"t": "900000", "in": {"op": "notifyRewardAmount", "validator": "v", "amount": \
      "1000000000000"}}, {"t": "900001", "in": {"op": "exit", "caller": "a", "recipient": \
      "b"}}]}, {"in": {"totalAssets": "5", "totalSupply": "6", "decimalsOffset": "3", "amount": \
      "7"}}]}
      """.utf8)
    var generator = SeededGenerator(seed: 0xf422)
    let alphabet = Array("0123456789abcfx{}[]\",:-.eE \n".utf8)
    var accepted = 0
    for _ in 0..<(1_500 * TestScale.factor) {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        let index = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0:
          // A digit mostly stays a digit, so that some files get past the reader.
          let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
          bytes[index] = alphabet.prefix(isDigit ? 10 : 40).randomElement(using: &generator) ?? 0
        case 1: bytes.remove(at: index)
        default: bytes.insert(alphabet.randomElement(using: &generator) ?? 0, at: index)
        }
      }
      do {
        let file = try ConformanceFile(bytes, source: "s.json")
        try file.replay(.bgt) { replayed in
          _ = replayed.sheet.text(TextStyle(precision: 4, color: false))
          _ = try Verification(replayed)
        }
        accepted += 1
      } catch {
        continue
      }
    }
    #expect(accepted > 50, "hardly any garbled file was read: the test says little")
  }

  @Test func `a file without records cannot be verified`() throws {
    let file = try ConformanceFile(
      Array(#"{"cases": [{"in": {"fn": "log2", "x": "8"}}]}"#.utf8), source: "s.json")
    #expect(throws: Fault.self) { try VerificationReport(file, profile: .bgt) }
  }
}

extension Outcome {
  fileprivate var isRevert: Bool {
    guard case .reverted = self else { return false }
    return true
  }
}
