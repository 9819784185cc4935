package import Text

/// Replayed steps as rows and as lines, for other programs.
package enum StepRecords {
  /// The columns of CSV output.
  package static let csvHeader =
    ["case", "step", "t", "op", "caller", "outcome", "revert"] + figures

  /// The figures of the state that have a column: those that are single words.
  private static let figures = [
    "rewardRate", "undistributedRewards", "rewardPerToken", "totalSupply", "periodFinish",
    "rewardsDuration", "targetRewardsPerSecond", "totalAssets", "reservedAssets",
    "effectiveCommissionBps",
  ]

  /// One row a step; a single call is one row with no step.
  ///
  /// - Parameter replayed: the case after it ran.
  /// - Returns: cells in the order of the header.
  package static func csv(_ replayed: ReplayedCase) -> [[String]] {
    let name = replayed.name ?? replayed.path.description
    if let outcome = replayed.outcome {
      return [[name, "", "", replayed.subject, ""] + cells(outcome) + figures.map { _ in "" }]
    }
    return replayed.steps.enumerated().map { index, step in
      let state = JSONNode(value: step.state)
      let caller = step.node["in"]?["caller"]?.scalarText ?? ""
      return [name, String(index), String(step.moment), step.operation, caller]
        + cells(step.outcome) + figures.map { state[$0]?.scalarText ?? "" }
    }
  }

  /// One object a step; a single call is one object with no step.
  ///
  /// - Parameter replayed: the case after it ran.
  /// - Returns: objects for NDJSON.
  package static func lines(_ replayed: ReplayedCase) -> [JSONValue] {
    let name = replayed.name ?? replayed.path.description
    if replayed.outcome != nil {
      return [.named([("case", .string(name)), ("result", replayed.filled)])]
    }
    return replayed.steps.enumerated().map { index, step in
      let head = [
        JSONMember(key: "case", value: .string(name)),
        JSONMember(key: "step", value: .number(String(index))),
      ]
      guard case .object(let members) = step.filled else { return .object(head) }
      return .object(head + members)
    }
  }

  private static func cells(_ outcome: Outcome) -> [String] {
    switch outcome {
    case .output(let value): [value.compactText, ""]
    case .reverted(let name): ["", name]
    }
  }
}
