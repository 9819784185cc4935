internal import Contracts
internal import Yields

extension BlockRewardQuestion {
  /// What `block-reward` answers.
  package static let answer = Answer(
    "block-reward", "block-reward", "What a block pays, and what a validator can expect.",
    block + [
      .object("validator", "What is expected per year.", expected),
      .object(
        "validatorAtRecordedBlockTime", "The same at the recorded average of mainnet blocks.",
        given: "where another block time counts", expected),
      .warnings,
    ])

  private static let bgt = "in the era bgt"

  private static let block: [AnswerKey] = [
    .words("era", ProtocolProfile.Era.allCases.map(\.rawValue), "The protocol's era."),
    .value("base", .raw, "Wei to the operator."),
    .value("reward", .raw, "Wei to vaults, as the contract computes it."),
    .value(
      "rewardMathematical", .raw, "The formula's true value, rounded down to the wei.", given: bgt),
    .value("difference", .raw, "The contract's reward less the true one, wei.", given: bgt),
    .value("boost", .fraction, "The validator's share of all boosts.", given: bgt),
    .value("rewardRate", .raw, "The parameter, wei per block.", given: bgt),
    .value("boostMultiplier", .raw, "The parameter, 1e18 is 1.", given: bgt),
    .value("rewardConvexity", .raw, "The parameter, 1e18 is 1.", given: bgt),
    .value("minBoostedRewardRate", .raw, "The parameter, wei per block.", given: bgt),
    .value("total", .raw, "Wei in all."),
    .value("totalTokens", .tokens, "The same in whole tokens."),
  ]

  private static let expected: [AnswerKey] = [
    .value("blockTimeSeconds", .exactSeconds, "The time of a block."),
    .value("proposalProbability", .fraction, "The part of all blocks that the validator proposes."),
    .value("blocksPerYear", .number, "Its blocks per year."),
    .value("basePerYearTokens", .tokens, "What the operator gets per year."),
    .value("rewardPerYearTokens", .tokens, "What vaults get per year."),
    .value("totalPerYearTokens", .tokens, "Both."),
    .value("totalPerYearUsd", .usd, "The value of both.", given: "with --reward-price"),
  ]
}
