public import Contracts
public import Quantities

/// A way of stating a vault's yield that differs from the exact APR, and that published figures have
/// been found to follow.
///
/// Years and compoundings in use: 31536000, 365.25 d, 31557600 and 31556952 s; n = 365 by most
/// trackers, n = 2190 by Beefy. The others are the mistakes that bug reports name: scales, decimals,
/// stale periods, prices, commissions and denominators.
public enum PublishedConvention: Hashable, Sendable {
  /// A percentage is printed without its sign: 50 where 0.5 is meant.
  case percentReadAsFraction
  /// A fraction is printed as if it were a percentage: 0.5 % where 50 % is meant.
  case fractionReadAsPercent
  /// Basis points are printed without their unit: 5000 where 0.5 is meant.
  case basisPointsReadAsFraction
  /// The figure is an APY, compounded this many times per year.
  case compounded(periodsPerYear: Int)
  /// The figure is an APY, compounded continuously.
  case compoundedContinuously
  /// The APR was taken for an APY and brought back to an APR with this many compoundings per year.
  case decompounded(periodsPerYear: Int)
  /// The APR was taken for an APY and brought back to an APR by its logarithm.
  case decompoundedContinuously
  /// A year of another length, in seconds.
  case year(seconds: UInt64)
  /// `rewardRate`, scale 1e36, was divided by 1e18 only.
  case rewardRateScaleTooLarge
  /// `rewardRate`, scale 1e36, was divided by 1e18 once too often.
  case rewardRateScaleTooSmall
  /// The stake token was given other decimals.
  case stakeDecimals(Int)
  /// The reward token was priced at 1.
  case rewardPriceMissing
  /// The stake token was priced at 1.
  case stakePriceMissing
  /// The reward token's price was left as the raw integer of an oracle with these decimals.
  case rewardPriceRaw(decimals: Int)
  /// The stake token's price was left as the raw integer of an oracle with these decimals.
  case stakePriceRaw(decimals: Int)
  /// The two prices changed places.
  case pricesSwapped
  /// The period had finished, and the figure goes on as if it ran.
  case periodFinishIgnored
  /// The period runs, and the figure is 0 as if it had finished or could not be read.
  case readAsZero
  /// The figure is before commission.
  case commissionNotTaken
  /// The commission was taken from what was already net of it.
  case commissionTakenTwice
  /// A commission was taken where none is known of.
  case commissionTaken(BasisPoints)
  /// The rate was divided by the stake token's whole supply, not by what is staked in the vault.
  case wholeSupplyAsStake
  /// The rate was read as a rate per block, with blocks of this many seconds.
  case ratePerBlock(seconds: UInt64)
  /// The reward token was priced as that of the other era, whose era this is.
  case otherEraRewardPrice(ProtocolProfile.Era)
  /// The fee on incentives of the era bgt is taken, which PoL Next does not have.
  case otherEraIncentiveFee
  /// A block emits what one of the other era does, which this is, at full boost where there are boosts.
  case otherEraBlockReward(ProtocolProfile.Era)
}

extension PublishedConvention {
  /// A part of the calculation; two conventions that concern the same part exclude each other.
  enum Part: Hashable, Sendable {
    case presentation, compounding, year, rate, decimals, rewardPrice, stakePrice
    case period, commission, fee, stake
  }

  /// The parts of the calculation that the convention replaces.
  var parts: Set<Part> {
    switch self {
    case .percentReadAsFraction, .fractionReadAsPercent, .basisPointsReadAsFraction:
      [.presentation]
    case .compounded, .compoundedContinuously, .decompounded, .decompoundedContinuously:
      [.compounding]
    case .year: [.year]
    case .rewardRateScaleTooLarge, .rewardRateScaleTooSmall, .ratePerBlock, .otherEraBlockReward:
      [.rate]
    case .stakeDecimals: [.decimals]
    case .rewardPriceMissing, .rewardPriceRaw, .otherEraRewardPrice: [.rewardPrice]
    case .stakePriceMissing, .stakePriceRaw: [.stakePrice]
    case .pricesSwapped: [.rewardPrice, .stakePrice]
    case .periodFinishIgnored, .readAsZero: [.period]
    case .commissionNotTaken, .commissionTakenTwice, .commissionTaken: [.commission]
    case .otherEraIncentiveFee: [.fee]
    case .wholeSupplyAsStake: [.stake]
    }
  }
}

extension PublishedConvention {
  /// A short name, stable for programs.
  public var name: String {
    switch self {
    case .percentReadAsFraction: "percentReadAsFraction"
    case .fractionReadAsPercent: "fractionReadAsPercent"
    case .basisPointsReadAsFraction: "basisPointsReadAsFraction"
    case .compounded(let periods): "apy\(periods)"
    case .compoundedContinuously: "apyContinuous"
    case .decompounded(let periods): "aprFromApy\(periods)"
    case .decompoundedContinuously: "aprFromApyContinuous"
    case .year(let seconds): "year\(seconds)"
    case .rewardRateScaleTooLarge: "rewardRateScale1e18"
    case .rewardRateScaleTooSmall: "rewardRateScale1e54"
    case .stakeDecimals(let count): "stakeDecimals\(count)"
    case .rewardPriceMissing: "rewardPriceMissing"
    case .stakePriceMissing: "stakePriceMissing"
    case .rewardPriceRaw(let decimals): "rewardPriceRaw\(decimals)"
    case .stakePriceRaw(let decimals): "stakePriceRaw\(decimals)"
    case .pricesSwapped: "pricesSwapped"
    case .periodFinishIgnored: "periodFinishIgnored"
    case .readAsZero: "readAsZero"
    case .commissionNotTaken: "commissionNotTaken"
    case .commissionTakenTwice: "commissionTakenTwice"
    case .commissionTaken(let rate): "commissionTaken\(rate.value)"
    case .wholeSupplyAsStake: "wholeSupplyAsStake"
    case .ratePerBlock(let seconds): "ratePerBlock\(seconds)s"
    case .otherEraRewardPrice: "otherEraRewardPrice"
    case .otherEraIncentiveFee: "otherEraIncentiveFee"
    case .otherEraBlockReward: "otherEraBlockReward"
    }
  }
}
