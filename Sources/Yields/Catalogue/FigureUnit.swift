/// What one of a figure is.
public enum FigureUnit: Hashable, Sendable {
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
  /// Yes or no.
  case flag
  /// A name.
  case text

  /// Decimals of a figure's text: 18 for what is divided, 0 for what is counted.
  public var decimals: Int {
    switch self {
    case .fraction, .percent, .usd, .tokens: 18
    case .seconds, .time, .count, .rawRate, .flag, .text: 0
    }
  }

  /// The unit as people read it, `%` for a part of one; nil for names, times and pure numbers.
  public var word: String? {
    switch self {
    case .fraction, .percent: "%"
    case .usd: "USD"
    case .tokens: "tokens"
    case .seconds: "s"
    case .rawRate: "tokens per second"
    case .time, .count, .flag, .text: nil
    }
  }

  /// How many powers of ten lie between a figure's value and its ``word``: a value v is v * 10^power of
  /// it.
  public var power: Int {
    switch self {
    case .fraction: 2
    case .rawRate: -36
    case .percent, .usd, .tokens, .seconds, .time, .count, .flag, .text: 0
    }
  }
}
