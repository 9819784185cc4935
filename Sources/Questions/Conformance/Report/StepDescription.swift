internal import Sheets
internal import Text

/// What a step does and what came of it, in words.
struct StepDescription {
  let operation: Phrase
  let result: Phrase

  init(_ step: ReplayedStep) {
    operation = Self.operation(step)
    switch step.outcome {
    case .reverted(let name):
      result = "REVERTS \(name)"
    case .output(let value):
      let output = JSONNode(value: value)
      result = Self.result(output)
    }
  }

  /// Members that hold wei.
  private static let amounts: Set = [
    "amount", "amountBgt", "fund", "fundBgt", "assets", "shares", "transferredBefore",
  ]

  private static func operation(_ step: ReplayedStep) -> Phrase {
    let name = step.operation
    var words = [step.node["in"]?["caller"]?.scalarText, name].compactMap { $0 }.map { Phrase($0) }
    for member in step.node["in"]?.members ?? [] where !["op", "caller"].contains(member.key) {
      let text = member.node.scalarText ?? member.node.value.compactText
      switch member.key {
      case "amount" where name.hasSuffix("ncentive") || name.hasSuffix("ncentives"),
        "amount" where name == "donateIncentiveToken":
        words.append(Phrase(text))
      case "fund" where text == step.node["in"]?["amount"]?.scalarText:
        break
      case _ where amounts.contains(member.key):
        let name = member.key == "amount" ? "" : "\(member.key) "
        words.append("\(name)\(StepFigure.tokens(member.node))")
      case "value": words.append(value(member.node, text, of: name))
      case "account": words.append("for \(text)")
      case "recipient": words.append("to \(text)")
      case "token", "validator", "operator": words.append(Phrase(text))
      default: words.append("\(member.key) \(text)")
      }
    }
    return Phrase(words, separator: " ")
  }

  /// The value of a setting in its unit.
  private static func value(_ node: JSONNode, _ text: String, of operation: String) -> Phrase {
    switch operation {
    case "setRewardsDuration", "setMinRewardDurationForTargetRate": StepFigure.span(node)
    case "setTargetRewardsPerSecond": "\(StepFigure.perDay(node)) per day"
    case "setIncentiveFeeRate", "setCommission": "\(text) bps"
    default: Phrase(text)
    }
  }

  private static func result(_ output: JSONNode) -> Phrase {
    let events = output["events"]?.elements ?? []
    func argument(_ event: String, _ name: String) -> JSONNode? {
      events.first { $0["event"]?.string == event }?["args"]?[name]
    }
    var words: [Phrase] = []
    if let reward = argument("RewardPaid", "reward") {
      words.append("pays \(StepFigure.tokens(reward))")
    } else if let returned = output["ret"] {
      let values = returned.elements ?? [returned]
      let text = values.map { $0.scalarText ?? "" }.joined(separator: ", ")
      words.append("returns \(text)")
    }
    if let duration = argument("RewardsDurationUpdated", "newDuration") {
      words.append("period now \(StepFigure.span(duration))")
    }
    let failed = events.count { $0["event"]?.string?.hasSuffix("Failed") ?? false }
    if failed > 0 { words.append("\(failed) incentive transfers failed") }
    words += payments(output["incentivesPaid"])
    return words.isEmpty ? "ok" : Phrase(words, separator: "; ")
  }

  /// Incentives that arrived, in the token's base units.
  private static func payments(_ paid: JSONNode?) -> [Phrase] {
    (paid?.members ?? []).flatMap { token in
      (token.node.members ?? []).map { share in
        "\(token.key) \(share.node.scalarText ?? "") to \(share.key)"
      }
    }
  }
}
