internal import Yields

extension AllocationQuestion {
  /// What `allocation` answers.
  package static let answer = Answer(
    "allocation", "allocation", "Where one block's reward goes.", usualRows: "vaults",
    [
      .provenance, .value("amount", .raw, "Wei to distribute."),
      .words(
        "allocation", ["own", "activated", "baseline", "default", "none"],
        "Whose allocation holds."),
      .value("block", .count, "The current block."),
      .value("dedicatedOffer", .raw, "Wei that the dedicated emission stream is offered."),
      .value("dedicatedPaid", .raw, "Wei that it pays."),
      .value("dedicatedReturned", .raw, "Wei that its caps return."),
      .value("allocated", .raw, "Wei that the weights distribute."),
      .value("undistributed", .raw, "Wei that nobody gets."),
      .rows(
        "dedicated", "The parts of the dedicated emission stream.",
        given: "where there is a stream",
        part + [.value("debtAfter", .raw, "Wei that the vault has received in all.")]),
      .rows("vaults", "The parts of the validator's vaults.", part), .warnings,
    ])

  private static let part: [AnswerKey] = [
    .value("vault", .text, "The vault, as the input names it."),
    .value("weightBps", .basisPoints, "Its weight."),
    .value("amount", .raw, "Wei that it gets."),
    .value("exact", .unrounded, "Its part before it was rounded to the wei."),
  ]
}
