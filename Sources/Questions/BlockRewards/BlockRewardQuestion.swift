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

  /// What vaults pay for the emission that the validator directs to them.
  package struct Incentives: Sendable {
    /// USD of incentives for one whole reward token.
    package let bid: Price
    /// The commission that is stored, basis points; nil where none was ever set.
    package let stored: UInt64?

    /// The validator's part of the bid.
    func commission(under profile: ProtocolProfile) throws(Fault) -> ExactRational {
      let terms = try CommissionTerms(stored: stored, rules: profile.commission)
      let fee = try BasisPoints(profile: profile.incentiveFeeRate).fraction
      return (.one - fee) * (try terms.effective().fraction)
    }
  }

  package let rewards: ProtocolProfile.BlockRewards
  /// The share of all boosts; nil where none is given.
  package let boost: Wad?
  /// The share once what is queued now boosts; nil where none is given.
  package let boostsAfter: Wad?
  /// Seconds from one block to the next, exact.
  package let blockTime: ExactRational
  /// Nil for the whole network.
  package let stake: Stake?
  package let rewardPrice: Price?
  /// Nil where only the operator's own leg counts.
  package let incentives: Incentives?
  package let year: YearLength
  package let profile: ProtocolProfile

  /// What a block pays in.
  private var token: String { profile.era.rewardToken.symbol }

  /// A block's reward and the yearly expectation.
  ///
  /// - Throws: a `Fault` at the input that the contract or the arithmetic refuses.
  package func sheet() throws(Fault) -> Sheet {
    let block = try BlockEmission(rewards: rewards, boost: boost)
    var sheet = Sheet("Block reward, era \(profile.era.rawValue)")
    sheet.append(figures: figures(of: block))
    let recorded = ProtocolProfile.ValidatorSet.recordedBlockSeconds
    sheet.append(
      "validator",
      title: .heading(stake == nil ? "whole network, per year" : "validator, per year"),
      figures: try figures(of: try emission(block, blockTime)))
    if blockTime != recorded {
      sheet.append(
        "validatorAtRecordedBlockTime",
        title: .heading("the same at the average block time of mainnet"),
        figures: try figures(of: try emission(block, recorded)))
    }
    if let boostsAfter {
      sheet.append(
        "afterActivation", title: .heading("once a queued boost is active, per year"),
        figures: try activation(boostsAfter))
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

  /// The block reward at the boost that comes after the activation delay.
  private func activation(_ boost: Wad) throws(Fault) -> [Figure] {
    let block = try BlockEmission(rewards: rewards, boost: boost)
    let delay = profile.boosts.activationDelay
    return [
      .count("delayBlocks", "after", delay, "blocks"),
      .duration("delaySeconds", "", ExactRational(delay) * blockTime),
      .ratio("boost", "boost", boost), known(block.reward, "reward", "to vaults"),
    ] + (try figures(of: try emission(block, blockTime)))
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
      .wei("base", "to the operator", block.base, "\(token) per block"),
      known(block.reward, "reward", "to vaults"),
    ]
    if let curve = rewards.boostCurve {
      let boosted = block.boosted
      figures += [
        known(boosted?.mathematical, "rewardMathematical", "exact value"),
        boosted.map {
          .raw("difference", "contract minus exact value", $0.contract - $0.mathematical, "wei")
        } ?? .none("difference", "contract minus exact value", Self.needsBoost),
        boosted.map { .ratio("boost", "boost", $0.boost) }
          ?? .none("boost", "boost", Self.needsBoost),
        .wei("rewardRate", "rewardRate", ExactInteger(rewards.rewardRate), "\(token) per block"),
        .wei("boostMultiplier", "boostMultiplier", ExactInteger(curve.multiplier)),
        .wei("rewardConvexity", "rewardConvexity", ExactInteger(curve.convexity)),
        .wei(
          "minBoostedRewardRate", "minBoostedRewardRate", ExactInteger(curve.minimumRewardRate),
          "\(token) per block"),
      ]
    }
    return figures + [
      known(block.total, "total", "total"),
      .program(
        "totalTokens", block.total.map { .string(Wad(raw: $0).text()) } ?? .null),
    ]
  }

  private static let needsBoost = "needs --boost"

  /// Wei per block, or that they depend on a boost.
  private func known(_ wei: ExactInteger?, _ key: String, _ label: String) -> Figure {
    wei.map { .wei(key, label, $0, "\(token) per block") } ?? .none(key, label, Self.needsBoost)
  }

  private func figures(of expected: ValidatorEmission) throws(Fault) -> [Figure] {
    let toVaults = expected.rewardPerYear
    let all = toVaults.map { expected.basePerYear + $0 }
    func tokens(_ value: ExactRational?, _ key: String, _ label: String) -> Figure {
      value.map { .decimal(key, label, $0, token) } ?? .none(key, label, Self.needsBoost)
    }
    let figures: [Figure] = [
      .number("blockTimeSeconds", "block time", expected.blockTime, "s"),
      .ratio("proposalProbability", "share of blocks", expected.proposalProbability),
      .decimal("blocksPerYear", "blocks", expected.blocksPerYear, ""),
      .decimal("basePerYearTokens", "to the operator", expected.basePerYear, token),
      tokens(toVaults, "rewardPerYearTokens", "to vaults"),
      tokens(all, "totalPerYearTokens", "total"),
    ]
    let value = rewardPrice.map { price -> [Figure] in
      let usd = all.map { $0 * ExactRational(price.wad) }
      return [
        usd.map { .usd("totalPerYearUsd", "", $0) }
          ?? .none("totalPerYearUsd", "", Self.needsBoost)
      ]
    }
    return figures + (value ?? []) + (try yields(of: expected))
  }

  /// What the stake earns: the operator's leg, without and with the incentives that vaults pay.
  private func yields(of expected: ValidatorEmission) throws(Fault) -> [Figure] {
    let (key, label) = ("yieldOnStake", "yield on the stake")
    let withKey = "yieldOnStakeWithIncentives"
    let withLabel = "the same with incentives"
    guard let stake else {
      let reason = "needs --stake and --total-stake"
      return [.none(key, label, reason), .none(withKey, withLabel, reason)]
    }
    let base = expected.yieldOnStake
    guard let incentives, let rewardPrice else {
      return [
        .ratio(key, label, base, orNone: "none: no stake"),
        .none(withKey, withLabel, "needs --market-bid and --reward-price"),
      ]
    }
    let commission = try incentives.commission(under: profile)
    let yield = try expected.yieldOnStake(
      bid: incentives.bid, rewardPrice: rewardPrice, commission: commission)
    let reason =
      stake.own.isZero
      ? "none: no stake" : expected.rewardPerBlock == nil ? Self.needsBoost : "none: no price"
    return [
      .ratio(key, label, base, orNone: "none: no stake"),
      .ratio(withKey, withLabel, yield, orNone: reason),
    ]
  }

  private var warnings: [Warning] {
    var warnings = doubts
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
