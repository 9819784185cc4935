public import FixedPoint
public import Quantities
public import Faults

/// What a validator can expect to propose and to direct in a year.
///
/// A block's proposer is drawn with a probability proportional to stake, so the expected number of
/// blocks is `year / blockTime * stake / totalStake`. An expectation, not a promise: the real number
/// scatters around it. Source: Berachain documentation, "Block Production & Rewards".
public struct ValidatorEmission: Hashable, Sendable {
  /// The validator's part of the active stake, 0 to 1.
  ///
  /// Exact.
  public let proposalProbability: ExactRational
  /// Seconds per block that the figures are for.
  public let blockTime: ExactRational
  /// The year that the figures are for.
  public let year: YearLength
  /// The validator's stake, whole BERA.
  ///
  /// Exact.
  public let stakeTokens: ExactRational
  /// Expected blocks per year.
  ///
  /// Exact.
  public let blocksPerYear: ExactRational
  /// Reward token wei per block for the operator.
  public let basePerBlock: ExactInteger
  /// Reward token wei per block that the validator directs to vaults; nil where that is not known.
  public let rewardPerBlock: ExactInteger?

  /// A validator's expectation.
  ///
  /// - Parameters:
  ///   - stake: the validator's stake, wei of BERA.
  ///   - totalStake: the stake of all active validators, wei of BERA.
  ///   - blockTime: seconds per block.
  ///   - basePerBlock: wei per block for the operator.
  ///   - rewardPerBlock: wei per block for the vaults; nil where that is not known.
  ///   - year: the year that the figures are for.
  /// - Throws: `Fault` for a stake above the total, or a block time that is not
  ///   more than 0.
  public init(
    stake: ExactInteger,
    totalStake: ExactInteger,
    blockTime: ExactRational,
    basePerBlock: ExactInteger,
    rewardPerBlock: ExactInteger?,
    year: YearLength
  ) throws(Fault) {
    try Fault.requireNotNegative(stake, "stake")
    try Fault.requirePositive(totalStake, "totalStake")
    try Fault.requirePositive(blockTime.numerator, "blockTime")
    guard stake <= totalStake else {
      throw .invalid(
        field: "stake", found: stake.description,
        expected: "at most the total stake, \(totalStake)")
    }
    proposalProbability = ExactRational(stake, overNonZero: totalStake)
    stakeTokens = ExactRational(Wad(raw: stake))
    self.blockTime = blockTime
    self.year = year
    blocksPerYear =
      ExactRational(year.seconds).divided(byNonZero: blockTime) * proposalProbability
    self.basePerBlock = basePerBlock
    self.rewardPerBlock = rewardPerBlock
  }

  /// Expected reward tokens per year for the operator, whole tokens.
  ///
  /// Exact.
  public var basePerYear: ExactRational {
    blocksPerYear * ExactRational(Wad(raw: basePerBlock))
  }

  /// Expected reward tokens per year for the vaults, whole tokens; nil where the reward is not known.
  ///
  /// Exact.
  public var rewardPerYear: ExactRational? {
    rewardPerBlock.map { blocksPerYear * ExactRational(Wad(raw: $0)) }
  }

  /// What the operator gets per year for one BERA of the stake, a fraction; nil without stake.
  ///
  /// A reward token counts as one BERA. Exact.
  public var yieldOnStake: ExactRational? {
    stakeTokens.isZero ? nil : basePerYear.divided(byNonZero: stakeTokens)
  }

  /// The same with the validator's part of the incentives that vaults pay for its emission.
  ///
  /// Exact: (base * price + reward * bid * commission) / (stake * price).
  ///
  /// - Parameters:
  ///   - bid: USD of incentives for one whole reward token.
  ///   - rewardPrice: USD for one whole reward token, and for one BERA.
  ///   - commission: the validator's part of the bid, a fraction.
  /// - Returns: the yield, a fraction; nil without stake, price or a known reward.
  /// - Throws: `Fault` for a commission outside of 0 to 1.
  public func yieldOnStake(
    bid: Price, rewardPrice: Price, commission: ExactRational
  ) throws(Fault) -> ExactRational? {
    guard !commission.isNegative, commission <= .one else {
      throw .invalid(
        field: "commissionBps", found: commission.wad(rounding: .down).text(), expected: "0 to 1")
    }
    let value = stakeTokens * ExactRational(rewardPrice.wad)
    guard let rewardPerYear, !value.isZero else { return nil }
    let income =
      basePerYear * ExactRational(rewardPrice.wad)
      + rewardPerYear * ExactRational(bid.wad) * commission
    return income.divided(byNonZero: value)
  }
}
