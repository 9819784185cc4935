internal import Yields

extension VaultQuestion {
  /// What `apr` answers.
  package static let answer = Answer(
    "apr", "apr", "The yield of a vault; an array of vaults is an array of answers.",
    roots: [
      .object(answerKeys), .rows(answerKeys), .snapshot(snapshotKeys),
    ], subject: ["vault", "name"])

  private static func condition(of figure: FigureKey) -> String? {
    switch figure {
    case .apy, .compounding: "with --compounding"
    case .commissionBps, .netApr, .netApy: "with --commission"
    default: nil
    }
  }

  /// The keys of a snapshot's vault, of which the names and the conventions are always known.
  private static let snapshotKeys: [AnswerKey] = answerKeys.map { key in
    switch key.content {
    case .value, .words:
      isAlwaysKnown(key.name) ? key : key.orUnknown
    default: key
    }
  }

  private static func isAlwaysKnown(_ name: String) -> Bool {
    let known: [FigureKey] = [
      .vault, .name, .status, .evaluatedAt, .yearSeconds, .compounding, .commissionBps,
    ]
    return known.contains { $0.rawValue == name }
  }

  private static let answerKeys: [AnswerKey] =
    VaultFigure.all.map { figure in
      .figure(figure.key, given: condition(of: figure.key))
    } + waiting + [
      .warnings,
      AnswerKey(
        "missing", .texts,
        "The inputs that could not be read, without which the status is \(UnknownVault.status).",
        given: "about a snapshot's vault"),
      .rows(
        streams, "The rewards of the vault and their sum.", given: "where the vault has streams",
        streamKeys),
      staker, bestCompounding, dilution, derivation, sensitivity,
    ]

  private static let waiting: [AnswerKey] = [
    .value(
      "undistributedRewards", .raw,
      "The contract's undistributedRewards, scaled by 1e36; no part of the APR.",
      null: "it is not given"),
    .value(
      "undistributedRewardsTokens", .tokens,
      "The same in tokens, which wait for the next notification.", null: "it is not given"),
    .words(
      "rewardToken", ["BGT", "WBERA"],
      "What rewards are paid in: its price is rewardPrice. BGT is priced as BERA, WBERA is BERA.",
      null: "no snapshot and no --era says the era"),
  ]

  private static let staker = AnswerKey.object(
    "staker", "A staker's part.", given: "with --balance",
    [
      .value("balance", .raw, "The staker's stake, base units of the stake token."),
      .value("sharePercent", .percent, "Its share of the whole stake.", null: "nobody stakes"),
      .value(
        "rewardsUntilFinish", .tokens, "The staker's rewards until the period's end.",
        null: "no periodFinish is given"),
      .value("rewardsPerDay", .tokens, "The staker's rewards per day."),
    ])

  private static let dilution = AnswerKey.object(
    "dilution", "The vault after a further deposit.", given: "with --deposit",
    [
      .value("deposit", .raw, "The deposit, base units of the stake token."),
      .value("totalSupply", .raw, "The stake after it, base units of the stake token."),
      .value("apr", .fraction, "The APR after it.", null: "nobody stakes"),
      .value("aprPercent", .percent, "The same times 100.", null: "nobody stakes"),
    ])

  private static let derivation = AnswerKey.object(
    "derivation", "How the APR follows from its inputs.", given: "with --explain",
    [
      .rows(
        "inputs", "The inputs of the formula.",
        [
          .value("symbol", .text, "Its letter in the formula."),
          .value("name", .text, "The input's key."),
          .value("raw", .text, "Its integer at its scale, or \"not given\"."),
          .value("unit", .text, "That scale."),
          .value("meaning", .text, "What it means."),
          .value(
            "getter", .text, "The contract's getter that answers it, in both eras.",
            null: "it is on no chain"),
        ]),
      .rows(
        "steps", "The steps, from the inputs to the APR.",
        [
          .value("name", .text, "What the step finds."),
          .value("formula", .text, "How."),
          .value("value", .text, "Its exact value: an integer, a quotient or plain decimals."),
          .value("remark", .text, "What to know about it.", null: "there is nothing to know"),
        ]),
    ])

  private static let sensitivity = AnswerKey.object(
    "sensitivity", "How the APR answers to each input, as if the period ran.",
    given: "with --sensitivity",
    [
      .rows(
        "inputs", "The inputs; none where no APR above 0 exists.",
        [
          .words("input", VaultSensitivity.inputs.map(\.rawValue), "The input."),
          .value("value", .raw, "Its present integer at its scale; a price times 1e18."),
          .value("elasticity", .number, "Percents of the APR for a percent of the input."),
          .value(
            "apyDailyElasticity", .number, "The same of the APY compounded daily.",
            null: "the APR is above \(NoYield.limit)"),
          .value("aprAfter1PercentRise", .fraction, "The APR after a percent more of the input."),
          .value("aprAfter1PercentFall", .fraction, "The APR after a percent less of it."),
          .value("unit", .text, "What one unit of the input is."),
          .value("aprChangePerUnit", .fraction, "The change of the APR for one unit more."),
          .value(
            "aprChangePerStep", .fraction,
            "The change for one step of the on-chain integer, with as many digits as it needs."),
        ]),
      .value(
        "hurdleApr", .fraction, "The net APR that the break-evens are for.",
        null: "none is given and no APR above 0 exists"),
      .rows("breakEven", "What keeps stakers at that APR, by commission.", breakEven),
    ])

  private static let unreached = "nothing reaches the net APR"

  private static let breakEven: [AnswerKey] = [
    .value("commissionBps", .basisPoints, "The commission."),
    .value("netApr", .fraction, "The present APR after it.", null: "nobody stakes"),
    .value(
      "netApyDaily", .fraction, "The same, compounded daily.",
      null: "there is no net APR, or it is above \(NoYield.limit)"),
    .value("rewardPrice", .usd, "The least price of the reward token.", null: unreached),
    .value("rewardRate", .rawRate, "The least reward rate.", null: unreached),
    .value("totalSupply", .raw, "The largest stake, base units.", null: unreached),
    .value("stakePrice", .usd, "The largest price of the stake token.", null: unreached),
    .value("tvlUsd", .usd, "The largest value of the stake.", null: unreached),
  ]
}
