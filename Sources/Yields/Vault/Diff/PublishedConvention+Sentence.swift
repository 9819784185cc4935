internal import Contracts
internal import FixedPoint
internal import Quantities

extension PublishedConvention {
  /// What the convention does, as the end of "the published figure ...".
  public var sentence: String {
    switch self {
    case .percentReadAsFraction: "is a percentage without the percent sign (times 100)"
    case .fractionReadAsPercent: "is a fraction with a percent sign (divided by 100)"
    case .basisPointsReadAsFraction: "is in basis points without the unit (times 10000)"
    case .compounded(let periods):
      "is an APY, compounded \(Self.frequency(periods))"
    case .compoundedContinuously: "is an APY, compounded continuously (e^APR - 1)"
    case .decompounded(let periods):
      "treats the APR as an APY and states the rate that compounds to it "
        + Self.frequency(periods)
    case .decompoundedContinuously:
      "treats the APR as an APY and states the rate that compounds to it continuously, ln(1 + APR)"
    case .year(let seconds): "uses a year of \(Self.days(seconds)) (\(seconds) s)"
    case .rewardRateScaleTooLarge:
      "reads rewardRate at scale 1e18, but the contract uses 1e36 (times 1e18)"
    case .rewardRateScaleTooSmall: "divides rewardRate by 1e18 once too often"
    case .stakeDecimals(let count): "assumes \(count) decimals for the stake token"
    case .rewardPriceMissing: "leaves out the price of the reward token (uses 1)"
    case .stakePriceMissing: "leaves out the price of the stake token (uses 1)"
    case .rewardPriceRaw(let decimals): "uses the reward price in raw \(decimals) decimals"
    case .stakePriceRaw(let decimals): "uses the stake price in raw \(decimals) decimals"
    case .pricesSwapped: "swaps the two prices"
    case .periodFinishIgnored:
      "ignores that the period has finished (periodFinish) and states the last active APR"
    case .readAsZero: "is 0, as after the period or a failed read, but the period is active"
    case .commissionNotTaken: "is before the commission"
    case .commissionTakenTwice: "deducts the commission twice"
    case .commissionTaken(let rate):
      "is net of a commission of \(ExactInteger(rate.value).decimalText(places: 2)) %"
    case .wholeSupplyAsStake:
      "divides by the stake token's total supply instead of the stake in the vault"
    case .ratePerBlock(let seconds):
      "treats the rate per second as a rate per block of \(seconds) s"
    case .otherEraRewardPrice(let era):
      "is a figure of the other era, \(era.rawValue): at the price of \(era.rewardToken.symbol)"
    case .otherEraIncentiveFee:
      "is a figure of the other era, bgt: net of its fee on incentives"
    case .otherEraBlockReward(.bgt):
      "is a figure of the other era, bgt: with its block reward at full boost"
    case .otherEraBlockReward(.polNext):
      "is a figure of the other era, pol-next: with its constant block reward"
    }
  }

  private static func frequency(_ periods: Int) -> String {
    switch periods {
    case 12: "monthly (n = 12)"
    case 52: "weekly (n = 52)"
    case 365: "daily (n = 365)"
    case 2190: "every 4 hours (n = 2190, as Beefy does)"
    case 8760: "hourly (n = 8760)"
    case 15_768_000: "every block of 2 s (n = 15768000)"
    default: "\(periods) times per year"
    }
  }

  private static func days(_ seconds: UInt64) -> String {
    let tenThousandths = ExactRational(ExactInteger(seconds) * 10_000, overNonZero: 86_400)
    guard tenThousandths.isInteger else { return "unusual length" }
    return "\(tenThousandths.numerator.decimalText(places: 4)) days"
  }
}
