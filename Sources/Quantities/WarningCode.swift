internal import FixedPoint

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
  case noStake, dustStake, yieldBeyondRange, commissionCap, fewDigits
  // Emission.
  case zeroRate, durationRefused, rateLowered, targetRate
  // Incentives, blocks and allocations.
  case feeWithoutEffect, stakeBelowMinimum, stakeAboveMaximum, totalStakeAboveMaximum
  case noAllocation, baselineAllocation, defaultAllocation
  case unpricedIncentives, aboveContractLimit, allocationQueued, searchCut
  // Pools.
  case sharePriceFar, nothingReceived, beyondSupply, beyondAssets, beyondBuffer, beyondCapacity
  case depositsClosed, fullExit, operationRefused, poolCollecting, partsAssumed
  case sharePriceMissing, sharePriceStale, windowStretched, seriesEnded
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
      .yieldBeyondRange, .commissionCap, .fewDigits:
      stateEntry
    case .zeroRate, .durationRefused, .rateLowered, .targetRate, .feeWithoutEffect,
      .stakeBelowMinimum, .stakeAboveMaximum, .totalStakeAboveMaximum, .noAllocation,
      .baselineAllocation, .defaultAllocation:
      emissionEntry
    case .unpricedIncentives, .aboveContractLimit, .allocationQueued, .searchCut: allocationEntry
    case .sharePriceFar, .nothingReceived, .beyondSupply, .beyondAssets, .beyondBuffer,
      .beyondCapacity, .depositsClosed, .fullExit, .operationRefused, .poolCollecting,
      .partsAssumed:
      poolEntry
    case .sharePriceMissing, .sharePriceStale, .windowStretched, .seriesEnded:
      historyEntry
    }
  }

  private var scaleEntry: Entry {
    switch self {
    case .rewardRateScale:
      (
        "A reward rate may not be at scale 1e36.",
        "It is above 0 and below 1e25 (1e-11 tokens per second), or above 1e42 (1e6 tokens per "
          + "second)."
      )
    case .amountScale:
      (
        "An amount may be in whole tokens instead of base units, or scaled twice.",
        "For a token of 18 decimals: it is above 0 and below 1e12 (a millionth of a token), or "
          + "above 1e30 (1e12 tokens). A stake: it is worth less than 1 USD, but in whole tokens "
          + "it would be worth more than 100 and less than 1e10 USD; or it is worth more than 1e13 "
          + "USD, and no decimals would explain that."
      )
    case .stakeDecimals:
      (
        "The stake token may have different decimals.",
        "The stake is worth less than 1 USD or more than 1e13 USD, and with 6, 8 or 18 decimals it "
          + "would be worth more than 100 and less than 1e10 USD."
      )
    case .tokenDecimals:
      (
        "An incentive token may have different decimals.",
        "Its bid is above 0 and below 1e-6 USD or above 1e6 USD per reward token, but with 6, 8 "
          + "or 18 decimals it would be 1e-4 to 1e4 USD."
      )
    case .priceScale:
      (
        "A price may be the raw integer of a price feed.",
        "It is 1e6 USD or more, a stake token's 1e8 USD or more, as an LP token may cost millions; "
          + "the message names each scale of 1e6, 1e8, 1e10 and 1e18 that makes it 1e-4 to 1e6 USD."
      )
    case .pricesSwapped:
      (
        "The two prices may be swapped.",
        "The period is active and the APR is above 100 or below 1e-6, but with the prices swapped "
          + "it would be 0.001 to 10."
      )
    default:
      (
        "An integer is larger than a contract can hold.",
        "A solution or a pool's total comes to 2^256 or more. The command line refuses inputs of "
          + "that size; the library computes with them."
      )
    }
  }

  private var stateEntry: Entry {
    switch self {
    case .periodExpired:
      ("The period has finished.", "The `periodFinish` is at or before the time of evaluation.")
    case .periodAssumedActive:
      ("The period is assumed to be active.", "No periodFinish is given.")
    case .periodFar:
      (
        "The period ends later than contracts usually set it.",
        "The `periodFinish` is more than 365 days after the time of evaluation."
      )
    case .beyondCentury:
      (
        "A duration or a runway is implausibly long.",
        "It is more than 100 years of 365 days."
      )
    case .noStake: ("Nothing is staked, so there is no APR.", "The `totalSupply` is 0.")
    case .dustStake:
      (
        "The stake is dust: any deposit dilutes the APR.",
        "It is worth less than 1 USD, and neither different decimals nor whole tokens would "
          + "explain it (see stakeDecimals and amountScale)."
      )
    case .yieldBeyondRange:
      (
        "The APR is too large to state an APY.",
        "The APR is above \(Compounding.largestStatedAPR.text()), 10,000 %: there is no APY."
      )
    case .fewDigits:
      (
        "A published figure has so few digits that conventions may fit it by chance.",
        "It has one or two significant digits, and conventions explain it (`diff`)."
      )
    default:
      (
        "A commission is above the protocol's cap.",
        "It is above the cap of the protocol's profile."
      )
    }
  }

  private var emissionEntry: Entry {
    switch self {
    case .zeroRate:
      ("Nothing is emitted.", "The amount comes to less than one unit per second: the rate is 0.")
    case .durationRefused:
      (
        "The contract would refuse a duration.",
        "It is shorter than the profile's minimum or longer than its maximum."
      )
    case .rateLowered:
      (
        "A notification lowers the running rate.",
        "A period is still running, at a rate above the new one."
      )
    case .targetRate:
      (
        "The target is reached only with enough rewards to distribute.",
        "A targetRewardsPerSecond is solved for."
      )
    case .feeWithoutEffect:
      (
        "A fee is given that the era does not have, and counts.",
        "PoL Next charges no fee on incentives."
      )
    case .stakeBelowMinimum:
      ("A validator with this stake is not active.", "The stake is below the profile's minimum.")
    case .stakeAboveMaximum:
      ("No validator can have this stake.", "The stake is above the profile's maximum.")
    case .totalStakeAboveMaximum:
      (
        "The validators cannot hold this much stake.",
        "It is above the profile's maximum stake times its number of active validators."
      )
    case .noAllocation: ("No vault is paid.", "There is no default allocation.")
    case .baselineAllocation:
      ("The baseline allocation applies.", "The validator has no active allocation of its own.")
    default:
      ("The default allocation applies.", "Neither the validator nor the baseline has a valid one.")
    }
  }

  private var allocationEntry: Entry {
    switch self {
    case .unpricedIncentives:
      (
        "Incentives of unknown value are not counted: USD of incentives are lower bounds.",
        "A snapshot has an incentive token without a price or decimals that may pay, or could not list "
          + "a vault's tokens."
      )
    case .aboveContractLimit:
      (
        "An allocation may be beyond what the contract takes.",
        "A limit of `allocate` is given that is above the snapshot's."
      )
    case .allocationQueued:
      (
        "Another allocation waits: the contract takes no further one before it is activated.",
        "The validator has a queued allocation."
      )
    default:
      (
        "A better allocation may exist.",
        "The search was cut short by --max-nodes; `gap` says how much better at most."
      )
    }
  }

  private var poolEntry: Entry {
    switch self {
    case .sharePriceFar:
      (
        "Assets and shares may be in different units.",
        "A share is worth less than 0.5 or more than 10 BERA."
      )
    case .nothingReceived:
      ("The amount is lost.", "It is above 0, but the operation returns 0.")
    case .beyondSupply:
      ("The operation reverts on chain.", "It burns more shares than exist.")
    case .beyondAssets:
      ("The operation reverts on chain.", "It pays more than the pool can pay.")
    case .beyondBuffer:
      (
        "The operation reverts on chain.",
        "It pays more than the buffer holds, and the validator is not active."
      )
    case .beyondCapacity:
      (
        "The pool takes no such deposit.",
        "It is more than the capacity of the rules leaves; where `totalAssets` is given alone, all of "
          + "it counts as deposits."
      )
    case .depositsClosed:
      ("The pool takes no deposit.", "Deposits are paused, or the validator has exited.")
    case .fullExit:
      (
        "The operation makes the validator exit, and the pool earns nothing from then on.",
        "It leaves less than the active threshold on the consensus layer, or takes more than is "
          + "there; where `totalAssets` is given alone, all of it counts as there."
      )
    case .operationRefused:
      ("An event of a scenario did not happen.", "The contract refuses it at its time.")
    case .poolCollecting:
      ("The pool earns nothing at first.", "It starts below its active threshold.")
    default:
      (
        "Where a pool's assets are is assumed.",
        "A projection has `totalAssets` alone: all of it counts as deposits on the consensus layer."
      )
    }
  }

  private var historyEntry: Entry {
    switch self {
    case .windowStretched:
      (
        "A window is longer than its name says.",
        "Its first observation lies more than a tenth of its length before its start."
      )
    case .seriesEnded:
      (
        "All shares were burned: the holders after that are others, at a price of their own.",
        "A line of a history has 0 shares."
      )
    case .sharePriceMissing:
      (
        "Lines of a history have no share price: missing, not 0.",
        "A field is empty, or there are no shares."
      )
    default:
      (
        "The share price has stopped moving.",
        "It is flat for at least --flat-after up to the end of the history."
      )
    }
  }
}
