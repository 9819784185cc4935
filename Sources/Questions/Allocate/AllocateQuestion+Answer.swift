internal import Contracts
internal import Yields

extension AllocateQuestion {
  /// What `allocate` answers.
  package static let answer = Answer(
    "allocate", "allocate", "The allocation that draws the most incentives, and the proof.",
    roots: [
      .object([
        .provenance, .value("validator", .text, "The validator's public key."),
        .words("era", ProtocolProfile.Era.allCases.map(\.rawValue), "The vaults' era."),
        .figure(.evaluatedAt), .value("days", .count, "The horizon."),
        .value("emissionPerDay", .raw, "Wei that the validator directs to vaults per day."),
        .value("emission", .raw, "Wei that it directs over the horizon."),
        .value(
          "startBlock", .count, "The first block of the new allocation.",
          null: "the snapshot does not have BeraChef's delay"),
        .value("usd", .usd, "What the weights draw over the horizon."),
        .value(
          "bound", .usd,
          "What no allocation within the limits exceeds: equal to usd, unless the search was cut short; "
            + "then rounded up."),
        .value("gap", .usd, "How much better another allocation can be at most, rounded up."),
        .value(
          "validatorUsd", .usd, "The validator's part: its commission on what the fee leaves."),
        .value("nodes", .count, "Sets of vaults that were taken apart; 0 where none had to be."),
        .object("marginal", "What a step of weight is worth.", marginal),
        .rows("weights", "The best weights, the largest first.", weights),
        .object(
          "present", "The allocation that rewards follow now.",
          [
            .value("usd", .usd, "What it draws over the horizon.", null: "it could not be read"),
            .rows("weights", "Its weights.", others),
          ]),
        .object(
          "default", "The allocation of those who set none.",
          [
            .value(
              "usd", .usd, "What it draws over the horizon.",
              null: "there is none, or it could not be read"),
            .rows("weights", "Its weights.", others),
          ]),
        [ObservedVault.Unpriced].answer,
        .object(
          "calldata", "The transaction of the change.", given: "with --calldata",
          [
            .value("to", .text, "BeraChef, which the validator's operator calls."),
            .value("function", .text, "The function."),
            .value("data", .text, "Selector and arguments: validator, startBlock, weights."),
          ]), .warnings,
      ])
    ], usualRows: "allocation",
    furtherRows: [
      .init(
        name: "allocation",
        keys: [
          .value("vault", .text, "A vault that is in."),
          .value("weight", .basisPoints, "Its weight."),
        ])
    ])

  private static let marginal: [AnswerKey] = [
    .value(
      "last", .usd, "The least valuable step that is in, over the horizon.",
      null: "every step must be where it is"),
    .value("lastVault", .text, "Where it is.", null: "every step must be where it is"),
    .value(
      "next", .usd, "The most valuable step that is not in.", null: "no vault may have more"),
    .value("nextVault", .text, "Where it would be.", null: "no vault may have more"),
    .value("stepBps", .basisPoints, "The weight of a step."),
  ]

  private static let weights: [AnswerKey] = [
    .value("vault", .text, "The vault's address."),
    .value("name", .text, "Its name.", null: "it has none"),
    .value("weight", .basisPoints, "Its weight."),
    .value("usd", .usd, "What its incentives pay for that over the horizon."),
    .value("bid", .usd, "What its offers bid for a reward token, those that are empty left out."),
    .value(
      "emptyAt", .time, "When the last of its offers has run dry at that emission.",
      null: "none pays, or nothing is emitted"),
    .value(
      "nextUsd", .usd, "What one basis point more would pay.", null: "the vault is at its limit"),
  ]

  private static let others: [AnswerKey] = [
    .value("vault", .text, "The vault's address."), .value("weight", .basisPoints, "Its weight."),
    .value("usd", .usd, "What its incentives pay for that; 0 where the snapshot lacks the vault."),
  ]
}
