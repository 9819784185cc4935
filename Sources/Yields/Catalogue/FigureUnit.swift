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
  /// A contract's own integer in its own scale.
  case rawInteger
  /// Yes or no.
  case flag
  /// A name.
  case text

  /// Decimals of a figure's text: 18 for what is divided, 0 for what is counted.
  public var decimals: Int {
    switch self {
    case .fraction, .percent, .usd, .tokens: 18
    case .seconds, .time, .count, .rawInteger, .flag, .text: 0
    }
  }
}
