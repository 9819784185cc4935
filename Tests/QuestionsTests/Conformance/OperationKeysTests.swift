import Contracts
import Faults
import Inputs
import Testing
import Text

@testable import Questions

/// The tables of operations and functions: what they declare is what is read.
@Suite struct OperationKeysTests {
  /// A value that an argument can have.
  static func good(_ key: String) -> String {
    switch key {
    case "isNative", "isReady", "falsTransfersFail": "true"
    case "tokens": #"["1"]"#
    case "function": #""transfer""#
    default: #""1""#
    }
  }

  /// A step whose values are all good but one, which is an object where none belongs.
  private static func step(_ operation: String, _ keys: [String], bad: String) -> String {
    let members = keys.map { key -> String in
      #""\#(key)": \#(key == bad ? "{}" : good(key))"#
    }
    return (["\"op\": \"\(operation)\""] + members).joined(separator: ", ")
  }

  private static func fault(_ json: String, _ profile: ProtocolProfile = .bgt) -> Fault? {
    #expect(throws: Fault.self) {
      try ConformanceFile(Array(json.utf8), source: "s.json").replay(profile) { _ in }
    }
  }

  /// What tells the contract apart, before its steps.
  static func setup(_ contract: RecordedContract) -> String {
    switch contract {
    case .rewardVault: #""in": {"config": {}}"#
    case .stakingRewards: #""initialState": {"rewardTokenBalance": "0"}"#
    case .stakerVault: #""initialState": {"wberaBalance": "0"}"#
    case .lstStakerVault: #""initialState": {"assetBalance": "0"}"#
    case .incentivesCollector: #""initialState": {"payoutAmount": "1"}"#
    case .commission: #""in": {"fn": "commissionSequence", "commissionChangeDelay": "5"}"#
    }
  }

  @Test(arguments: RecordedContract.allCases)
  func `every key of every operation is read`(contract: RecordedContract) {
    let scenario = contract.scenario
    #expect(!scenario.operations.names.isEmpty)
    for operation in scenario.operations.names {
      for key in scenario.operations[operation] ?? [] {
        let input = Self.step(operation, scenario.operations[operation] ?? [], bad: key)
        let fault = Self.fault(
          "{\(Self.setup(contract)), \"steps\": [{\"\(scenario.momentKey)\": 5, \"in\": {\(input)}}]}"
        )
        #expect(fault?.place?.member == "$.steps[0].in.\(key)", "\(operation) \(key)")
      }
    }
  }

  @Test(arguments: RecordedContract.allCases)
  func `an operation that there is not`(contract: RecordedContract) {
    let names = contract.scenario.operations.names
    let near = names[names.count - 1]
    let fault = Self.fault(
      "{\(Self.setup(contract)), \"steps\": [{\"\(contract.scenario.momentKey)\": 5, "
        + "\"in\": {\"op\": \"\(near)x\", \"zzz\": 1}}]}")
    #expect(fault?.place?.member == "$.steps[0].in.op")
    #expect(
      fault?.fact == "found \"\(near)x\"; expected one of \(names.joined(separator: ", "))")
    #expect(fault?.hint == "did you mean \(near)?")
  }

  @Test(arguments: [ProtocolProfile.bgt, .polNext])
  func `every input of every function is read`(profile: ProtocolProfile) {
    for name in RecordedFunction.names(in: profile.era) {
      let keys = RecordedFunction.named(name, in: profile.era)?.keys ?? []
      for bad in keys {
        let members = keys.map { #", "\#($0)": \#($0 == bad ? "{}" : Self.good($0))"# }.joined()
        let fault = Self.fault(#"{"in": {"fn": "\#(name)"\#(members)}}"#, profile)
        #expect(fault?.place?.member == "$.in.\(bad)", "\(name)")
      }
    }
  }

  @Test func `a function that there is not`() {
    let fault = Self.fault(#"{"in": {"fn": "mulWat", "x": "1", "zzz": "1"}}"#)
    #expect(fault?.place?.member == "$.in.fn" && fault?.hint == "did you mean mulWad?")
    let names = RecordedFunction.names(in: .bgt)
    #expect(fault?.fact == "found \"mulWat\"; expected one of \(names.joined(separator: ", "))")
  }

  @Test func `a state without steps is no case`() {
    let fault = Self.fault(#"{"in": {"fn": "sqrt", "x": "4"}, "initialState": {}}"#)
    #expect(
      fault?.description
        == "s.json:1:1: $.steps: found nothing; expected the steps that follow the initialState")
  }
}
