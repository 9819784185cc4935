internal import Yields

extension RealizedYieldQuestion {
  /// What `pool realized` answers.
  package static let answer = Answer(
    "pool-realized", "pool realized", "What a pool really yielded.", usualRows: "windows",
    span + [
      .rows("windows", "The windows asked for, each up to the last observation.", windows),
      .rows("flatStretches", stretchesMeaning, stretches), .warnings,
    ])

  /// What `pool realized --group-by` answers.
  package static let groupedAnswer = Answer(
    "pool-realized-groups", "pool realized --group-by", "What several pools really yielded.",
    usualRows: "windows",
    [
      .rows("pools", "The pools, in the order of the file.", [pool] + span),
      .rows(
        "windows", "The windows of each pool, each up to its last observation.", [pool] + windows),
      .rows("flatStretches", stretchesMeaning, [pool] + stretches), .warnings,
    ])

  private static let pool = AnswerKey.value("pool", .text, "What the file calls the pool.")

  private static let nothing = "nothing is observed"

  private static let span: [AnswerKey] = [
    .value("observations", .count, "How many lines have a share price."),
    .value("missing", .count, "How many have none."),
    .value("from", .time, "The first observation.", null: nothing),
    .value("to", .time, "The last one.", null: nothing),
  ]

  private static let stretchesMeaning = "Stretches in which the share price did not move."

  private static let stretches: [AnswerKey] = [
    .value("from", .time, "The first observation of it."),
    .value("to", .time, "The last one."),
    .value("lengthSeconds", .seconds, "How long it is."),
    .value("observations", .count, "How many observations it has."),
  ]

  private static let notOK = "the status is not ok"
  private static let withShares = "with --shares"

  private static let windows: [AnswerKey] = [
    .value("window", .text, "Its name."),
    .words(
      "status", ["ok", "notCovered", "tooFewObservations", "interrupted", "startsAtZero"],
      "Whether the history covers it: interrupted where there were no shares within it, startsAtZero "
        + "where the share price at its start is 0."),
    .value("from", .time, "Its first observation.", null: notOK),
    .value("lengthSeconds", .seconds, "How long it really is.", null: notOK),
    .value("startSharePrice", .number, "BERA per share at its start.", null: notOK),
    .value("endSharePrice", .number, "BERA per share at its end.", null: notOK),
    .value(
      "startHolding", .raw, "Wei that the shares are worth at its start.", null: notOK,
      given: withShares),
    .value(
      "endHolding", .raw, "Wei that the shares are worth at its end.", null: notOK,
      given: withShares),
    .value("apr", .fraction, "Its APR.", null: notOK),
    .value(
      "apy", .fraction, "Its APY.",
      null: notOK + ", or the APR is above \(NoYield.limit)"),
    .value("flatSeconds", .seconds, "How much of it lies in flat stretches.", null: notOK),
  ]
}
