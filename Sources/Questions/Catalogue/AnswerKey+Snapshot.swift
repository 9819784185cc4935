internal import Yields

// What answers about a snapshot of a chain have besides.

extension AnswerKey {
  /// The block of a chain that an answer is computed from.
  static let provenance = block.given("from a snapshot of a chain")

  package static let block = AnswerKey.object(
    "provenance", "The block that the values are from.",
    [
      .value("chainId", .count, "The chain's id."),
      .value("blockNumber", .count, "The block's number."),
      .value("blockHash", .text, "Its hash."),
      .value("blockTime", .time, "Its time."),
      .words("era", ["bgt", "pol-next", "mixed", "unknown"], "The era of its contracts."),
      .value("endpoint", .text, "The host that was asked."),
    ])

  /// The same key of a vault that may lack an input, and then has no value here.
  var orUnknown: AnswerKey {
    let status = "the status is \(UnknownVault.status)"
    return AnswerKey(
      name, content, meaning, null: absence.map { "\($0), or \(status)" } ?? status,
      given: condition)
  }
}
