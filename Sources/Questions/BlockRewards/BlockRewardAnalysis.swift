internal import FixedPoint
package import Contracts
internal import Yields
package import Quantities

/// `berayield block-reward`: what a block pays, and what a validator can expect in a year.
package enum BlockRewardAnalysis {
  /// Answers with a block's reward and the yearly expectation.
  ///
  /// - Parameters:
  ///   - values: the inputs.
  ///   - year: the year of the expectation.
  ///   - profile: the protocol's rules.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the sheet.
  /// - Throws: `Fault`.
  package static func sheet(
    _ values: InputValues, year: YearLength, profile: ProtocolProfile, notes: inout InputNotes
  ) throws -> AnalysisSheet {
    var values = values
    let inputs = try BlockRewardInputs(&values, profile: profile, notes: &notes)
    return try values.analyzing {
      let block = try BlockEmission(rewards: inputs.rewards, boost: inputs.boost ?? .zero)
      var sheet = AnalysisSheet(title: "Block reward  [\(profile.era.rawValue)]")
      sheet.append(figures: figures(of: block, inputs, profile.era))
      let recorded = ProtocolProfile.ValidatorSet.recordedBlockSeconds
      let expected = try emission(block, inputs, inputs.blockTime, year)
      sheet.append(
        "validator",
        title: inputs.stake == nil ? "the whole network, a year" : "the validator, a year",
        figures: figures(of: expected, inputs.rewardPrice))
      if inputs.blockTime != recorded {
        sheet.append(
          "validatorAtRecordedBlockTime",
          title: "the same at the recorded average of mainnet blocks",
          figures: figures(of: try emission(block, inputs, recorded, year), inputs.rewardPrice))
      }
      sheet.remarks = [
        "expected, not promised: proposers are drawn with a probability proportional to stake",
        "block time used: \(inputs.blockTime.wad(rounding: .down).text()) s; mainnet blocks on "
          + "record came \(recorded.wad(rounding: .down).text()) s apart on average",
      ]
      sheet.warnings = warnings(inputs, profile)
      return sheet
    }
  }

  private static func emission(
    _ block: BlockEmission, _ inputs: BlockRewardInputs, _ blockTime: ExactRational,
    _ year: YearLength
  ) throws -> ValidatorEmission {
    try ValidatorEmission(
      stake: inputs.stake?.own ?? 1, totalStake: inputs.stake?.total ?? 1, blockTime: blockTime,
      basePerBlock: block.base, rewardPerBlock: block.reward, year: year)
  }

  private static func figures(
    of block: BlockEmission, _ inputs: BlockRewardInputs, _ era: ProtocolProfile.Era
  ) -> [AnalysisSheet.Figure] {
    var figures: [AnalysisSheet.Figure] = [
      .text("era", "era", era.rawValue),
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

  private static func figures(
    of expected: ValidatorEmission, _ price: Price?
  ) -> [AnalysisSheet.Figure] {
    let all = expected.basePerYear + expected.rewardPerYear
    return [
      .decimal("blockTime", "block time", expected.blockTime, "s"),
      .ratio("proposalProbability", "proposes", expected.proposalProbability),
      .decimal("blocksPerYear", "blocks", expected.blocksPerYear, ""),
      .decimal("basePerYear", "to the operator", expected.basePerYear, "tokens"),
      .decimal("rewardPerYear", "to vaults", expected.rewardPerYear, "tokens"),
      .decimal("totalPerYear", "in all", all, "tokens"),
    ]
      + (price.map {
        [.decimal("totalUsdPerYear", "", all * ExactRational($0.wad), "USD")]
      } ?? [])
  }

  private static func warnings(
    _ inputs: BlockRewardInputs, _ profile: ProtocolProfile
  ) -> [String] {
    var warnings: [String] = []
    if inputs.rewards.boostCurve != nil, inputs.boost == nil {
      warnings.append("no boost given: 0 is taken, at which vaults get the minimum only")
    }
    let set = profile.validatorSet
    if let stake = inputs.stake {
      if stake.own < ExactInteger(set.minimumStake) {
        warnings.append("the stake is below the least of an active validator, \(set.minimumStake)")
      }
      if stake.own > ExactInteger(set.maximumStake) {
        warnings.append("the stake is above the greatest of a validator, \(set.maximumStake)")
      }
      if stake.total > ExactInteger(set.maximumStake) * ExactInteger(set.activeValidators) {
        warnings.append(
          "the total stake is more than \(set.activeValidators) validators can have")
      }
    }
    return warnings
  }
}
