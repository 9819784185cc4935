internal import Yields

// What the questions about a pool answer.

/// Keys that several of the answers have.
private enum PoolKeys {
  static let sharePrices: [AnswerKey] = [
    .value(
      "sharePrice", .number, "BERA, or whole assets, per share: assets / supply.",
      null: "no shares exist"),
    .value("conversionSharePrice", .number, "The same of (assets + 1) / (supply + 1)."),
  ]
  static let totals: [AnswerKey] = [
    .value("totalAssets", .raw, "Wei of all assets."),
    .value("totalSupply", .raw, "The shares, 1e18 each."),
  ]
  static let phase = phase(null: nil)

  static func phase(null absence: String?) -> AnswerKey {
    .words(
      "phase", ["collecting", "active", "exited"], "How the pool's validator is.", null: absence)
  }
}

extension PoolPriceQuestion {
  private static let totalAlone = "totalAssets is given, not its parts"

  /// What `pool price` answers.
  package static let answer = Answer(
    "pool-price", "pool price", "What a pool's shares are worth.",
    [.provenance] + PoolKeys.sharePrices + PoolKeys.totals + [
      .object(
        "assets", "What the assets are made of, wei; a part that is not given counts as 0.",
        [
          .value("consensusDeposits", .raw, "On the consensus layer.", null: totalAlone),
          .value("buffer", .raw, "In the pool's contract.", null: totalAlone),
          .value("rewardsVault", .raw, "In the staking rewards vault.", null: totalAlone),
          .value("operatorRewards", .raw, "With the operator.", null: totalAlone),
          .value(
            "unchargedFee", .raw, "The fee that has accrued and is not charged.", null: totalAlone),
        ]),
      .object(
        "lifecycle", "How the pool's validator is.",
        given: "without --asset-decimals and --share-decimals",
        [
          PoolKeys.phase(null: totalAlone),
          .value("activeThreshold", .raw, "Wei from which it is active."),
          .value("remainingCapacity", .raw, "Wei that the pool takes yet.", null: totalAlone),
          .value("feeCapBps", .basisPoints, "The largest protocol fee."),
        ]),
      .object(
        "afterReward", "The pool after a reward.", given: "with --reward",
        [
          .value("fee", .raw, "Wei of the fee."),
          .value("feeShares", .raw, "The shares that are minted for it, 1e18 each."),
        ] + PoolKeys.sharePrices), .warnings,
    ])
}

extension PoolPreviewQuestion {
  /// What `pool preview` answers.
  package static let answer = Answer(
    "pool-preview", "pool preview", "What an operation gives or costs, to the wei.",
    [
      .provenance, .words("operation", PoolOperation.allCases.map(\.rawValue), "The operation."),
      .value("amount", .raw, "Wei of BERA, or shares, that it is of."),
      .value("result", .raw, "Shares, or wei of BERA, that it gives or costs."),
      .value("resultTokens", .tokens, "The same, 1e18 to one."),
      .value("exact", .unrounded, "The result before it was rounded."),
      .words("rounding", ["up", "down"], "To which side it is rounded."),
    ] + PoolKeys.sharePrices + [
      .object(
        "withdrawal", "The request.", given: "of withdraw and redeem",
        [
          .value("requestedAt", .time, "When it is made."),
          .value("delaySeconds", .seconds, "How long it waits."),
          .value("readyAt", .time, "When it can be finalized."),
          .value(
            "delayBlocks", .count, "How many blocks it waits.", given: "where blocks are counted"),
          .value(
            "blockTimeSeconds", .exactSeconds, "The time of a block.",
            given: "where blocks are counted"),
        ]), .warnings,
    ])
}

extension PoolProjectionQuestion {
  /// What `pool project` answers.
  package static let answer = Answer(
    "pool-project", "pool project", "The course of a pool under a scenario.", usualRows: "path",
    yields + [
      .object("validator", "The validator's revenue.", revenue),
      .object("holder", "The holder whose shares are followed.", given: withHolder, holder),
      .object(
        "operator", "What the operator's BGT does.", given: "with boostsAfter",
        [
          .value("bgt", .raw, "What the operator has at the start, 1e18 to one BGT."),
          .value("boostsFrom", .time, "When it boosts the validator, queued at the start."),
          .value("boost", .fraction, "The validator's share of all boosts then."),
          .value("rewardPerBlock", .raw, "Wei per block to vaults then."),
          .value("dropDelayBlocks", .count, "Blocks until it can be used, from unboosting on."),
          .value("dropDelaySeconds", .exactSeconds, "How long these take."),
        ]),
      .object(
        "end", "The pool at the end.", PoolKeys.sharePrices + PoolKeys.totals + [PoolKeys.phase]),
      .rows(
        "withdrawals", "The requests of withdrawals, and the validator's own exit.",
        [
          .value("id", .count, "Its number.", null: "the validator exits"),
          .words("by", ["holder", "validator"], "Whose it is."),
          .value("requestedAt", .time, "When it is made."),
          .value("amountTokens", .tokens, "BERA."),
          .value("sharesTokens", .tokens, "The shares that are burned."),
          .value("readyAt", .time, "When it can be finalized."),
          .value("fullExit", .flag, "Whether it makes the validator exit."),
        ]), .rows("path", "Every point of the course.", path), .warnings,
    ])

  private static let noShares = "there are no shares to begin with"

  private static let yields: [AnswerKey] = [
    .value("start", .time, "When the course begins."),
    .value("endTime", .time, "When it ends."),
    .value("grossApr", .fraction, "The APR at the start, before commission and fee."),
    .value("commissionApr", .fraction, "The commission's part of it."),
    .value("feeApr", .fraction, "The protocol fee's part of it."),
    .value("netApr", .fraction, "The APR at the start, after both."),
    .value(
      "netApy", .fraction, "The same, compounded each step.",
      null: "it is above \(NoYield.limit)"),
    .value("compounding", .count, "Compoundings per year of it."),
    .value("realizedApr", .fraction, "The APR of the whole course.", null: noShares),
    .value(
      "realizedApy", .fraction, "The APY of the whole course.",
      null: noShares + ", or the APR is above \(NoYield.limit)"),
  ]

  private static let revenue: [AnswerKey] = [
    .value("commissionTokens", .tokens, "BERA of commissions."),
    .value("feesTokens", .tokens, "BERA of the protocol fee."),
    .value("feeSharesTokens", .tokens, "The shares that pay the fee."),
    .value("feeSharesWorthTokens", .tokens, "BERA that these are worth at the end."),
    .value("revenueTokens", .tokens, "BERA of commissions and these."),
    .value(
      "revenueApr", .fraction, "The same per year, on the assets at the start.",
      null: "there are no assets to begin with"),
  ]

  private static let withHolder = "with holder"

  private static let holder: [AnswerKey] = [
    .value("startShares", .raw, "The shares at the start, 1e18 each."),
    .value("startAssets", .raw, "Wei that these are redeemed for then."),
    .value("endShares", .raw, "The shares at the end."),
    .value("endAssets", .raw, "Wei that these are redeemed for then."),
    .value("endPending", .raw, "Wei that are requested and not paid at the end."),
    .value(
      "apr", .fraction,
      "What the holder earns per year: growth between deposits and payments, multiplied.",
      null: "nothing is held"),
    .value(
      "apy", .fraction, "The same, compounded.",
      null: "nothing is held, or the APR is above \(NoYield.limit)"),
  ]

  private static let path: [AnswerKey] =
    [.value("timestamp", .time, "When.")] + PoolKeys.totals + PoolKeys.sharePrices + [
      .value("rewards", .raw, "Wei of rewards since the point before."), PoolKeys.phase,
      .value("holderShares", .raw, "The holder's shares, 1e18 each.", given: withHolder),
      .value("holderAssets", .raw, "Wei that these are redeemed for.", given: withHolder),
      .value("holderPending", .raw, "Wei that the holder waits for.", given: withHolder),
      .value("events", .text, "What happened, each event behind a semicolon."),
    ]
}
