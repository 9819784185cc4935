internal import EVMArithmetic
package import Text
package import Faults

/// How a contract answered a call: with an output, or with a revert.
package enum Outcome: Hashable, Sendable {
  /// The members of `out`.
  case output(JSONValue)
  /// The name of the revert.
  case reverted(String)

  /// Runs a call.
  static func of(_ call: () throws(Revert) -> JSONValue) -> Outcome {
    do {
      return .output(try call())
    } catch {
      return .reverted(error.name)
    }
  }

  /// The member that a file records the outcome in.
  var member: JSONMember {
    switch self {
    case .output(let value): JSONMember(key: "out", value: value)
    case .reverted(let name): JSONMember(key: "revert", value: .string(name))
    }
  }
}

/// A step of a sequence after it ran.
package struct ReplayedStep: Sendable {
  /// Where the step stands in the file.
  package let path: JSONPath
  /// The step as written.
  package let node: JSONNode
  /// The time or the block of the step.
  package let moment: UInt64
  /// How the contract answered.
  package let outcome: Outcome
  /// What the views show after it.
  package let state: JSONValue
}

/// A case of a file after it ran: one call, or a sequence of steps.
package struct ReplayedCase: Sendable {
  /// Where the case stands in the file.
  package let path: JSONPath
  /// The case as written.
  package let node: JSONNode
  /// The function or the contract that it exercises.
  package let subject: String
  /// The answer to a single call.
  package var outcome: Outcome?
  /// What the views show before the first step.
  package var initialState: JSONValue?
  /// What the views show after a call that is recorded between two states.
  package var finalState: JSONValue?
  /// The steps of a sequence.
  package var steps: [ReplayedStep] = []
  /// Inputs that the file repeats although they follow from the others.
  package var derivedInputs: [JSONMember] = []
  /// What the recorded inputs say that cannot be, found before anything ran.
  package var conflicts: [Fault] = []

  /// The case's name, where it has one.
  package var name: String? { node["name"]?.string }

  /// The case as written, with outcomes and states filled in.
  package var filled: JSONValue {
    var members: [JSONMember] = []
    if let outcome { members.append(outcome.member) }
    if let finalState { members.append(JSONMember(key: "after", value: finalState)) }
    if let initialState { members.append(JSONMember(key: "initialState", value: initialState)) }
    if !steps.isEmpty || node["steps"] != nil {
      members.append(JSONMember(key: "steps", value: .elements(steps.map(\.filled))))
    }
    return Self.filling(node, with: members)
  }

  /// An object with members replaced where it has them and added where it has not.
  ///
  /// An outcome replaces the other kind of outcome.
  static func filling(_ node: JSONNode, with members: [JSONMember]) -> JSONValue {
    let answered = members.contains { $0.key == "out" || $0.key == "revert" }
    var unused = members
    var filled: [JSONMember] = []
    for member in node.members ?? [] {
      if let index = unused.firstIndex(where: { $0.key == member.key }) {
        filled.append(unused.remove(at: index))
      } else if !(answered && (member.key == "out" || member.key == "revert")) {
        filled.append(member)
      }
    }
    return .object(filled + unused)
  }
}

extension ReplayedStep {
  /// The step as written, with outcome and state filled in.
  package var filled: JSONValue {
    ReplayedCase.filling(node, with: [outcome.member, JSONMember(key: "state", value: state)])
  }

  /// What the step does: its operation.
  package var operation: String { node["in"]?["op"]?.string ?? "" }
}
