internal import Faults
package import FixedPoint
package import Quantities

/// A text for people whose values are rounded when it is shown, as its reader asks:
/// `"\(percent: apr), compounded daily"`.
package struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  fileprivate enum Part: Hashable, Sendable {
    case text(String)
    case reading(Reading)
    case precision
  }

  private var parts: [Part]

  package init(stringLiteral text: String) { parts = text.isEmpty ? [] : [.text(text)] }

  package init(_ text: String) { self.init(stringLiteral: text) }

  package init(stringInterpolation interpolation: StringInterpolation) {
    parts = interpolation.parts
  }

  /// A value, and its unit behind it.
  package init(_ reading: Reading, _ unit: String = "") {
    parts = [.reading(reading)]
    if !unit.isEmpty { parts.append(.text(" " + unit)) }
  }

  /// Phrases one after the other.
  package init(_ phrases: [Phrase], separator: String) {
    parts = Array(phrases.map(\.parts).joined(separator: [.text(separator)]))
  }

  /// Whether there is nothing to show.
  package var isEmpty: Bool { parts.isEmpty }

  /// Whether a number or a time begins it, which stands right in a column.
  var isNumeric: Bool {
    switch parts.first {
    case .reading: true
    case .text, .precision, nil: false
    }
  }

  /// Whether it is a time and nothing else.
  var isTime: Bool {
    guard parts.count == 1, case .reading(.time) = parts[0] else { return false }
    return true
  }

  func text(_ style: TextStyle) -> String { joined(style) { $0.text(style) } }

  /// The same in large print, whose numbers have little room.
  func large(_ style: TextStyle) -> String { joined(style) { $0.large(style) } }

  private func joined(_ style: TextStyle, _ shown: (Reading) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): Quotation.name(text)
      case .reading(let reading): shown(reading)
      case .precision: String(style.digits)
      }
    }.joined()
  }

  /// Stands for the number of digits that figures are rounded to.
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

    package mutating func appendInterpolation(_ phrase: Phrase) { parts += phrase.parts }

    /// The number of digits that figures are rounded to.
    package mutating func appendInterpolation(_ digits: Digits) { parts.append(.precision) }

    package mutating func appendInterpolation(_ reading: Reading) {
      parts.append(.reading(reading))
    }

    /// A fraction as a percentage.
    package mutating func appendInterpolation(percent fraction: Wad) {
      parts.append(.reading(.percent(fraction)))
    }

    /// A fraction as a percentage without the mark, where the digits shown are all there are.
    package mutating func appendInterpolation(plainPercent fraction: Wad) {
      parts.append(.reading(.plainPercent(fraction)))
    }

    /// A number of 18 decimals.
    package mutating func appendInterpolation(number: Wad) {
      parts.append(.reading(.number(number)))
    }

    /// US dollars, without their unit.
    package mutating func appendInterpolation(usd: Wad) { parts.append(.reading(.usd(usd))) }

    /// A time, as a date.
    package mutating func appendInterpolation(time: Timestamp) {
      parts.append(.reading(.time(ExactInteger(time.seconds))))
    }

    /// A span of time.
    package mutating func appendInterpolation(span: Seconds) {
      parts.append(.reading(.span(ExactInteger(span.count))))
    }
  }
}
