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
  /// What the views show after it, without the accounts: as many words, however many there are.
  package let views: JSONValue
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
  /// What the views show after the last step.
  package var lastState: JSONValue?
  /// Runs the steps again and hands over what the views show after each, with all accounts: only one of
  /// these states is in memory at a time.
  package var states: States = { _ in }
  /// Inputs that the file repeats although they follow from the others.
  package var derivedInputs: [JSONMember] = []
  /// What the recorded inputs say that cannot be, found before anything ran.
  package var conflicts: [Fault] = []

  /// Hands over states, one a step.
  package typealias States =
    @Sendable (_ use: (JSONValue) throws(Fault) -> Void) throws(Fault) -> Void

  /// The case's name, where it has one.
  package var name: String? { node["name"]?.string }

  /// The case as written, with its outcome and its first state filled in; its steps are
  /// ``eachFilledStep(_:)``.
  var filled: [JSONMember] {
    var members: [JSONMember] = []
    if let outcome { members.append(outcome.member) }
    if let finalState { members.append(JSONMember(key: "after", value: finalState)) }
    if let initialState { members.append(JSONMember(key: "initialState", value: initialState)) }
    if !steps.isEmpty || node["steps"] != nil {
      members.append(JSONMember(key: "steps", value: .elements([])))
    }
    return Self.filling(node, with: members)
  }

  /// Hands over the steps as written, with outcomes and states filled in.
  func eachFilledStep(
    _ use: (_ index: Int, _ step: [JSONMember]) throws(Fault) -> Void
  ) throws(Fault) {
    var index = 0
    try states { state throws(Fault) in
      let step = steps[index]
      let members = [step.outcome.member, JSONMember(key: "state", value: state)]
      try use(index, Self.filling(step.node, with: members))
      index += 1
    }
  }

  /// Writes the case as written, with outcomes and states filled in.
  ///
  /// - Parameters:
  ///   - json: where to.
  ///   - empty: empties the writer; is called after each step.
  /// - Throws: what `empty` throws.
  package func write(
    to json: inout JSONWriter, _ empty: (inout JSONWriter) throws(Fault) -> Void
  ) throws(Fault) {
    json.beginObject()
    for member in filled {
      guard member.key == "steps" else {
        json.members([member])
        continue
      }
      json.key(member.key)
      json.beginArray()
      try eachFilledStep { _, step throws(Fault) in
        json.value(.object(step))
        try empty(&json)
      }
      json.endArray()
    }
    json.endObject()
  }

  /// An object with members replaced where it has them and added where it has not.
  ///
  /// An outcome replaces the other kind of outcome.
  private static func filling(
    _ node: JSONNode, with members: [JSONMember]
  ) -> [JSONMember] {
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
    return filled + unused
  }
}

extension ReplayedStep {
  /// What the step does: its operation.
  package var operation: String { node["in"]?["op"]?.string ?? "" }
}
