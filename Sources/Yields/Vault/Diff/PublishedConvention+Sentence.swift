internal import FixedPoint
internal import Quantities

extension PublishedConvention {
  /// What the convention does, as the end of "the published figure ...".
  public var sentence: String {
    switch self {
    case .percentReadAsFraction: "is a percentage without its sign (times 100)"
    case .fractionReadAsPercent: "is a fraction with a percent sign (divided by 100)"
    case .basisPointsReadAsFraction: "is in basis points without their unit (times 10000)"
    case .compounded(let periods):
      "is an APY, compounded \(Self.frequency(periods))"
    case .compoundedContinuously: "is an APY, compounded continuously (e^APR - 1)"
    case .decompounded(let periods):
      "takes the APR for an APY and states the rate that compounds to it "
        + Self.frequency(periods)
    case .decompoundedContinuously:
      "takes the APR for an APY and states the rate that compounds to it continuously, ln(1 + APR)"
    case .year(let seconds): "counts a year of \(Self.days(seconds)) (\(seconds) s)"
    case .rewardRateScaleTooLarge:
      "takes rewardRate for 1e18-scaled, while the contract's is 1e36-scaled (times 1e18)"
    case .rewardRateScaleTooSmall: "divides rewardRate by 1e18 once too often"
    case .stakeDecimals(let count): "gives the stake token \(count) decimals"
    case .rewardPriceMissing: "leaves out the price of the reward token (taken as 1)"
    case .stakePriceMissing: "leaves out the price of the stake token (taken as 1)"
    case .pricesSwapped: "has the two prices in each other's place"
    case .periodFinishIgnored:
      "ignores that the period has finished (periodFinish): it states the last running APR"
    case .readAsZero: "is 0, as for a finished period or a failed read, while the period runs"
    case .commissionNotTaken: "is before commission"
    case .commissionTakenTwice: "takes the commission twice"
    case .commissionTaken(let rate):
      "is net of a commission of \(ExactInteger(rate.value).decimalText(places: 2)) %"
    case .wholeSupplyAsStake:
      "divides by the stake token's whole supply instead of the stake in the vault"
    case .ratePerBlock(let seconds):
      "takes the rate a second for a rate a block of \(seconds) s"
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
    default: "\(periods) times a year"
    }
  }

  private static func days(_ seconds: UInt64) -> String {
    let tenThousandths = ExactRational(ExactInteger(seconds) * 10_000, overNonZero: 86_400)
    guard tenThousandths.isInteger else { return "unusual length" }
    return "\(tenThousandths.numerator.decimalText(places: 4)) days"
  }
}
