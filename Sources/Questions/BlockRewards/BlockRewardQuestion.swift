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
    var sheet = Sheet("Block reward  [\(profile.era.rawValue)]")
    sheet.append(figures: figures(of: block))
    let recorded = ProtocolProfile.ValidatorSet.recordedBlockSeconds
    sheet.append(
      "validator",
      title: .heading(stake == nil ? "the whole network, a year" : "the validator, a year"),
      figures: figures(of: try emission(block, blockTime)))
    if blockTime != recorded {
      sheet.append(
        "validatorAtRecordedBlockTime",
        title: .heading("the same at the recorded average of mainnet blocks"),
        figures: figures(of: try emission(block, recorded)))
    }
    sheet.append(.warnings)
    sheet.remarks = [
      "expected, not promised: proposers are drawn with a probability proportional to stake",
      "block time used: \(blockTime.wad(rounding: .down).text()) s; mainnet blocks on "
        + "record came \(recorded.wad(rounding: .down).text()) s apart on average",
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
      .raw("base", "to the operator", block.base, "wei a block"),
      .raw("reward", "to vaults", block.reward, "wei a block, the contract's bits"),
    ]
    if let boosted = block.boosted {
      figures += [
        .raw(
          "rewardMathematical", "the formula's true value", boosted.mathematical,
          "wei a block, rounded down once"),
        .raw(
          "difference", "contract less true value", boosted.contract - boosted.mathematical, "wei"),
        .ratio("boost", "boost", boosted.boost),
        .raw("rewardRate", "rewardRate", boosted.rewardRate, "wei a block"),
        .tokens("boostMultiplier", "boostMultiplier", ExactInteger(boosted.curve.multiplier), ""),
        .tokens("rewardConvexity", "rewardConvexity", ExactInteger(boosted.curve.convexity), ""),
        .raw(
          "minBoostedRewardRate", "at least", ExactInteger(boosted.curve.minimumRewardRate),
          "wei a block"),
      ]
    }
    figures += [
      .raw("total", "in all", block.total, "wei a block"),
      .tokens("totalTokens", "", block.total, "tokens a block"),
    ]
    return figures
  }

  private func figures(of expected: ValidatorEmission) -> [Figure] {
    let all = expected.basePerYear + expected.rewardPerYear
    return [
      .decimal("blockTime", "block time", expected.blockTime, "s"),
      .ratio("proposalProbability", "proposes", expected.proposalProbability),
      .decimal("blocksPerYear", "blocks", expected.blocksPerYear, ""),
      .decimal("basePerYear", "to the operator", expected.basePerYear, "tokens"),
      .decimal("rewardPerYear", "to vaults", expected.rewardPerYear, "tokens"),
      .decimal("totalPerYear", "in all", all, "tokens"),
    ]
      + (rewardPrice.map {
        [.decimal("totalUsdPerYear", "", all * ExactRational($0.wad), "USD")]
      } ?? [])
  }

  private var warnings: [Warning] {
    var warnings = doubts
    if rewards.boostCurve != nil, boost == nil {
      warnings.append(
        Warning(
          .boostAssumed, "no boost given: 0 is taken, at which vaults get the minimum only",
          field: "boost"))
    }
    let set = profile.validatorSet
    func tokens(_ wei: UInt128) -> String { Wad(raw: ExactInteger(wei)).text() }
    if let stake {
      if stake.own < ExactInteger(set.minimumStake) {
        warnings.append(
          Warning(
            .stakeBelowMinimum,
            "the stake is below the least of an active validator, \(tokens(set.minimumStake)) BERA",
            field: "stake"))
      }
      if stake.own > ExactInteger(set.maximumStake) {
        warnings.append(
          Warning(
            .stakeAboveMaximum,
            "the stake is above the greatest of a validator, \(tokens(set.maximumStake)) BERA",
            field: "stake"))
      }
      if stake.total > ExactInteger(set.maximumStake) * ExactInteger(set.activeValidators) {
        warnings.append(
          Warning(
            .totalStakeAboveMaximum,
            "the total stake is more than \(set.activeValidators) validators can have",
            field: "totalStake"))
      }
    }
    return warnings
  }
}
