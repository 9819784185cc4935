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
    case .name: ("name", .text, "What people call the vault.")
    case .status:
      (
        "status", .text,
        "Whether an APR exists: active, expired (it is 0) or noStake (there is none)."
      )
    case .active: ("active", .flag, "Whether the period runs at the time of evaluation.")
    case .apr:
      ("APR", .fraction, "The simple yearly yield, rounded down; none where nobody stakes.")
    case .aprPercent: ("APR in percent", .percent, "The APR times 100, no digit lost.")
    case .apyDaily:
      (
        "APY, compounded daily", .fraction,
        "The APR compounded 365 times a year, correctly rounded."
      )
    case .apyContinuous:
      ("APY, continuous", .fraction, "The APR compounded continuously, correctly rounded.")
    case .apy:
      (
        "APY", .fraction,
        "The APR compounded as often as the convention says, correctly rounded."
      )
    case .compounding: ("compoundings", .count, "Compoundings per year of the APY.")
    case .tvlUsd: ("TVL", .usd, "The value of the whole stake, rounded down.")
    case .rewardsPerDay:
      ("rewards per day", .tokens, "Whole reward tokens at the present rate; 0 unless active.")
    case .rewardsPerYear:
      ("rewards per year", .tokens, "Whole reward tokens at the present rate; 0 unless active.")
    case .rewardsPerDayUsd:
      ("value of a day's rewards", .usd, "The value of a day's rewards; 0 unless active.")
    case .rewardsPerYearUsd:
      ("value of a year's rewards", .usd, "The value of a year's rewards; 0 unless active.")
    case .periodFinish: ("period finish", .time, "When the emission ends.")
    case .secondsLeft:
      ("seconds left", .seconds, "Time until the period's end; 0 when it has passed.")
    case .evaluatedAt: ("evaluated at", .time, "The time that the figures are of.")
    case .yearSeconds: ("year", .seconds, "The length of a year.")
    case .netApr: ("net APR", .fraction, "The APR less a commission, one division for both.")
    case .emissionRate:
      ("emission rate", .rawRate, "The rewardRate that a notification makes, scaled by 1e36.")
    case .emissionDurationSeconds:
      ("emission period", .seconds, "The period that a notification makes.")
    case .poolNetApr: ("net APR of a pool", .fraction, "A pool's APR after commission and fee.")
    case .poolNetApy:
      ("net APY of a pool", .fraction, "The exact net APR of a pool, compounded.")
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
    case .apyDaily, .apyContinuous, .apy:
      "there is no APR, or it is above the largest that an APY is stated for"
    case .poolNetApy: "the APR is above the largest that an APY is stated for"
    case .periodFinish, .secondsLeft: "no periodFinish is given"
    case .status, .active, .compounding, .tvlUsd, .rewardsPerDay, .rewardsPerYear,
      .rewardsPerDayUsd, .rewardsPerYearUsd, .evaluatedAt, .yearSeconds, .emissionRate,
      .emissionDurationSeconds, .poolNetApr:
      nil
    }
  }
}
