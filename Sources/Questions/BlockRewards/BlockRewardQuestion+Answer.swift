internal import Contracts
internal import Yields

extension BlockRewardQuestion {
  /// What `block-reward` answers.
  package static let answer = Answer(
    "block-reward", "block-reward", "What a block pays, and what a validator can expect.",
    [.provenance] + block + [
      .object("validator", "What is expected per year.", expected(null: noBoost)),
      .object(
        "validatorAtRecordedBlockTime", "The same at the recorded average of mainnet blocks.",
        given: "where another block time counts", expected(null: noBoost)),
      .object(
        "afterActivation", "The block reward once a queued boost is active.",
        given: "with --boosts-after",
        [
          .value("delayBlocks", .count, "Blocks until then."),
          .value("delaySeconds", .exactSeconds, "How long these take."),
          .value("boost", .fraction, "The validator's share of all boosts then."),
          .value("reward", .raw, "Wei to vaults, as the contract computes it."),
        ] + expected(null: nil)),
      .warnings,
    ])

  private static let noBoost = "no boost is given in the era bgt"

  private static let bgt = "in the era bgt"

  private static let block: [AnswerKey] = [
    .words("era", ProtocolProfile.Era.allCases.map(\.rawValue), "The protocol's era."),
    .value("base", .raw, "Wei to the operator."),
    .value("reward", .raw, "Wei to vaults, as the contract computes it.", null: noBoost),
    .value(
      "rewardMathematical", .raw, "The formula's true value, rounded down to the wei.",
      null: noBoost,
      given: bgt),
    .value(
      "difference", .raw, "The contract's reward less the true one, wei.", null: noBoost,
      given: bgt),
    .value(
      "boost", .fraction, "The validator's share of all boosts.", null: noBoost, given: bgt),
    .value("rewardRate", .raw, "The parameter, wei per block.", given: bgt),
    .value("boostMultiplier", .raw, "The parameter, 1e18 is 1.", given: bgt),
    .value("rewardConvexity", .raw, "The parameter, 1e18 is 1.", given: bgt),
    .value("minBoostedRewardRate", .raw, "The parameter, wei per block.", given: bgt),
    .value("total", .raw, "Wei in all.", null: noBoost),
    .value("totalTokens", .tokens, "The same in whole tokens.", null: noBoost),
  ]

  private static func expected(null noBoost: String?) -> [AnswerKey] {
    [
      .value("blockTimeSeconds", .exactSeconds, "The time of a block."),
      .value(
        "proposalProbability", .fraction, "The part of all blocks that the validator proposes."),
      .value("blocksPerYear", .number, "Its blocks per year."),
      .value("basePerYearTokens", .tokens, "What the operator gets per year."),
      .value("rewardPerYearTokens", .tokens, "What vaults get per year.", null: noBoost),
      .value("totalPerYearTokens", .tokens, "Both.", null: noBoost),
      .value(
        "totalPerYearUsd", .usd, "The value of both.", null: noBoost, given: "with --reward-price"),
      .value(
        "yieldOnStake", .fraction, "What the operator gets per year, per BERA of the stake.",
        null: "no stake is given, or it is 0"),
      .value(
        "yieldOnStakeWithIncentives", .fraction,
        "The same with the commission on what vaults pay for the rewards directed to them.",
        null: "no bid, no price or no stake is given, or one of the last two is 0"
          + (noBoost.map { ", or \($0)" } ?? "")),
    ]
  }
}
