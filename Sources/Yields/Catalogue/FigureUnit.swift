/// What one of a figure is.
public enum FigureUnit: CaseIterable, Hashable, Sendable {
  /// A part of one, where 0.5 is 50 %: 18 decimals.
  case fraction
  /// Hundredths: 18 decimals.
  case percent
  /// US dollars: 18 decimals.
  case usd
  /// Whole reward tokens: 18 decimals.
  case tokens
  /// A span of whole seconds.
  case seconds
  /// Unix seconds.
  case time
  /// A whole number.
  case count
  /// A contract's `rewardRate`: an integer at scale 1e36: 1e36 is one token per second.
  case rawRate
  /// A contract's integer, in the unit that the contract has it in.
  case raw
  /// A contract's integer before it was rounded to one: 18 decimals.
  case unrounded
  /// An exact quotient of two integers.
  case quotient
  /// A number without a unit, or a price in something else than US dollars: 18 decimals.
  case number
  /// A span of seconds that need not be whole: 18 decimals.
  case exactSeconds
  /// Hundredths of a percent.
  case basisPoints
  /// Yes or no.
  case flag
  /// A name.
  case text

  /// Decimals of a figure's text: 18 for what is divided, 0 for what is counted.
  public var decimals: Int {
    switch self {
    case .fraction, .percent, .usd, .tokens, .unrounded, .number, .exactSeconds: 18
    case .seconds, .time, .count, .rawRate, .raw, .quotient, .basisPoints, .flag, .text: 0
    }
  }

  /// Whether JSON has it as a number: what is counted, but no contract's integer, money or ratio.
  ///
  /// From 2^53 on it is a string all the same: a reader that takes numbers for doubles would lose
  /// digits.
  public var isNumber: Bool {
    switch self {
    case .seconds, .exactSeconds, .time, .count, .basisPoints: true
    case .fraction, .percent, .usd, .tokens, .rawRate, .raw, .unrounded, .quotient, .number, .flag,
      .text:
      false
    }
  }

  /// The unit as people read it, `%` for a part of one; nil for names, times and pure numbers.
  public var word: String? {
    switch self {
    case .fraction, .percent: "%"
    case .usd: "USD"
    case .tokens: "tokens"
    case .seconds, .exactSeconds: "s"
    case .rawRate: "tokens per second"
    case .basisPoints: "bps"
    case .time, .count, .raw, .unrounded, .quotient, .number, .flag, .text: nil
    }
  }

  /// How many powers of ten lie between a figure's value and its ``word``: a value v is v * 10^power of
  /// it.
  public var power: Int {
    switch self {
    case .fraction: 2
    case .rawRate: -36
    case .percent, .usd, .tokens, .seconds, .exactSeconds, .time, .count, .basisPoints, .raw,
      .unrounded, .quotient, .number, .flag, .text:
      0
    }
  }
}
