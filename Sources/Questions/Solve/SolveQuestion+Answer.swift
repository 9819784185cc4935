internal import Yields

extension SolveQuestion {
  /// What `solve` answers.
  package static let answer = Answer(
    "solve", "solve", "The input that gives a yield; an array of vaults is an array of answers.",
    roots: [
      .object(answerKeys), .rows(answerKeys), .snapshot(answerKeys),
    ], subject: ["vault", "name"])

  private static let answerKeys: [AnswerKey] =
    question + value + check + emission
    + [
      .value(
        "presentValue", .number, "The unknown as the vault has it, in `unit`.",
        null: "it is not given, or a deposit or a commission is solved for"),
      .value(
        "presentApr", .fraction,
        "The APR of the vault as given while its period runs, net of the commission.",
        null: "not all inputs are given, or nobody stakes"),
      .value("commissionBps", .basisPoints, "The commission that the target is net of."),
      .figure(.yearSeconds), .warnings,
    ]

  private static let question: [AnswerKey] = [
    .figure(.vault), .figure(.name), .figure(.status),
    .words("for", SolveUnknown.allCases.map(\.rawValue), "What is solved for."),
    .value("targetApr", .fraction, "The APR that reaches the target."),
    .value("targetAprPercent", .percent, "The same times 100."),
    .value("targetApy", .fraction, "The APY to reach.", given: apy),
    AnswerKey(
      "compounding", .countOr("continuous"), "Compoundings per year of that APY.", given: apy),
  ]

  private static let apy = "with --target-apy"
  private static let noStake = "nobody stakes, in a file of several vaults"
  private static let notOfTVL = "but with --for tvl"

  private static let value: [AnswerKey] = [
    .value(
      "value", .number,
      "The nearest value on the safe side, in `unit`: an on-chain integer, of a price times 1e18, "
        + "of a commission basis points, of a tvl US dollars.", null: noStake),
    .value(
      "valueDecimal", .number,
      "The same in the unit that people think in: tokens per second, tokens or US dollars.",
      null: noStake,
      given: "but with --for tvl and --for commission"),
    .value("unit", .text, "What one of `value` is."),
    .value("exact", .quotient, "The value before it was rounded to the safe side.", null: noStake),
    .words("safeSide", ["up", "down"], "To which side `value` is rounded."),
  ]

  private static let check: [AnswerKey] = [
    .value(
      "totalSupply", .raw, "The stake after the deposit, base units.", given: "with --for deposit"),
    .value(
      "grossApr", .fraction, "The APR before the commission.", null: noStake,
      given: "with --for commission"),
    .value(
      "apr", .fraction, "The APR that `value` really gives, net.", null: noStake,
      given: notOfTVL),
    .value("aprPercent", .percent, "The same times 100.", null: noStake, given: notOfTVL),
    .value(
      "apy", .fraction, "The APY that `value` really gives.",
      null: noStake + ", or the APR is above \(NoYield.limit)",
      given: apy),
    .value(
      "nextValue", .raw, "The next integer beyond the safe side.", null: noStake,
      given: "where an input of the formula is solved for"),
    .value(
      "nextApr", .fraction, "The APR of the next integer, which misses the target.", null: noStake,
      given: notOfTVL),
    .value(
      "tvlUsd", .usd, "The value of the stake in the answer.",
      given: "but with --for tvl and --for commission"),
  ]

  private static let isEmission = "where an emission is solved for"
  private static let market = "with --market-bid"

  private static let emission: [AnswerKey] = [
    .value(
      "durationSeconds", .seconds, "For how long the emission is to last.", given: isEmission),
    .value(
      "rewardsForDurationTokens", .tokens, "The rewards that this takes.", null: noStake,
      given: isEmission),
    .value(
      "incentiveRate", .raw, "The incentive to offer, base units per 1e18 wei.", null: noStake,
      given: market),
    .value(
      "incentiveFund", .raw, "The incentives that this takes, base units.", null: noStake,
      given: market),
    .value(
      "incentiveFundUsd", .usd, "The value of these, rounded up.", null: noStake, given: market),
    .value(
      "incentiveBidPerTokenUsd", .usd, "What the offer bids for a reward token, rounded up.",
      null: noStake,
      given: market),
  ]
}
