internal import Sheets
internal import Text

/// Replayed steps as rows and as lines, for other programs.
enum StepRecords {
  static let key = "steps"

  /// The figures of the state that have a column: those that are single words.
  private static let figures = [
    "rewardRate", "undistributedRewards", "rewardPerToken", "totalSupply", "periodFinish",
    "rewardsDuration", "targetRewardsPerSecond", "totalAssets", "reservedAssets",
    "effectiveCommissionBps",
  ]

  private static let columns =
    ["case", "step", "t", "op", "caller", "outcome", "revert"] + figures

  /// One row a step; a single call is one row with no step.
  static func table(_ replayed: ReplayedCase, _ name: String) -> Table {
    func row(_ cells: [String]) -> [Figure] {
      zip(columns, cells).map { .program($0, .string($1)) }
    }
    let rows: [[Figure]]
    if let outcome = replayed.outcome {
      rows = [
        row([name, "", "", replayed.subject, ""] + cells(outcome) + figures.map { _ in "" })
      ]
    } else {
      rows = replayed.steps.enumerated().map { index, step in
        let state = JSONNode(value: step.state)
        let caller = step.node["in"]?["caller"]?.scalarText ?? ""
        return row(
          [name, String(index), String(step.moment), step.operation, caller]
            + cells(step.outcome) + figures.map { state[$0]?.scalarText ?? "" })
      }
    }
    return Table(key, rows: rows, columns: columns)
  }

  /// One object a step; a single call is one object with no step.
  static func lines(_ replayed: ReplayedCase, _ name: String) -> [JSONValue] {
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
