import Contracts
import Faults
import Foundation
import Inputs
import TestSupport
import Testing
import Text

@testable import Questions

/// The page of operations is written from what their readers themselves expect, unit by unit.
///
/// `Scripts/generate.sh` writes it anew.
@Suite struct OperationPageTests {
  private static let page = CommandLineTool.packageRoot.appendingPathComponent("docs/operations.md")

  /// What a replay of one step says, whose arguments are all good but one.
  private static func fault(
    _ contract: RecordedContract, _ operation: String, _ keys: [String], _ bad: (String) -> String?
  ) -> Fault? {
    do {
      _ = try outcome(contract, operation, keys, .bgt, bad)
      return nil
    } catch {
      return error as? Fault
    }
  }

  /// How a contract answers one step, whose arguments are what `value` says.
  private static func outcome(
    _ contract: RecordedContract, _ operation: String, _ keys: [String],
    _ profile: ProtocolProfile, _ value: (String) -> String?
  ) throws -> Outcome? {
    let members = keys.compactMap { key -> String? in
      guard let value = value(key) else { return nil }
      return "\"\(key)\": \(value)"
    }
    let step = (["\"op\": \"\(operation)\""] + members).joined(separator: ", ")
    let moment = contract.scenario.momentKey
    var outcome: Outcome?
    try ConformanceFile(
      Array(
        "{\(OperationKeysTests.setup(contract)), \"steps\": [{\"\(moment)\": 5, \"in\": {\(step)}}]}"
          .utf8), source: "s.json"
    ).replay(profile) { outcome = $0.steps.first?.outcome }
    return outcome
  }

  /// The era whose contracts alone have an operation; the other's revert without data.
  private static func onlyEra(
    _ contract: RecordedContract, _ operation: String, _ keys: [String]
  ) -> String {
    func isMissing(_ profile: ProtocolProfile) -> Bool {
      let outcome = try? outcome(contract, operation, keys, profile) { OperationKeysTests.good($0) }
      return outcome == .reverted("empty")
    }
    return isMissing(.bgt) ? " (PoL Next)" : isMissing(.polNext) ? " (BGT era)" : ""
  }

  /// An argument, what its reader expects of it, and whether it may be left out.
  private static func argument(
    _ contract: RecordedContract, _ operation: String, _ key: String, of keys: [String]
  ) throws -> String {
    let place = "$.steps[0].in.\(key)"
    let bad = try #require(
      fault(contract, operation, keys) { $0 == key ? "{}" : OperationKeysTests.good($0) })
    #expect(bad.place?.member == place)
    #expect(!bad.expected.contains("a number, or its text"), "\(operation) \(key)")
    let without = fault(contract, operation, keys) {
      $0 == key ? nil : OperationKeysTests.good($0)
    }
    let isNeeded = without?.place?.member == place && without?.code == .missingValue
    // The page of scenarios says how accounts and tokens are named.
    let what = bad.expected.replacing(": a name or an address", with: "")
    return "`\(key)` (\(isNeeded ? "" : "optional; ")\(what))"
  }

  private static func text() throws -> String {
    func lines(_ text: String, hanging: Int = 0) -> String {
      TextWrap.lines(of: text, width: 80, hanging: hanging).joined(separator: "\n") + "\n"
    }
    var text =
      "# Operations\n\n"
      + lines(
        "What a step of a [scenario](scenarios.md) can do, contract by contract: the name in `op`, "
          + "its arguments beside it, and what each is.")
      + "\n" + lines("Written by `Scripts/generate.sh` from the readers in `Sources`.")
    for contract in RecordedContract.allCases {
      let operations = contract.scenario.operations
      text += "\n## \(contract.scenario.subject)\n\n"
      for name in operations.names {
        let keys = operations[name] ?? []
        let arguments = try keys.map { try argument(contract, name, $0, of: keys) }
        let item =
          "- `\(name)`" + onlyEra(contract, name, keys)
          + (arguments.isEmpty ? "." : ": \(arguments.joined(separator: ", ")).")
        text += lines(item, hanging: 2)
      }
    }
    return text
  }

  @Test func `the page says what each reader expects`() throws {
    let text = try Self.text()
    if Snapshot.isUpdating { try TextFile.write(text, to: Self.page.path) }
    #expect(try TextFile.read(Self.page.path) == text, "Scripts/generate.sh writes it anew")
    #expect(text.split(separator: "\n").filter { $0.count > 80 } == [])
  }
}
