internal import FixedPoint
internal import Quantities

// What each figure is: what people call it, its unit, and one sentence about it.

extension FigureKey {
  /// What people call the figure.
  public var title: String { entry.title }

  /// What one of the figure is.
  public var unit: FigureUnit { entry.unit }

  /// What the figure is, in one sentence.
  public var meaning: String { entry.meaning }

  private typealias Entry = (title: String, unit: FigureUnit, meaning: String)

  private var entry: Entry {
    switch self {
    case .vault: ("vault", .text, "The vault's address.")
    case .name: ("name", .text, "The vault's name.")
    case .status:
      (
        "status", .text,
        "active, expired or neverNotified (the APR is 0), noStake or unknown (there is none)."
      )
    case .active:
      ("active", .flag, "Whether the reward period is running at the time of evaluation.")
    case .apr:
      ("APR", .fraction, "The simple yearly yield, rounded down; none without stake.")
    case .aprPercent: ("APR in percent", .percent, "The APR times 100, with all its digits.")
    case .apyDaily:
      (
        "APY, compounded daily", .fraction,
        "The APR compounded 365 times per year, correctly rounded."
      )
    case .apyContinuous:
      ("APY, continuous", .fraction, "The APR compounded continuously, correctly rounded.")
    case .apy:
      (
        "APY", .fraction,
        "The APR compounded as --compounding says, correctly rounded."
      )
    case .compounding: ("compoundings", .count, "How many times per year the APY compounds.")
    case .tvlUsd: ("TVL", .usd, "The value of the whole stake, rounded down.")
    case .rewardsPerDay:
      ("rewards per day", .tokens, "Whole reward tokens at the current rate; 0 unless active.")
    case .rewardsPerYear:
      ("rewards per year", .tokens, "Whole reward tokens at the current rate; 0 unless active.")
    case .rewardsPerDayUsd:
      ("rewards per day, value", .usd, "The USD value of the rewards per day; 0 unless active.")
    case .rewardsPerYearUsd:
      ("rewards per year, value", .usd, "The USD value of the rewards per year; 0 unless active.")
    case .periodFinish: ("period finish", .time, "The end of the reward period.")
    case .secondsLeft:
      ("seconds left", .seconds, "The time until the period ends; 0 once it has ended.")
    case .evaluatedAt: ("evaluated at", .time, "The time of evaluation.")
    case .yearSeconds: ("year", .seconds, "The length of the year.")
    case .commissionBps: ("commission", .basisPoints, "The commission that net figures are after.")
    case .netApr: ("net APR", .fraction, "The APR after commission, rounded once.")
    case .netApy:
      (
        "net APY", .fraction,
        "The net APR compounded 365 times per year, or as --compounding says, correctly rounded."
      )
    case .emissionRate:
      ("emission rate", .rawRate, "The rewardRate after a notification, scaled by 1e36.")
    case .emissionDurationSeconds:
      ("emission period", .seconds, "The length of the period after a notification.")
    case .poolNetApr:
      ("net APR of a pool", .fraction, "A pool's APR after commission and protocol fee.")
    case .poolNetApy:
      ("net APY of a pool", .fraction, "The exact net APR of a pool, compounded.")
    case .warnings:
      ("warnings", .text, "The codes of what looks wrong about the inputs, divided by `;`.")
    case .conventions:
      (
        "conventions", .text,
        "The best explanation of a published yield, divided by `;`; `none` where nothing explains it."
      )
    case .figure:
      ("figure", .fraction, "The yield that these conventions give, or the nearest one.")
    case .difference:
      ("difference", .unrounded, "That figure less the published one, with all decimals.")
    case .hypotheses:
      ("hypotheses", .count, "How many conventions and pairs of them were tried.")
    }
  }
}

extension FigureKey {
  /// When there is none of the figure, as the end of "null where ..."; nil where there always is one.
  public var absence: String? {
    switch self {
    case .vault: "no address is given"
    case .name: "no name is given"
    case .apr, .aprPercent: "nobody stakes, or the stake token has no price"
    case .netApr: "nobody stakes"
    case .apyDaily, .apyContinuous, .apy, .netApy:
      "there is no APR, or it is above \(Compounding.largestStatedAPR.text())"
    case .poolNetApy: "the net APR is above \(Compounding.largestStatedAPR.text())"
    case .periodFinish, .secondsLeft: "no periodFinish is given"
    case .emissionRate, .emissionDurationSeconds: "the contract would revert"
    case .warnings: "there is none"
    case .conventions: "the figures agree, or nothing is published"
    case .figure, .difference: "nothing is published, or nobody stakes"
    case .hypotheses: "nothing is published"
    case .status, .active, .compounding, .commissionBps, .tvlUsd, .rewardsPerDay, .rewardsPerYear,
      .rewardsPerDayUsd, .rewardsPerYearUsd, .evaluatedAt, .yearSeconds, .poolNetApr:
      nil
    }
  }
}
