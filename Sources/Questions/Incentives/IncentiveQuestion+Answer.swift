internal import Contracts
internal import Yields

extension IncentiveQuestion {
  /// What `incentives` answers.
  package static let answer = Answer(
    "incentives", "incentives", "The incentive market around a vault.",
    market + [
      offers, split, .object("incentivesPerDay", "Incentives per day, while all last.", perDay),
      .object("earnings", "Who earns what.", earnings),
      .object("commission", "The validator's commission.", commission), .warnings,
    ])

  private static let era = AnswerKey.words(
    "era", ProtocolProfile.Era.allCases.map(\.rawValue), "The protocol's era.")

  private static let market: [AnswerKey] = [
    era, .figure(.evaluatedAt),
    .value("emissionPerDay", .raw, "Wei of the reward token that reach the vault per day."),
    .value("emissionPerDayUsd", .usd, "The value of these."),
    .value("bidPerTokenUsd", .usd, "What the offers bid for a reward token."),
    .value("bidAfterFeePerTokenUsd", .usd, "The bid after the fee."),
    .value("bidNetPerTokenUsd", .usd, "The bid after fee and commission."),
    .value(
      "efficiency", .number, "US dollars of emission for one of incentives.",
      null: "nothing is bid"),
    .value("feeBps", .basisPoints, "The incentive fee."),
    .value("commissionBps", .basisPoints, "The commission that counts."),
  ]

  private static let offers = AnswerKey.rows(
    "tokens", "The offers, one an incentive token.",
    [
      .value("token", .text, "The token's name."),
      .value("incentiveRate", .raw, "Base units paid per 1e18 wei of emission."),
      .value("amountRemaining", .raw, "Base units that remain."),
      .value("remainingUsd", .usd, "The value of these."),
      .value("bidPerTokenUsd", .usd, "What the offer bids for a reward token."),
      .value(
        "runwaySeconds", .exactSeconds, "How long the offer lasts.", null: "it never runs dry"),
      .value("runwayUntil", .time, "When it has run dry.", null: "it never does"),
    ])

  private static let (bgt, polNext) = ("in the era bgt", "since PoL Next")

  private static let split = AnswerKey.rows(
    "split", "What one notification pays, floors included, in base units of each token.",
    [
      .value("token", .text, "The token's name."), .value("amount", .raw, "All that is paid."),
      .value("fee", .raw, "The fee."), .value("validator", .raw, "The validator's commission."),
      .value("boosters", .raw, "What boosters get.", given: bgt),
      .value("auction", .raw, "What the auction gets, for sWBERA.", given: polNext),
      .value("amountRemaining", .raw, "What then remains of the offer."),
    ])

  private static let perDay: [AnswerKey] = [
    .value("grossUsd", .usd, "All incentives."), .value("feeUsd", .usd, "The fee."),
    .value("validatorUsd", .usd, "The validator's commission."),
    .value("boostersUsd", .usd, "What boosters get.", given: bgt),
    .value("auctionUsd", .usd, "What the auction gets, for sWBERA.", given: polNext),
  ]

  private static let nobodyHolds = "no holders are given, or nobody holds"

  private static let earnings: [AnswerKey] = [
    .value(
      "holderAprGross", .fraction, "The APR of a booster, or of a holder of sWBERA, gross.",
      null: nobodyHolds),
    .value("holderAprNet", .fraction, "The same after fee and commission.", null: nobodyHolds),
    .value(
      "stakerApr", .fraction, "The APR of the vault's stakers.",
      null: "no stake is given, or nobody stakes"),
    .value("validatorShare", .fraction, "The validator's part of the vault's emission."),
    .value("validatorGrossPerYearUsd", .usd, "The incentives that it draws per year."),
    .value("validatorPerYearUsd", .usd, "The commission that it keeps per year."),
  ]

  private static let commission: [AnswerKey] = [
    .value("storedBps", .basisPoints, "The commission that is stored.", null: "it was never set"),
    .value("effectiveBps", .basisPoints, "The commission that counts."),
    .value("defaultBps", .basisPoints, "What counts where none was set."),
    .value("capBps", .basisPoints, "The largest that counts."),
    .value("changeDelayBlocks", .count, "Blocks that a change waits."),
    .value("changeDelaySeconds", .exactSeconds, "How long these take."),
    .value("blockTimeSeconds", .exactSeconds, "The time of a block."),
    .value(
      "activationBlock", .count, "The first block in which a queued change can be activated.",
      given: "with --queued-at-block"),
  ]
}

extension BudgetQuestion {
  /// What `incentives --attract` answers.
  package static let answer = Answer(
    "incentives-attract", "incentives --attract", "What to offer and fund to attract an emission.",
    [
      .value("incentiveRate", .raw, "Base units to offer per 1e18 wei, rounded up."),
      .value("fund", .raw, "Base units to fund, rounded up."),
      .value("fundTokens", .tokens, "The same in whole incentive tokens."),
      .value("fundUsd", .usd, "The value of these."),
      .value("offeredBidPerTokenUsd", .usd, "What the offer bids for a reward token."),
      .value("marketBidPerTokenUsd", .usd, "What the market bids for one."),
      .value("emissionCovered", .raw, "Wei of emission that the fund pays for, rounded down."),
      .warnings,
    ])
}
