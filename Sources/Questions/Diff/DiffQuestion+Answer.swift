internal import Yields

extension DiffQuestion {
  /// What `diff` answers.
  package static let answer = Answer(
    "diff", "diff",
    "What separates a published yield from the exact one; an array of vaults is an array of answers.",
    roots: [
      .object(answerKeys), .rows(answerKeys), .snapshot(answerKeys),
    ], subject: ["vault", "name"],
    usualRows: explanations)

  private static let answerKeys: [AnswerKey] = [
    .figure(.vault), .figure(.name), .figure(.status),
    .value("published", .text, "The published figure as it is written."),
    .value("publishedFraction", .fraction, "The same as a fraction."),
    .value("tolerance", .unrounded, "How far a figure may be from it, cut off figures apart."),
    .value("apr", .fraction, "The exact APR, net of the commission.", null: noAPR),
    .value("aprPercent", .percent, "The same times 100.", null: noAPR),
    .value("agrees", .flag, "Whether the two agree without any convention.", null: noAPR),
    .words("agreement", agreements, "By which rule they do.", null: "they do not"),
    .value(
      "explained", .flag, "Whether the two agree, or anything would explain the published figure.",
      null: noAPR),
    .value("explanationCount", .count, "How many explanations there are, listed or not."),
    .value("hypotheses", .count, "How many conventions and pairs of them were tried."),
    .rows(
      explanations,
      "What would explain the figure: fewer conventions first, then what rounds to the published "
        + "digits, the more common first, then closer figures. A figure without an explanation has "
        + "one row in CSV and NDJSON: no rank, the conventions `none`, and the nearest figure; where nobody "
        + "stakes the conventions are `noStake`.",
      explanation),
    .rows(
      "nearest", "What comes nearest where nothing explains the figure.",
      keys(ofExplanation: false)),
    .value(
      "commissionBps", .basisPoints, "The commission that the yield is net of.",
      null: "none is given"),
    .figure(.evaluatedAt), .figure(.yearSeconds), .warnings,
  ]

  private static let noAPR = "nobody stakes"
  private static let agreements = PublishedAgreement.allCases.map(\.rawValue)

  private static let explanation = keys(ofExplanation: true)

  /// What comes nearest has the same keys, without rank and rule.
  private static func keys(ofExplanation explains: Bool) -> [AnswerKey] {
    let absence = explains ? nil : "it explains nothing"
    return [
      .value("rank", .count, "Its place among the explanations.", null: absence),
      AnswerKey(
        "conventions", .texts, "The conventions by name; a cell of CSV joins them with `;`."),
      AnswerKey("sentences", .texts, "What each says of the published figure."),
      .value("figure", .fraction, "The figure that the conventions give."),
      .value("figurePercent", .percent, "The same times 100."),
      .value("difference", .unrounded, "How far it is from the published one."),
      .value("differencePercent", .unrounded, "The same in percentage points."),
      .words("agreement", agreements, "By which rule the two agree.", null: absence),
      .value("hypotheses", .count, "How many conventions and pairs of them were tried."),
    ]
  }
}
