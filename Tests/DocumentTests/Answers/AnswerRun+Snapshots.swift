// Runs about a snapshot of a chain.

extension AnswerRun {
  private static let file = "data/recorded/pol-next.json"
  private static let vault = "--vault 0xa7d29958d495d6ce464e5c865f8533f611eec296"

  static let snapshots = [
    AnswerRun("apr", "apr \(file)"),
    AnswerRun("apr", "apr \(file) \(vault)"),
    AnswerRun("solve", "solve \(file) --for rewardRate --target-apr 10%"),
    AnswerRun("diff", "diff \(file) \(vault) --published 5%"),
    AnswerRun("emission", "emission \(file) \(vault) --reward 1000000000000000000"),
    AnswerRun(
      "emission-stream", "emission \(file) \(vault) --reward 1000000000000000000 --every day"),
    AnswerRun("incentives", "incentives \(file) \(vault)"),
    AnswerRun("block-reward", "block-reward \(file)"),
    AnswerRun("allocation", "allocation \(file)"),
    AnswerRun("pool-price", "pool price \(file)"),
    AnswerRun("pool-preview", "pool preview deposit 1000000000000000000 \(file)"),
    AnswerRun(
      "sweep-summary", "sweep \(file) \(vault) --axis rewardPrice=1:10:4 --summary"),
  ]
}
