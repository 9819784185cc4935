internal import Faults
internal import Yields
internal import Sheets
internal import Text

/// Replayed steps as rows and as lines, for other programs.
enum StepRecords {
  static let key = "steps"

  private static let call = "the case is one call"
  private static let notOfContract = "the contract has no such view"

  /// The columns of the rows: the step, its outcome, and the views that are single words.
  static let keys: [AnswerKey] =
    [
      .value("case", .text, "The case's name, or where it stands."),
      .value("step", .count, "The step's number, from 0.", null: call),
      .value("t", .count, "Unix seconds, or the block.", null: call),
      .value("op", .text, "The operation, or the function of a call."),
      .value("caller", .text, "Who calls.", null: "nobody is named"),
      .value("outcome", .text, "The contract's answer, as JSON.", null: "it reverts"),
      .value("revert", .text, "The name of the revert.", null: "it does not revert"),
    ] + figures.map { .value($0, .raw, "The contract's view after the step.", null: notOfContract) }

  private static let figures = [
    "rewardRate", "undistributedRewards", "rewardPerToken", "totalSupply", "periodFinish",
    "rewardsDuration", "targetRewardsPerSecond", "totalAssets", "reservedAssets",
    "effectiveCommissionBps",
  ]

  private static let columns = keys.map(\.name)

  /// One row a step; a single call is one row with no step.
  static func table(_ replayed: ReplayedCase, _ name: String) -> Table {
    func row(_ cells: [JSONValue]) -> [Figure] { zip(columns, cells).map { .program($0, $1) } }
    let rows: [[Figure]]
    if let outcome = replayed.outcome {
      rows = [
        row(
          [.string(name), .null, .null, .string(replayed.subject), .null] + cells(outcome)
            + figures.map { _ in .null })
      ]
    } else {
      rows = replayed.steps.enumerated().map { index, step in
        let state = JSONNode(value: step.views)
        return row(
          [
            .string(name), .number(String(index)), .count(step.moment), .string(step.operation),
            .text(step.node["in"]?["caller"]?.scalarText),
          ] + cells(step.outcome) + figures.map { .text(state[$0]?.scalarText) })
      }
    }
    return Table(key, rows: rows, columns: columns)
  }

  /// One object a step; a single call is one object with no step.
  static func eachLine(
    _ replayed: ReplayedCase, _ name: String, _ take: (JSONValue) throws(Fault) -> Void
  ) throws(Fault) {
    if replayed.outcome != nil {
      return try take(.named([("case", .string(name)), ("result", .object(replayed.filled))]))
    }
    try replayed.eachFilledStep { index, step throws(Fault) in
      let head = [
        JSONMember(key: "case", value: .string(name)),
        JSONMember(key: "step", value: .number(String(index))),
      ]
      try take(.object(head + step))
    }
  }

  private static func cells(_ outcome: Outcome) -> [JSONValue] {
    switch outcome {
    case .output(let value): [.string(value.compactText), .null]
    case .reverted(let name): [.null, .string(name)]
    }
  }
}
