// Runs of recorded cases and scenarios.

extension AnswerRun {
  private static let commission = """
    {"name": "commission", "in": {"fn": "commissionSequence", "commissionChangeDelay": "10"},
    "steps": [{"block": "1", "in": {"op": "queueValCommission", "commissionBps": "500"}},
    {"block": "2", "in": {"op": "activateQueuedValCommission"}}]}
    """

  private static let auction =
    #"{"in": {"op": "claim", "caller": "a", "tokens": ["t"]}, "before": {"payoutAmount": "5"}}"#

  static let cases = [
    AnswerRun("replay", "replay data/scenario-first-week.json"),
    AnswerRun("replay", "replay data/conformance-sample.json"),
    AnswerRun(
      "replay", "replay -",
      input: """
        {"about": "all", "cases": [{"name": "call", "note": "a", "about": "b",
        "in": {"fn": "divUp", "x": "1", "d": "0"}}, {"in": {"fn": "divUp", "x": "1", "d": "1"}},
        \(commission), \(auction), {"steps": \(stakes)}]}
        """),
    AnswerRun("replay", "replay -", input: #"[{"name": "steps", "steps": \#(stakes)}]"#),
    AnswerRun("replay", "replay -", input: #"{"about": "a", "note": "b", "steps": \#(stakes)}"#),
    AnswerRun("replay", "replay -", input: commission),
    AnswerRun("replay", "replay -", input: #"{"in": {"fn": "divUp", "x": "1", "d": "1"}}"#),
    AnswerRun("replay", "replay -", input: #"{"in": {"fn": "divUp", "x": "1", "d": "0"}}"#),
    AnswerRun("replay", "replay -", input: auction),
    AnswerRun("vectors", "vectors data/conformance-sample.json"),
    AnswerRun(
      "vectors", "replay - --verify",
      input: #"{"in": {"fn": "sqrt", "x": "16"}, "out": {"r": "5"}}"#, status: 5),
  ]
}
