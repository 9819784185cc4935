package import FixedPoint

/// The exact value of a figure, and the one rule by which it becomes text.
package enum FigureValue: Hashable, Sendable {
  /// A number of 18 decimals.
  case decimal(Wad)
  /// An integer of any width.
  case integer(ExactInteger)
  /// A time, a span or a number of something.
  case count(UInt64)
  case flag(Bool)
  case text(String)

  /// A number in units of its last decimal.
  ///
  /// - Parameters:
  ///   - raw: the units.
  ///   - decimals: 18, or 0 for an integer.
  package init(raw: ExactInteger, decimals: Int) {
    self = decimals == Wad.fractionDigits ? .decimal(Wad(raw: raw)) : .integer(raw)
  }

  /// The value as text: plain decimals without trailing zeros, `true` and `false`, names as they are.
  package var text: String {
    switch self {
    case .decimal(let wad): wad.text()
    case .integer(let integer): integer.description
    case .count(let count): String(count)
    case .flag(let flag): flag ? "true" : "false"
    case .text(let text): text
    }
  }

  /// A number in units of its last decimal; nil for flags and names.
  package var raw: ExactInteger? {
    switch self {
    case .decimal(let wad): wad.rawValue
    case .integer(let integer): integer
    case .count(let count): ExactInteger(count)
    case .flag, .text: nil
    }
  }
}
