internal import Contracts
internal import Yields

extension IncentiveQuestion {
  /// What `incentives` answers.
  package static let answer = Answer(
    "incentives", "incentives", "The incentive market around a vault.",
    [.provenance] + market + [
      offers, split,
      .object(
        "incentivesPerDay",
        "Incentives of the next day, at most what remains of each; later days are the same until one "
          + "has run dry.", perDay),
      .object("earnings", "Who earns what.", earnings),
      .object("auction", "The incentive auction.", given: polNext, auction), stakers,
      .object("commission", "The validator's commission.", commission), .warnings,
    ])

  private static let era = AnswerKey.words(
    "era", ProtocolProfile.Era.allCases.map(\.rawValue), "The protocol's era.")

  private static let market: [AnswerKey] = [
    era, .figure(.evaluatedAt),
    .value("emissionPerDay", .raw, "Wei of the reward token that reach the vault per day."),
    .emissionSource, .value("emissionPerDayUsd", .usd, "The value of these."),
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
      "holderAprGross", .fraction,
      "What a booster, or a holder of sWBERA, earns in a year, gross: of each incentive at most what "
        + "remains.", null: nobodyHolds),
    .value("holderAprNet", .fraction, "The same after fee and commission.", null: nobodyHolds),
    .value(
      "holderAprGrossIfRefilled", .fraction,
      "The gross APR if incentives are refilled whenever they run dry.", null: nobodyHolds),
    .value(
      "holderAprNetIfRefilled", .fraction, "The same after fee and commission.",
      null: nobodyHolds),
    .value(
      "stakerApr", .fraction, "The APR of the vault's stakers.",
      null: "no stake is given, or nobody stakes"),
    .value("validatorShare", .fraction, "The validator's part of the vault's emission."),
    .value(
      "validatorGrossPerYearUsd", .usd,
      "The incentives that it draws in a year: of each at most what remains."),
    .value("validatorPerYearUsd", .usd, "The commission that it keeps of these."),
    .value(
      "fundedUntil", .time, "When the last incentive that pays has run dry.",
      null: "nothing is paid"),
    .value(
      "validatorGrossPerYearIfRefilledUsd", .usd,
      "What it draws per year if incentives are refilled whenever they run dry."),
    .value("validatorPerYearIfRefilledUsd", .usd, "The commission that it keeps of these."),
    .value(
      "validatorYieldOnStake", .fraction, "validatorPerYearUsd on the value of its stake.",
      null: "no stake of the validator is given, or it is worth nothing"),
  ]

  private static let noPrice = "BERA has no price"

  private static let auction: [AnswerKey] = [
    .value("payout", .raw, "Wei of BERA that a claim pays."),
    .value(
      "claimEverySeconds", .exactSeconds,
      "How long incentives worth the payout, and the claimer's margin, take to come together: of each "
        + "at most what remains, and of this vault alone.",
      null: "all that remains is worth less than that, or " + noPrice),
    .value(
      "queuedPayout", .raw, "Wei of BERA that claims after the next one pay.",
      given: "where another payout is queued"),
    .value(
      "laterClaimEverySeconds", .exactSeconds, "How long those of the claim after it then take.",
      null: "as for claimEverySeconds", given: "where another payout is queued"),
    .value(
      "beraPerYearTokens", .tokens,
      "BERA that claims pay for the incentives of a year, also where other vaults' fill up a claim: of "
        + "each incentive at most what remains.", null: noPrice),
    .value(
      "beraPerYearIfRefilledTokens", .tokens,
      "BERA per year if incentives are refilled whenever they run dry.", null: noPrice),
  ]

  private static let stakers = AnswerKey.rows(
    "stakers", "Who shares the payouts: the stakers of WBERA, then of each LST.",
    given: polNext + ", with holders",
    [
      .value("staker", .text, "sWBERA, or the LST staker vault's name."),
      .value("stake", .raw, "Wei of BERA that it stakes; an LST at its rate, rounded down."),
      .value("share", .fraction, "Its part of a payout."),
      .value("amount", .raw, "The same in wei of BERA, as the contract divides."),
      .value("received", .raw, "What that becomes in base units of its asset, rounded down."),
    ] + yearly("", "in a year: of each incentive at most what remains")
      + yearly("IfRefilled", "per year if incentives are refilled whenever they run dry"))

  private static func yearly(_ suffix: String, _ span: String) -> [AnswerKey] {
    [
      .value("beraPerYear\(suffix)Tokens", .tokens, "BERA that it gets \(span)."),
      .value(
        "apr" + suffix, .fraction, "What a staker earns on the stake \(span).",
        null: "nobody stakes"),
    ]
  }

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
