import Bulk
import Contracts
import Faults
import Quantities
import Testing
import Text
import Yields

@testable import Inputs
@testable import Questions

/// Every object of every input: a misspelt key is refused before a missing or a bad value is, also where
/// that comes first, and the known keys are those of that very object.
@Suite struct UnknownKeyTests {
  /// An object of an input, and a document in which it has the unknown key `zzz` beside a bad value.
  struct Case: CustomStringConvertible, Sendable {
    let question: String
    let keys: KeyTree.Content
    let json: String
    let path: String
    let known: [String]

    var description: String { "\(question) \(path)" }
  }

  private static func flat(_ question: String, _ tree: KeyTree) -> Case {
    Case(
      question: question, keys: .object(tree), json: #"{"\#(tree.keys[0])": [], "zzz": 1}"#,
      path: "$.zzz", known: tree.keys)
  }

  private static func nested(
    _ question: String, _ tree: KeyTree, _ json: String, _ path: String, _ known: [String]
  ) -> Case {
    Case(question: question, keys: .object(tree), json: json, path: path, known: known)
  }

  static let cases: [Case] =
    [
      flat("vault", VaultSnapshot.keys), flat("allocation", AllocationQuestion.keys),
      flat("block reward", BlockRewardQuestion.keys), flat("emission", EmissionQuestion.keys),
      flat("incentives", IncentiveQuestion.keys), flat("pool price", PoolPriceQuestion.keys),
      flat("pool preview", PoolPreviewQuestion.keys),
      flat("projection", PoolProjectionQuestion.keys), flat("grid", GridQuestion.keys),
      flat("profile", ProtocolProfile.overrideKeys),
    ] + [
      nested(
        "allocation", AllocationQuestion.keys, #"{"weights": [["a", "x"], {"zzz": 1}]}"#,
        "$.weights[1].zzz", ["vault", "weightBps"]),
      nested(
        "allocation", AllocationQuestion.keys, #"{"amount": [], "baseline": {"zzz": 1}}"#,
        "$.baseline.zzz", ["startBlock", "weights"]),
      nested(
        "allocation", AllocationQuestion.keys, #"{"queued": {"weights": [{"zzz": 1}]}}"#,
        "$.queued.weights[0].zzz", ["vault", "weightBps"]),
      nested(
        "allocation", AllocationQuestion.keys, #"{"dedicated": {"zzz": 1}}"#, "$.dedicated.zzz",
        ["emissionPerc", "weights", "target", "debt"]),
      nested(
        "incentives", IncentiveQuestion.keys, #"{"tokens": [{}, {"zzz": 1}]}"#, "$.tokens[1].zzz",
        ["token", "tokenDecimals", "tokenPrice", "incentiveRate", "amountRemaining"]),
      nested(
        "projection", PoolProjectionQuestion.keys, #"{"sources": [{"zzz": 1}]}"#,
        "$.sources[0].zzz", ["name", "grossApr", "perDay", "commissionBps"]),
      nested(
        "projection", PoolProjectionQuestion.keys, #"{"events": [{}, {"zzz": 1}]}"#,
        "$.events[1].zzz", ["at", "deposit", "withdraw", "redeem", "action", "holder"]),
      nested(
        "projection", PoolProjectionQuestion.keys, #"{"auction": {"zzz": 1}}"#, "$.auction.zzz",
        [
          "payout", "queuedPayout", "everySeconds", "usdPerDay", "beraPrice", "claimMargin",
          "lstStakerVaults",
        ]),
      nested(
        "projection", PoolProjectionQuestion.keys,
        #"{"auction": {"lstStakerVaults": [{"zzz": 1}]}}"#,
        "$.auction.lstStakerVaults[0].zzz", ["name", "totalAssets", "rate"]),
      nested(
        "incentives", IncentiveQuestion.keys, #"{"lstStakerVaults": [{}, {"zzz": 1}]}"#,
        "$.lstStakerVaults[1].zzz", ["name", "totalAssets", "rate"]),
      nested(
        "projection", PoolProjectionQuestion.keys, #"{"pool": {"zzz": 1}}"#, "$.pool.zzz",
        PoolHoldings.keys.keys + ["phase", "depositsPaused"]),
      nested(
        "grid", GridQuestion.keys, #"{"axes": [5, {"zzz": 1}]}"#, "$.axes[1].zzz",
        ["name", "values", "start", "stop", "count", "step", "scale", "csv", "column"]),
      nested(
        "grid", GridQuestion.keys, #"{"fixed": {"zzz": 1}}"#, "$.fixed.zzz",
        InputKey.axes.map(\.rawValue)),
      nested(
        "profile", ProtocolProfile.overrideKeys, #"{"blockRewards": {"boostCurve": {"zzz": 1}}}"#,
        "$.blockRewards.boostCurve.zzz", ["multiplier", "convexity", "minimumRewardRate"]),
      nested(
        "profile", ProtocolProfile.overrideKeys, #"{"pool": {"withdrawalDelay": {"zzz": 1}}}"#,
        "$.pool.withdrawalDelay.zzz", ["seconds", "blocks"]),
      nested(
        "profile", ProtocolProfile.overrideKeys, #"{"validatorSet": {"zzz": 1}}"#,
        "$.validatorSet.zzz",
        ["activeValidators", "minimumStake", "maximumStake", "blockTime"]),
    ] + recorded

  private static let recorded: [Case] = [
    ("{\"zzz\": 1}", "$.zzz", ["cases"] + ofCase),
    (#"{"cases": [], "zzz": 1}"#, "$.zzz", ["about", "cases"]),
    (#"[{"steps": [], "zzz": 1}]"#, "$[0].zzz", ofCase),
    (#"{"cases": [{"in": 5, "zzz": 1}]}"#, "$.cases[0].zzz", ofCase),
    (
      #"{"steps": [{}, {"zzz": 1}]}"#, "$.steps[1].zzz",
      ["t", "in", "out", "revert", "state", "note", "name"]
    ),
    (
      #"{"in": {"fn": "commissionSequence"}, "steps": [{"zzz": 1}]}"#, "$.steps[0].zzz",
      ["block", "in", "out", "revert", "state", "note", "name"]
    ),
    (
      #"{"steps": [{"in": {"op": "exit", "amount": 1}}]}"#, "$.steps[0].in.amount",
      ["op", "recipient", "caller"]
    ),
    (
      #"{"in": {"fn": "commissionSequence", "zzz": 1}, "steps": []}"#, "$.in.zzz",
      ["fn", "commissionChangeDelay"]
    ),
    (#"{"in": {"zzz": {}}, "steps": []}"#, "$.in.zzz", ["config"]),
    (
      #"{"in": {"config": {"validators": {"v": {"zzz": 1}}}}, "steps": []}"#,
      "$.in.config.validators.v.zzz", ["operator", "commissionBps"]
    ),
    (
      #"{"in": {"config": {"roles": {"zzz": 1}}}, "steps": []}"#, "$.in.config.roles.zzz",
      [
        "owner", "vaultManager", "vaultPauser", "rewardVaultHelper", "distributor",
        "rewardVaultManager",
      ]
    ),
    (
      #"{"initialState": {"accounts": {"a": {"zzz": 1}}}, "steps": []}"#,
      "$.initialState.accounts.a.zzz",
      [
        "balance", "earned", "rewards", "userRewardPerTokenPaid", "bgtReceived",
        "wberaReceived", "delegateTotalStaked", "stakedByDelegate",
      ]
    ),
    (
      #"{"initialState": {"incentives": {"t": {"zzz": 1}}}, "steps": []}"#,
      "$.initialState.incentives.t.zzz",
      ["minIncentiveRate", "incentiveRate", "amountRemaining", "manager"]
    ),
    (
      #"{"initialState": {"wberaBalance": "x", "accounts": {"a": {"zzz": 1}}}, "steps": []}"#,
      "$.initialState.accounts.a.zzz",
      ["shares", "maxWithdraw", "wbera", "requestIds", "legacyRequest"]
    ),
    (
      #"{"initialState": {"rewardTokenBalance": "x", "accounts": {"a": {"zzz": 1}}}, "steps": []}"#,
      "$.initialState.accounts.a.zzz",
      ["balance", "earned", "rewards", "userRewardPerTokenPaid", "received"]
    ),
    (#"{"in": {"fn": "mulDiv", "zzz": 1}}"#, "$.in.zzz", ["fn", "x", "y", "d"]),
    (
      #"{"in": {"decimalsOffset": "x", "zzz": 1}}"#, "$.in.zzz",
      ["totalAssets", "totalSupply", "decimalsOffset", "amount"]
    ),
    (
      #"{"in": {"block": "x", "params": {"zzz": 1}}}"#, "$.in.params.zzz",
      ["baseRate", "rewardRate", "minBoostedRewardRate", "boostMultiplier", "rewardConvexity"]
    ),
    (
      #"{"in": {"block": "x", "params": {}, "default": {"zzz": 1}}}"#, "$.in.default.zzz",
      ["startBlock", "weights"]
    ),
  ].map { json, path, known in
    Case(
      question: "replay", keys: .chosen { RecordedKeys.content(of: $0) }, json: json, path: path,
      known: known)
  }

  private static let ofCase = [
    "name", "note", "about", "in", "initialState", "before", "steps", "out", "revert", "after",
  ]

  @Test(arguments: cases)
  func `an unknown key comes first, with the keys of its object`(object: Case) throws {
    var notes = InputNotes(strict: false)
    let document = InputNode(try JSONReader.parse(object.json), file: "in.json")
    let fault = #expect(throws: Fault.self) { try notes.checkKeys(of: document, object.keys) }
    #expect(fault?.code == .unknownKey)
    #expect(fault?.place?.member == object.path)
    #expect(
      fault?.fact == "found an unknown key; expected one of \(object.known.joined(separator: ", "))"
    )
    var ignoring = InputNotes(strict: false, ignoresUnknownKeys: true)
    try ignoring.checkKeys(of: document, object.keys)
    #expect(
      ignoring.notes.map(\.description).first?.hasSuffix("\(object.path): an unknown key: ignored")
        == true)
  }

  @Test func `a list of tokens without a token is said where it stands`() throws {
    let error = QuestionRun.error { try QuestionRun.incentives(#"{"tokens": []}"#) }
    #expect(error == "case.json:1:12: $.tokens: found no token; expected at least one")
  }

  @Test func `a null is reported where it stands`() throws {
    let error = QuestionRun.error { try QuestionRun.vault(#"{"rewardPrice": null}"#) }
    #expect(
      error
        == "case.json:1:17: $.rewardPrice: found null; expected the USD price of one reward token")
  }

  @Test func `a vault is no grid, and its values are told where they belong`() throws {
    var question = GridQuestion(notes: InputNotes(strict: false))
    let document = InputNode(try JSONReader.parse(#"{"rewardRate": "1"}"#), file: "in.json")
    let fault = #expect(throws: Fault.self) { try question.read(document) }
    #expect(fault?.hint == #"put inputs of a grid under "fixed", or make them axes"#)
  }
}
