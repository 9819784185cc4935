public import FixedPoint
public import Quantities

/// A sentence about a pool whose amounts and times stay values: programs read every digit of them,
/// people what their page shows.
public struct PoolSentence: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A part of a sentence.
  public enum Part: Hashable, Sendable {
    /// Words.
    case text(String)
    /// Units of 1e-18, shown as whole BERA or shares.
    case tokens(ExactInteger)
    /// A time, shown as a date.
    case time(Timestamp)
  }

  /// The parts, in order.
  public let parts: [Part]

  /// Takes words alone.
  public init(stringLiteral text: String) { parts = text.isEmpty ? [] : [.text(text)] }

  private init(_ parts: [Part]) { self.parts = parts }

  /// One sentence behind the other.
  public static func + (left: PoolSentence, right: PoolSentence) -> PoolSentence {
    PoolSentence(left.parts + right.parts)
  }

  /// Takes what was interpolated.
  public init(stringInterpolation interpolation: StringInterpolation) {
    parts = interpolation.parts
  }

  /// Collects the parts of a sentence.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// Begins a sentence.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    public mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { parts.append(.text(text)) }
    }

    /// Adds a number of something, or a name.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendLiteral(value.description)
    }

    /// Adds another sentence.
    public mutating func appendInterpolation(_ sentence: PoolSentence) { parts += sentence.parts }

    /// Adds units of 1e-18 as whole tokens.
    public mutating func appendInterpolation(tokens: ExactInteger) { parts.append(.tokens(tokens)) }

    /// Adds a time as a date.
    public mutating func appendInterpolation(time: Timestamp) { parts.append(.time(time)) }
  }
}

extension PoolSentence: CustomStringConvertible {
  /// The sentence with every digit.
  public var description: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .tokens(let units): Wad(raw: units).text()
      case .time(let time): time.date
      }
    }.joined()
  }
}
