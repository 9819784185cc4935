internal import Text

/// What a step does and what came of it, in words.
struct StepDescription {
  let operation: String
  let result: String
  /// Further lines under the result.
  let notes: [String]

  init(_ step: ReplayedStep) {
    operation = Self.operation(step)
    switch step.outcome {
    case .reverted(let name):
      result = "REVERTS \(name)"
      notes = []
    case .output(let value):
      let output = JSONNode(value: value)
      result = Self.result(output)
      notes = Self.payments(output["incentivesPaid"])
    }
  }

  /// Members that hold wei.
  private static let amounts: Set = [
    "amount", "fund", "assets", "shares", "transferredBefore",
  ]

  private static func operation(_ step: ReplayedStep) -> String {
    let name = step.operation
    var words = [step.node["in"]?["caller"]?.scalarText, name].compactMap { $0 }
    for member in step.node["in"]?.members ?? [] where !["op", "caller"].contains(member.key) {
      let text = member.node.scalarText ?? member.node.value.compactText
      switch member.key {
      case "amount" where name.hasSuffix("ncentive") || name.hasSuffix("ncentives"),
        "amount" where name == "donateIncentiveToken":
        words.append(text)
      case "fund" where text == step.node["in"]?["amount"]?.scalarText:
        break
      case _ where amounts.contains(member.key):
        words.append(
          (member.key == "amount" ? "" : "\(member.key) ") + StepFigure.tokens(member.node))
      case "value": words.append(value(text, of: name))
      case "account": words.append("for \(text)")
      case "recipient": words.append("to \(text)")
      case "token", "validator", "operator": words.append(text)
      default: words.append("\(member.key) \(text)")
      }
    }
    return words.joined(separator: " ")
  }

  /// The value of a setting in its unit.
  private static func value(_ text: String, of operation: String) -> String {
    switch operation {
    case "setRewardsDuration", "setMinRewardDurationForTargetRate":
      UInt64(text).map { StepFigure.span($0) } ?? "\(text)s"
    case "setTargetRewardsPerSecond":
      "~ \(StepFigure.perDay(JSONNode(value: .string(text)))) a day"
    case "setIncentiveFeeRate", "setCommission": "\(text) bps"
    default: text
    }
  }

  private static func result(_ output: JSONNode) -> String {
    let events = output["events"]?.elements ?? []
    func argument(_ event: String, _ name: String) -> JSONNode? {
      events.first { $0["event"]?.string == event }?["args"]?[name]
    }
    var words: [String] = []
    if let reward = argument("RewardPaid", "reward") {
      words.append("pays \(StepFigure.tokens(reward))")
    } else if let returned = output["ret"] {
      let values = returned.elements ?? [returned]
      words.append("returns " + values.map { $0.scalarText ?? "" }.joined(separator: ", "))
    }
    if let duration = argument("RewardsDurationUpdated", "newDuration")?.scalarText {
      let span = UInt64(duration).map { StepFigure.span($0) } ?? "\(duration)s"
      words.append("period now \(span)")
    }
    let failed = events.count { $0["event"]?.string?.hasSuffix("Failed") ?? false }
    if failed > 0 { words.append("\(failed) incentive transfers failed") }
    return words.isEmpty ? "ok" : words.joined(separator: "; ")
  }

  /// Incentives that arrived, in the token's base units: a line a recipient.
  private static func payments(_ paid: JSONNode?) -> [String] {
    (paid?.members ?? []).flatMap { token in
      (token.node.members ?? []).map { share in
        "  \(token.key) \(share.node.scalarText ?? "") to \(share.key)"
      }
    }
  }
}
