internal import Text
package import Contracts
package import Faults
package import FixedPoint
package import Quantities
package import Sheets
internal import Yields

/// What a block pays, and what a validator can expect in a year.
package struct BlockRewardQuestion: Sendable {
  /// A validator's stake and that of all active ones, wei of BERA.
  package struct Stake: Sendable {
    package let own: ExactInteger
    package let total: ExactInteger
  }

  package let rewards: ProtocolProfile.BlockRewards
  /// The share of all boosts; nil where none is given.
  package let boost: Wad?
  /// Seconds from one block to the next, exact.
  package let blockTime: ExactRational
  /// Nil for the whole network.
  package let stake: Stake?
  package let rewardPrice: Price?
  package let year: YearLength
  package let profile: ProtocolProfile

  /// A block's reward and the yearly expectation.
  ///
  /// - Throws: a `Fault` at the input that the contract or the arithmetic refuses.
  package func sheet() throws(Fault) -> Sheet {
    let block = try BlockEmission(rewards: rewards, boost: boost ?? .zero)
    var sheet = Sheet("Block reward, era \(profile.era.rawValue)")
    sheet.append(figures: figures(of: block))
    let recorded = ProtocolProfile.ValidatorSet.recordedBlockSeconds
    sheet.append(
      "validator",
      title: .heading(stake == nil ? "whole network, per year" : "validator, per year"),
      figures: figures(of: try emission(block, blockTime)))
    if blockTime != recorded {
      sheet.append(
        "validatorAtRecordedBlockTime",
        title: .heading("the same at the average block time of mainnet"),
        figures: figures(of: try emission(block, recorded)))
    }
    sheet.append(.warnings)
    sheet.remarks = [
      "expected values: proposers are drawn at random, in proportion to stake",
      "block time used: \(blockTime.wad(rounding: .down).text()) s; mainnet average on record: "
        + "\(recorded.wad(rounding: .down).text()) s",
    ]
    sheet.warnings = warnings
    return sheet
  }

  private func emission(
    _ block: BlockEmission, _ blockTime: ExactRational
  ) throws(Fault) -> ValidatorEmission {
    try ValidatorEmission(
      stake: stake?.own ?? 1, totalStake: stake?.total ?? 1, blockTime: blockTime,
      basePerBlock: block.base, rewardPerBlock: block.reward, year: year)
  }

  private func figures(of block: BlockEmission) -> [Figure] {
    var figures: [Figure] = [
      .text("era", "era", profile.era.rawValue),
      .wei("base", "to the operator", block.base, "tokens per block"),
      .wei("reward", "to vaults", block.reward, "tokens per block"),
    ]
    if let boosted = block.boosted {
      figures += [
        .wei("rewardMathematical", "exact value", boosted.mathematical, "tokens per block"),
        .raw(
          "difference", "contract minus exact value",
          boosted.contract - boosted.mathematical, "wei"),
        .ratio("boost", "boost", boosted.boost),
        .wei("rewardRate", "rewardRate", boosted.rewardRate, "tokens per block"),
        .wei("boostMultiplier", "boostMultiplier", ExactInteger(boosted.curve.multiplier)),
        .wei("rewardConvexity", "rewardConvexity", ExactInteger(boosted.curve.convexity)),
        .wei(
          "minBoostedRewardRate", "minBoostedRewardRate",
          ExactInteger(boosted.curve.minimumRewardRate), "tokens per block"),
      ]
    }
    figures += [
      .wei("total", "total", block.total, "tokens per block"),
      .program("totalTokens", .string(Wad(raw: block.total).text())),
    ]
    return figures
  }

  private func figures(of expected: ValidatorEmission) -> [Figure] {
    let all = expected.basePerYear + expected.rewardPerYear
    return [
      .number("blockTimeSeconds", "block time", expected.blockTime, "s"),
      .ratio("proposalProbability", "share of blocks", expected.proposalProbability),
      .decimal("blocksPerYear", "blocks", expected.blocksPerYear, ""),
      .decimal("basePerYearTokens", "to the operator", expected.basePerYear, "tokens"),
      .decimal("rewardPerYearTokens", "to vaults", expected.rewardPerYear, "tokens"),
      .decimal("totalPerYearTokens", "total", all, "tokens"),
    ]
      + (rewardPrice.map {
        [.usd("totalPerYearUsd", "", all * ExactRational($0.wad))]
      } ?? [])
  }

  private var warnings: [Warning] {
    var warnings = doubts
    if rewards.boostCurve != nil, boost == nil {
      warnings.append(
        Warning(
          .boostAssumed, "no boost given: assumed to be 0, where vaults get only the minimum",
          field: "boost"))
    }
    let set = profile.validatorSet
    func tokens(_ wei: UInt128) -> String { Wad(raw: ExactInteger(wei)).text() }
    if let stake {
      if stake.own < ExactInteger(set.minimumStake) {
        warnings.append(
          Warning(
            .stakeBelowMinimum,
            "the stake is below the minimum of an active validator, \(tokens(set.minimumStake)) BERA",
            field: "stake"))
      }
      if stake.own > ExactInteger(set.maximumStake) {
        warnings.append(
          Warning(
            .stakeAboveMaximum,
            "the stake is above the maximum of a validator, \(tokens(set.maximumStake)) BERA",
            field: "stake"))
      }
      if stake.total > ExactInteger(set.maximumStake) * ExactInteger(set.activeValidators) {
        warnings.append(
          Warning(
            .totalStakeAboveMaximum,
            "the total stake is more than \(set.activeValidators) active validators can hold",
            field: "totalStake"))
      }
    }
    return warnings
  }
}
