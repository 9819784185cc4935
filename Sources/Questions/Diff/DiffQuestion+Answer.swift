internal import Yields

extension DiffQuestion {
  /// What `diff` answers.
  package static let answer = Answer(
    "diff", "diff",
    "What separates a published yield from the exact one; an array of vaults is an array of answers.",
    roots: [.object(answerKeys), .rows(answerKeys)], subject: ["vault", "name"],
    usualRows: explanations)

  private static let answerKeys: [AnswerKey] = [
    .figure(.vault), .figure(.name),
    .value("published", .text, "The published figure as it is written."),
    .value("publishedFraction", .fraction, "The same as a fraction."),
    .value("tolerance", .fraction, "How far a figure may be from it."),
    .value("apr", .fraction, "The exact APR, net of the commission."),
    .value("aprPercent", .percent, "The same times 100."),
    .value("agrees", .flag, "Whether the two agree without any convention."),
    .value("explained", .flag, "Whether anything explains the published figure."),
    .value("explanationCount", .count, "How many explanations there are, listed or not."),
    .rows(
      explanations, "The explanations, those of fewer conventions and closer figures first.",
      explanation),
    .rows("nearest", "Those that come nearest where nothing explains the figure.", explanation),
    .value(
      "commissionBps", .basisPoints, "The commission that the yield is net of.",
      null: "none is given"),
    .figure(.evaluatedAt), .figure(.yearSeconds), .warnings,
  ]

  private static let explanation: [AnswerKey] = [
    AnswerKey("conventions", .texts, "The conventions by name; a cell of CSV joins them with `;`."),
    AnswerKey("sentences", .texts, "What each does to the published figure."),
    .value("figure", .fraction, "The figure that the conventions give."),
    .value("figurePercent", .percent, "The same times 100."),
    .value("difference", .fraction, "How far it is from the published one."),
  ]
}
