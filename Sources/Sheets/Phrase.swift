package import FixedPoint

/// A text for people whose percentages are rounded when it is shown, to the digits its reader asks
/// for: `"\(percent: apr), compounded daily"`.
package struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  fileprivate enum Part: Hashable, Sendable {
    case text(String)
    /// A fraction; marked, it says that it is rounded.
    case percent(Wad, isMarked: Bool)
    case precision
  }

  private var parts: [Part]

  package init(stringLiteral text: String) { parts = text.isEmpty ? [] : [.text(text)] }

  package init(_ text: String) { self.init(stringLiteral: text) }

  package init(stringInterpolation interpolation: StringInterpolation) {
    parts = interpolation.parts
  }

  /// A fraction as a percentage that is marked as rounded, or nothing.
  package static func percent(_ fraction: Wad?) -> Phrase {
    fraction.map { "\(percent: $0)" } ?? ""
  }

  /// Whether there is nothing to show.
  package var isEmpty: Bool { parts.isEmpty }

  /// Whether a percentage is all there is.
  var isPercentage: Bool {
    guard parts.count == 1, case .percent = parts[0] else { return false }
    return true
  }

  /// The text, its percentages rounded half to even to so many digits after the point.
  package func text(precision: Int) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .percent(let wad, let isMarked):
        (isMarked ? "~ " : "") + wad.percentText(fractionDigits: precision, rounding: .halfEven)
      case .precision: String(precision)
      }
    }.joined()
  }

  /// Stands for the number of digits that percentages are rounded to.
  package enum Digits { case shown }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { parts.append(.text(text)) }
    }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendLiteral(value.description)
    }

    /// The number of digits after the point of percentages.
    package mutating func appendInterpolation(_ digits: Digits) { parts.append(.precision) }

    /// A fraction as a percentage, marked as rounded.
    package mutating func appendInterpolation(percent fraction: Wad) {
      parts.append(.percent(fraction, isMarked: true))
    }

    /// A fraction as a percentage without the mark, where the digits shown are all there are.
    package mutating func appendInterpolation(plainPercent fraction: Wad) {
      parts.append(.percent(fraction, isMarked: false))
    }
  }
}
