internal import Text
package import Faults

/// A replayed case held against what its file records.
package struct Verification: Sendable {
  /// The first recorded value that differs, or nil.
  package let mismatch: Mismatch?
  /// How many outcomes and states the case records.
  package let recordCount: Int

  /// Compares a case.
  ///
  /// An outcome must be recorded whole; of a state, what is recorded is compared.
  ///
  /// - Parameter replayed: the case after it ran.
  /// - Throws: what running its steps again throws.
  package init(_ replayed: ReplayedCase) throws(Fault) {
    let path = replayed.path
    var comparison = Comparison()
    for conflict in replayed.conflicts { comparison.note(conflict, at: path) }
    for member in replayed.derivedInputs {
      comparison.compare(
        replayed.node["in"]?[member.key], member.node.value,
        at: path.appending("in").appending(member.key))
    }
    comparison.compare(replayed.node, replayed.outcome, at: path)
    comparison.compare(replayed.node["after"], replayed.finalState, at: path.appending("after"))
    comparison.compare(
      replayed.node["initialState"], replayed.initialState, at: path.appending("initialState"))
    try comparison.compareSteps(of: replayed)
    mismatch = comparison.mismatch
    recordCount = comparison.recordCount
  }

  /// Keeps the first mismatch.
  private struct Comparison {
    var mismatch: Mismatch?
    var recordCount = 0

    /// A state that cannot be is a mismatch with every possible one.
    mutating func note(_ conflict: Fault, at path: JSONPath) {
      guard mismatch == nil else { return }
      mismatch = Mismatch(
        path: path.appending("initialState"), line: conflict.place?.line ?? 0,
        recorded: conflict.found, computed: conflict.expected)
    }

    mutating func compareSteps(of replayed: ReplayedCase) throws(Fault) {
      guard replayed.steps.contains(where: { $0.node["state"] != nil }) else {
        for step in replayed.steps { compare(step.node, step.outcome, at: step.path) }
        return
      }
      var steps = replayed.steps.makeIterator()
      try replayed.states { state throws(Fault) in
        guard let step = steps.next() else { return }
        compare(step.node, step.outcome, at: step.path)
        compare(step.node["state"], state, at: step.path.appending("state"))
      }
    }

    mutating func compare(_ recorded: JSONNode?, _ computed: JSONValue?, at path: JSONPath) {
      guard mismatch == nil, let recorded, let computed else { return }
      recordCount += 1
      mismatch = Mismatch.first(recorded, computed, at: path, isWhole: false)
    }

    mutating func compare(_ node: JSONNode, _ outcome: Outcome?, at path: JSONPath) {
      guard mismatch == nil, let outcome else { return }
      let (output, revert) = (node["out"], node["revert"])
      guard let recorded = output ?? revert else { return }
      recordCount += 1
      let key = output == nil ? "revert" : "out"
      switch (outcome, output == nil) {
      case (.output(let value), false):
        mismatch = Mismatch.first(recorded, value, at: path.appending(key), isWhole: true)
      case (.reverted(let name), true):
        mismatch = Mismatch.first(
          recorded, .string(name), at: path.appending(key), isWhole: true)
      case (.output, true):
        mismatch = Mismatch(
          path: path.appending(key), line: recorded.position.line,
          recorded: "the revert \(recorded.string ?? "")", computed: "no revert")
      case (.reverted(let name), false):
        mismatch = Mismatch(
          path: path.appending(key), line: recorded.position.line, recorded: "no revert",
          computed: "the revert \(name)")
      }
    }
  }
}
