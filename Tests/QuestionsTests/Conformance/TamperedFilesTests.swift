import Yields
import Text
import TestSupport
import Testing
import Questions
@testable import Contracts

/// A recorded value that was changed is found, in every kind of file and wherever it stands.
@Suite struct TamperedFilesTests {
  @Test(arguments: [
    "solady_fixedpoint.json", "reward_vault_sequences.json",
    "staking_rewards_base_sequences.json", "block_reward_controller.json",
    "berachef_commission.json", "distributor_split.json", "erc4626_shares.json",
    "wbera_staker_vault_sequences.json", "next_block_reward_controller.json",
    "next_distributor_split.json", "next_reward_vault_sequences.json",
    "next_incentives_collector.json", "next_lst_staker_vault_sequences.json",
  ])
  func `a changed record is a mismatch at its path`(name: String) throws {
    let profile = name.hasPrefix("next_") ? ProtocolProfile.polNext : .bgt
    var generator = SeededGenerator(seed: 0x7a3)
    let file = try ConformanceFile(try VectorFile.bytes(name), source: name)
    let runner = CaseRunner(source: name, profile: profile)
    for _ in 0..<(12 * TestScale.factor) {
      let index = Int.random(in: file.cases.indices, using: &generator)
      let node = file.cases[index]
      let places = Self.records(of: node)
      let place = try #require(places.randomElement(using: &generator))
      let tampered = Self.tampering(node, at: place[...])
      #expect(tampered != node)
      let path = file.path(ofCase: index)
      let mismatch = try Verification(try runner.run(tampered, at: path)).mismatch
      #expect(mismatch != nil, "\(name) case \(index): \(place)")
      // A changed start shows where it first matters; everything else where it stands.
      guard place.first != .member("initialState") else { continue }
      let expected = JSONPath(steps: path.steps + place)
      #expect(mismatch?.path == expected)
    }
  }

  @Test func `an output instead of a revert and the reverse are found`() throws {
    let runner = CaseRunner(source: "test", profile: .bgt)
    let cases = [
      #"{"in": {"fn": "divUp", "x": "5", "d": "0"}, "out": {"r": "1"}}"#:
        "line 1: $.out: recorded no revert; computed the revert DivFailed",
      #"{"in": {"fn": "divUp", "x": "5", "d": "2"}, "revert": "DivFailed"}"#:
        "line 1: $.revert: recorded the revert DivFailed; computed no revert",
      #"{"in": {"fn": "divUp", "x": "5", "d": "2"}, "out": {}}"#:
        #"line 1: $.out.r: recorded nothing; computed "3""#,
      #"{"in": {"fn": "divUp", "x": "5", "d": "2"}, "out": {"r": "3", "s": "4"}}"#:
        #"line 1: $.out.s: recorded "4"; computed nothing"#,
    ]
    for (text, expected) in cases {
      let replayed = try runner.run(try JSONReader.parse(text), at: .root)
      #expect(try Verification(replayed).mismatch?.description == expected)
    }
  }

  @Test func `the same number in hexadecimal or bare is the same record`() throws {
    let runner = CaseRunner(source: "test", profile: .bgt)
    for record in ["\"3\"", "3", "\"0x3\"", "\"03\""] {
      let text = #"{"in": {"fn": "divUp", "x": "0x5", "d": 2}, "out": {"r": "# + record + "}}"
      let replayed = try runner.run(try JSONReader.parse(text), at: .root)
      #expect(try Verification(replayed).mismatch == nil, "\(record)")
    }
  }

  /// The places of all recorded scalars of a case.
  private static func records(of node: JSONNode) -> [[JSONPath.Step]] {
    (node.members ?? []).flatMap { member -> [[JSONPath.Step]] in
      let step = JSONPath.Step.member(member.key)
      switch member.key {
      case "after" where node["in"]?["op"]?.string == "addLstStakerVault":
        // The terms of a vault that comes stand nowhere else.
        return leaves(of: member.node).map { [step] + $0 }
          .filter { !$0.contains(.member("lstStakerVaults")) }
      case "out", "revert", "state", "initialState", "after":
        return leaves(of: member.node).map { [step] + $0 }
      case "steps":
        return (member.node.elements ?? []).enumerated().flatMap { index, child in
          records(of: child).map { [step, .element(index)] + $0 }
        }
      default: return []
      }
    }
  }

  private static func leaves(of node: JSONNode) -> [[JSONPath.Step]] {
    switch node.value {
    case .object(let members):
      // No input determines this one: the file itself is the only source.
      members.filter { $0.key != "nextTimestamp" }.flatMap { member in
        leaves(of: member.node).map { [.member(member.key)] + $0 }
      }
    case .array(let elements):
      elements.enumerated().flatMap { index, child in
        leaves(of: child).map { [.element(index)] + $0 }
      }
    default: [[]]
    }
  }

  /// The node with the scalar at a place changed.
  private static func tampering(
    _ node: JSONNode, at place: ArraySlice<JSONPath.Step>
  ) -> JSONNode {
    guard let step = place.first else { return changed(node) }
    switch (step, node.value) {
    case (.member(let key), .object(let members)):
      let changed = members.map { member in
        member.key == key
          ? JSONMember(
            key: key, keyPosition: member.keyPosition,
            node: tampering(member.node, at: place.dropFirst())) : member
      }
      return JSONNode(value: .object(changed), position: node.position)
    case (.element(let index), .array(var elements)):
      elements[index] = tampering(elements[index], at: place.dropFirst())
      return JSONNode(value: .array(elements), position: node.position)
    default: return node
    }
  }

  /// Another last digit, or another last letter.
  private static func changed(_ node: JSONNode) -> JSONNode {
    guard let text = node.scalarText, let last = text.last else {
      return JSONNode(value: .string("1"), position: node.position)
    }
    let other = last.wholeNumberValue.map { String(($0 + 1) % 10) } ?? "\(last)x"
    return JSONNode(value: .string(text.dropLast() + other), position: node.position)
  }
}
