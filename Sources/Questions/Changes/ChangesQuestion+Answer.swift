internal import Yields

extension ChangesQuestion {
  /// What `changes` answers.
  package static let answer = Answer(
    "changes", "changes",
    "What moved between two snapshots, and what is about to happen within a day.",
    usualRows: "changes",
    [
      .block, AnswerKey("since", AnswerKey.block.content, "The block before."),
      .value(
        "threshold", .fraction,
        "By more than this part of its value before a rate, a stake or a price has moved."),
      .rows("changes", "What moved, the most telling kinds first.", change),
      .rows(
        "notCompared", "What could not be compared, as a snapshot lacks it.",
        subject + [
          .value("field", .text, "What was not compared, by its key in the snapshot."),
          .words(
            "missing", SnapshotComparison.Gap.Side.allCases.map(\.rawValue),
            "Which snapshot lacks it."),
        ]),
    ])

  private static let subject: [AnswerKey] = [
    .value("vault", .text, "The vault's address.", null: "it is not about a vault"),
    .value(
      "token", .text, "The token that is offered, or whose price it is.",
      null: "it is not about a token"),
    .value("validator", .text, "The validator's public key.", null: "it is not about a validator"),
    .value("name", .text, "The token's symbol, or else the vault's name.", null: "it has none"),
  ]

  private static let change: [AnswerKey] =
    [.words("kind", Change.Kind.allCases.map(\.rawValue), "What happened.")] + subject + [
      .value(
        "before", .text, "The value before, exact, in the unit that `unit` says.",
        null: "there was none, or it could not be read"),
      .value(
        "after", .text, "The value after, exact, in that unit.",
        null: "there is none, or it could not be read"),
      .words("unit", Change.units.map(\.name), "What one of both values is."),
      .value(
        "change", .fraction, "The part of the value before by which it moved, rounded down.",
        null: "it was 0, or is no amount"),
      .value("block", .count, "The block at which it was seen."),
    ]
}

extension Change {
  /// The units of the values before and after.
  fileprivate static let units: [FigureUnit] = [
    .text, .flag, .rawRate, .raw, .usd, .exactSeconds, .basisPoints,
  ]
}
