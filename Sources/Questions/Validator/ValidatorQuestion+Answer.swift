internal import Contracts
internal import Yields

extension ValidatorQuestion {
  /// What `validator` answers.
  package static let answer = Answer(
    "validator", "validator", "What one validator earns and directs.",
    [
      .provenance, .value("validator", .text, "The validator's public key."),
      .words("era", ProtocolProfile.Era.allCases.map(\.rawValue), "The vaults' era."),
      .figure(.evaluatedAt),
      .value("operator", .text, "Who may change its allocation.", null: unread),
      .object("stake", "Blocks, emission, and the yield on the stake.", stake),
      .object("commission", "The commission on incentives.", commission),
      .object(
        "allocations", "From when allocations hold.",
        [
          .value("setStartBlock", .count, "The first block of its own.", null: "it set none"),
          .value(
            "queuedStartBlock", .count, "The first block of a queued one.", null: "none is queued"),
        ]),
      .rows("allocation", "The vaults of its allocations.", allocation),
      .object(
        "incentivesPerDay",
        "What its emission of the next day draws by the active weights, of each offer at most what "
          + "remains.", incentives),
      .object("pool", "Its staking pool.", given: "where the snapshot has its pool", pool),
      [ObservedVault.Unpriced].answer, .warnings,
    ])

  private static let unread = "it could not be read"
  private static let noShare = "no part of the stake is given"
  private static let noBoost = "the validator's boost could not be read (BGT era)"
  private static let noneQueued = "no change is queued"

  private static let stake: [AnswerKey] = [
    .value(
      "stakeShare", .fraction, "Its part of the active stake, and so of the blocks.", null: noShare),
    .value("blockTimeSeconds", .exactSeconds, "The time of a block."),
    .value("blocksPerDay", .number, "Blocks that it can expect.", null: noShare),
    .value("basePerBlock", .raw, "Wei for its operator."),
    .value("basePerDayTokens", .tokens, "The same per day.", null: noShare),
    .value("basePerDayUsd", .usd, "The value of these.", null: noShare + ", or there is no price"),
    .value("rewardPerBlock", .raw, "Wei for vaults.", null: noBoost),
    .value(
      "dedicatedPerBlock", .raw, "What of it goes to governance's stream first.", null: noBoost),
    .value("directedPerBlock", .raw, "What its weights direct.", null: noBoost),
    .value(
      "directedPerDay", .raw, "The same per day, rounded down.", null: noShare + ", or " + noBoost),
    .value(
      "directedPerDayUsd", .usd, "The value of these.",
      null: noShare + ", or there is no price, or " + noBoost),
    .value(
      "yieldOnStake", .fraction,
      "A year of base rewards on the stake, a reward token counted as a BERA.",
      null: "the stake is not given, or 0"),
    .value(
      "yieldOnStakeWithIncentives", .fraction, "The same with its part of the incentives.",
      null: "the stake is not given, or 0, or there is no price, or " + noBoost),
  ]

  private static let commission: [AnswerKey] = [
    .value("effectiveBps", .basisPoints, "The commission that counts."),
    .value("capBps", .basisPoints, "The largest that counts."),
    .value("queuedBps", .basisPoints, "A change that waits.", null: noneQueued),
    .value("queuedAtBlock", .count, "The block in which it was queued.", null: noneQueued),
    .value(
      "activationBlock", .count, "The first block in which it can be activated.", null: noneQueued),
    .value(
      "activationAt", .time,
      "When that block is expected; the time of the snapshot where it has come.", null: noneQueued),
  ]

  private static let allocation: [AnswerKey] = [
    .value("vault", .text, "The vault's address."),
    .value("name", .text, "Its name.", null: "it has none, or the snapshot lacks it"),
    .value(
      "activeBps", .basisPoints, "Its weight in the allocation that rewards follow.", null: notIn),
    .value("setBps", .basisPoints, "Its weight in the validator's own allocation.", null: notIn),
    .value("queuedBps", .basisPoints, "Its weight in the queued one.", null: notIn),
    .value(
      "bid", .usd, "What its offers bid for a reward token, those that are empty left out.",
      null: "the snapshot lacks the vault"),
    .value(
      "incentivesPerDayUsd", .usd, "What this validator's emission of the next day draws.",
      null: "the vault is not active, or " + noShare),
    .value(
      "incentivesUntil", .time, "When the last offer has run dry at all emission to the vault.",
      null: "the emission is not known, or no offer pays"),
    .emissionSource,
  ]

  private static let notIn = "the vault is not in it"

  private static let noIncentives = noShare + ", or the weights or the boost could not be read"

  private static let incentives: [AnswerKey] = [
    .value("grossUsd", .usd, "All incentives.", null: noIncentives),
    .value("feeUsd", .usd, "The fee.", null: noIncentives),
    .value("validatorUsd", .usd, "The validator's commission.", null: noIncentives),
    .value("boostersUsd", .usd, "What boosters get.", null: noIncentives, given: "in the era bgt"),
    .value(
      "auctionUsd", .usd, "What the auction gets, for sWBERA.", null: noIncentives,
      given: "since PoL Next"),
  ]

  private static let noPool = "it could not be read"

  private static let pool: [AnswerKey] = [
    .value("address", .text, "The pool.", null: noPool),
    .value("totalAssets", .raw, "Its assets, wei of BERA.", null: noPool),
    .value(
      "grossApr", .fraction,
      "A year of base rewards and of the validator's part of the incentives on the assets.",
      null: "these are not known, the pool is empty, or the validator has exited"),
    .value(
      "feeBps", .basisPoints, "The protocol fee on that.", null: "--pool-fee does not give it"),
    .value("netApr", .fraction, "What stays for its stakers.", null: "either is null"),
  ]
}
