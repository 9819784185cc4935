/// The kinds of warnings, a closed list; the raw value is stable for programs.
///
/// This is the only list: questions, rows of a table, points of a grid and documents read it.
public enum WarningCode: String, CaseIterable, Hashable, Sendable {
  // Inputs in another scale or in each other's place.
  case rewardRateScale, amountScale, stakeDecimals, tokenDecimals, priceScale, pricesSwapped
  case beyondUint256
  // Times.
  case periodExpired, periodAssumedActive, periodFar, beyondCentury
  // Stakes and yields.
  case noStake, dustStake, yieldBeyondRange, commissionCap
  // Emission.
  case zeroRate, durationRefused, rateLowered, targetRate
  // Incentives, blocks and allocations.
  case feeWithoutEffect, boostAssumed, stakeBelowMinimum, stakeAboveMaximum, totalStakeAboveMaximum
  case noAllocation, baselineAllocation, defaultAllocation
  // Pools.
  case sharePriceFar, nothingReceived, beyondPool, operationRefused, poolCollecting
  case sharePriceMissing, sharePriceStale
}

extension WarningCode {
  /// What is doubted, in one sentence.
  public var meaning: String { entry.meaning }

  /// When the warning is given, with its bounds.
  public var rule: String { entry.rule }

  private typealias Entry = (meaning: String, rule: String)

  private var entry: Entry {
    switch self {
    case .rewardRateScale, .amountScale, .stakeDecimals, .tokenDecimals, .priceScale,
      .pricesSwapped, .beyondUint256:
      scaleEntry
    case .periodExpired, .periodAssumedActive, .periodFar, .beyondCentury, .noStake, .dustStake,
      .yieldBeyondRange, .commissionCap:
      stateEntry
    case .zeroRate, .durationRefused, .rateLowered, .targetRate, .feeWithoutEffect, .boostAssumed,
      .stakeBelowMinimum, .stakeAboveMaximum, .totalStakeAboveMaximum, .noAllocation,
      .baselineAllocation, .defaultAllocation:
      emissionEntry
    case .sharePriceFar, .nothingReceived, .beyondPool, .operationRefused, .poolCollecting,
      .sharePriceMissing, .sharePriceStale:
      poolEntry
    }
  }

  private var scaleEntry: Entry {
    switch self {
    case .rewardRateScale:
      (
        "A reward rate is perhaps in another scale than 1e36.",
        "It is not 0 and below 1e25 (1e-11 tokens a second), or above 1e42 (1e6 tokens a second)."
      )
    case .amountScale:
      (
        "An amount of base units is perhaps in whole tokens, or scaled once too often.",
        "Of a token of 18 decimals: it is not 0 and below 1e12 (a millionth of a token), or above "
          + "1e30 (1e12 tokens)."
      )
    case .stakeDecimals:
      (
        "The stake token perhaps has other decimals.",
        "The stake is worth less than 1 USD or more than 1e13 USD, and with 6, 8 or 18 decimals it "
          + "would be worth more than 100 and less than 1e10 USD."
      )
    case .tokenDecimals:
      (
        "An incentive token perhaps has other decimals.",
        "Its bid is not 0 and below 1e-6 USD or above 1e6 USD for a reward token, and with 6, 8 or "
          + "18 decimals it would be from 1e-4 to 1e4 USD."
      )
    case .priceScale:
      (
        "A price is perhaps the raw integer of a feed.",
        "It is 1e8 USD or more; scales of 1e6, 1e8, 1e10 and 1e18 are named that make it 1e-4 to "
          + "1e6 USD."
      )
    case .pricesSwapped:
      (
        "The two prices are perhaps in each other's place.",
        "The period runs and the APR is above 100 or below 1e-6, and with the prices exchanged it "
          + "would be from 0.001 to 10."
      )
    default:
      (
        "A raw integer is larger than a contract can return.",
        "It is 2^256 or more, whatever it counts."
      )
    }
  }

  private var stateEntry: Entry {
    switch self {
    case .periodExpired:
      ("The period has finished.", "The `periodFinish` is at or before the time of evaluation.")
    case .periodAssumedActive:
      ("The period is taken as running.", "No periodFinish is given.")
    case .periodFar:
      (
        "The period ends later than a contract usually sets.",
        "The `periodFinish` is more than 365 days after the time of evaluation."
      )
    case .beyondCentury:
      (
        "A duration or a runway is longer than anything that runs.",
        "It is more than 100 years of 365 days."
      )
    case .noStake: ("Nobody stakes, so that no APR exists.", "The `totalSupply` is 0.")
    case .dustStake:
      (
        "The stake is dust: any deposit dilutes the APR.",
        "It is worth less than 1 USD, and no other decimals explain that (stakeDecimals)."
      )
    case .yieldBeyondRange:
      ("No APY is stated for so large an APR.", "The APR is above the largest one with an APY.")
    default:
      (
        "A commission is above what the protocol permits.",
        "It is above the cap of the protocol's profile."
      )
    }
  }

  private var emissionEntry: Entry {
    switch self {
    case .zeroRate:
      ("Nothing is emitted.", "Less than one unit a second is spread, so that the rate is 0.")
    case .durationRefused:
      (
        "The contract would refuse a duration.",
        "It is outside of the shortest and the longest that the protocol's profile has."
      )
    case .rateLowered:
      (
        "A notification lowers the running rate.",
        "A period still runs, and its rate is above the new one."
      )
    case .targetRate:
      (
        "A target is reached only with enough rewards to distribute.",
        "A targetRewardsPerSecond is solved for."
      )
    case .feeWithoutEffect:
      ("A fee is given that is not taken any more.", "Since PoL Next no fee comes off incentives.")
    case .boostAssumed: ("The boost is taken as 0.", "Rewards depend on it and none is given.")
    case .stakeBelowMinimum:
      ("A validator of that stake is not active.", "The stake is below the profile's least.")
    case .stakeAboveMaximum:
      ("No validator has that stake.", "The stake is above the profile's greatest.")
    case .totalStakeAboveMaximum:
      (
        "The validators cannot have that much stake.",
        "It is above the profile's greatest stake times its number of active validators."
      )
    case .noAllocation: ("No vault is paid.", "There is no default allocation.")
    case .baselineAllocation:
      ("The baseline allocation holds.", "The validator has no active allocation of its own.")
    default:
      ("The default allocation holds.", "Neither the validator nor the baseline has a valid one.")
    }
  }

  private var poolEntry: Entry {
    switch self {
    case .sharePriceFar:
      (
        "Assets and shares are perhaps in different units.",
        "A share is worth less than 0.5 or more than 10 BERA."
      )
    case .nothingReceived:
      ("The amount is lost.", "It is not 0, and the operation gives 0 for it.")
    case .beyondPool:
      ("The operation reverts on chain.", "It takes more than the pool's shares or assets.")
    case .operationRefused:
      ("An event of a scenario did not happen.", "The contract refuses it at that time.")
    case .poolCollecting:
      ("The pool earns nothing at first.", "It starts below its active threshold.")
    case .sharePriceMissing:
      (
        "Lines of a history have no share price: missing, not 0.",
        "A field is empty, or there are no shares."
      )
    default:
      (
        "The share price does not move any more.",
        "It is flat to the end of the history for at least the length asked for."
      )
    }
  }
}
