internal import FixedPoint
internal import Yields
internal import Quantities
internal import YieldKernels
internal import Contracts

extension GridEvaluator {
  /// The value at stake, or what is emitted.
  mutating func flow(_ metric: GridMetric) -> GridFigure {
    if metric == .tvlUsd { return tvl() }
    guard status == .active else { return .word(0) }
    let isDay = metric == .rewardsPerDay || metric == .rewardsPerDayUsd
    let seconds = isDay ? RewardVaultFlows.day : grid.year.seconds
    let inUSD = metric == .rewardsPerDayUsd || metric == .rewardsPerYearUsd
    return inUSD ? rewardsUSD(seconds) : rewards(seconds)
  }

  private mutating func tvl() -> GridFigure {
    if inputs.areWords(GridParameter.vaultMask),
      let word = RewardVaultFlows.fixedWidthTVL(
        totalSupply: inputs.word(.totalSupply), stakePrice: inputs.word(.stakePrice),
        factor: decimalsFactor())
    {
      return .word(word)
    }
    return .exact(
      RewardVaultFlows.tvlUSD(
        totalSupply: inputs.exact(.totalSupply), stakePrice: Wad(raw: inputs.exact(.stakePrice)),
        stakeDecimals: UInt8(inputs.small(.stakeDecimals))
      ).rawValue)
  }

  private func rewards(_ seconds: UInt64) -> GridFigure {
    if inputs.areWords(GridParameter.vaultMask),
      let word = RewardVaultFlows.fixedWidthRewards(
        rewardRate: inputs.word(.rewardRate), seconds: seconds)
    {
      return .word(word)
    }
    return .exact(
      RewardVaultFlows.rewards(rewardRate: inputs.exact(.rewardRate), seconds: seconds).rawValue)
  }

  private func rewardsUSD(_ seconds: UInt64) -> GridFigure {
    if inputs.areWords(GridParameter.vaultMask),
      let word = RewardVaultFlows.fixedWidthRewardsUSD(
        rewardRate: inputs.word(.rewardRate), rewardPrice: inputs.word(.rewardPrice),
        seconds: seconds)
    {
      return .word(word)
    }
    return .exact(
      RewardVaultFlows.rewardsUSD(
        rewardRate: inputs.exact(.rewardRate), rewardPrice: Wad(raw: inputs.exact(.rewardPrice)),
        seconds: seconds
      ).rawValue)
  }

  /// What one notification makes of the rewards; none where the contract would refuse it.
  func emission(_ metric: GridMetric) -> GridFigure {
    guard let period = emissionPeriod else { return .none }
    return .exact(metric == .emissionRate ? period.rewardRate.raw : period.rewardsDuration)
  }

  private var emissionPeriod: EmissionPeriod? {
    let rules = grid.profile.rewardVault
    let minimum =
      inputs.has(.minDuration)
      ? Seconds(inputs.small(.minDuration)) : Seconds(rules.minRewardDuration)
    let duration = Seconds(inputs.small(.duration))
    let time = inputs.has(.timestamp) ? inputs.small(.timestamp) : 0
    let target = RewardRate(unchecked: inputs.exact(.targetRate))
    let terms: EmissionTerms =
      target == .zero ? .duration(duration) : .targetRate(target, minimum: minimum)
    var running = EmissionPeriod.none
    running.undistributedRewards = inputs.exact(.undistributed)
    // What the contract refuses has no figure.
    let plan = try? EmissionPlan(
      reward: inputs.exact(.reward), terms: terms, at: Timestamp(unchecked: time), running: running,
      profile: grid.profile)
    return plan?.period
  }

  /// A pool's net yield; no APY where none is stated.
  func poolYield(_ metric: GridMetric) -> GridFigure {
    let source = PoolYieldSource(
      name: "yield", unchecked: ExactRational(Wad(raw: inputs.exact(.grossApr))),
      commission: BasisPoints(unchecked: Int(inputs.small(.commission))))
    let yield = PoolNetYield(
      sources: [source], feeRate: BasisPoints(unchecked: Int(inputs.small(.poolFee))))
    if metric == .poolNetApr { return .exact(yield.statedNetAPR.wad.rawValue) }
    let periods = inputs.has(.compounding) ? Int(inputs.small(.compounding)) : 365
    guard let apy = try? yield.netAPY(periodsPerYear: periods, rounding: .halfEven) else {
      return .none
    }
    return .exact(apy.wad.rawValue)
  }
}
