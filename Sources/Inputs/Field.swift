internal import FixedPoint
internal import Quantities
package import Faults

/// A value as the user wrote it, together with where it stands.
///
/// Files (JSON) and the command line both arrive here as text, so that one set of rules turns text
/// into numbers, whatever the way in.
package struct Field: Hashable, Sendable {
  package let text: String
  package let place: Place

  package init(text: String, place: Place) {
    self.text = text
    self.place = place
  }

  /// The value of a command line option.
  package init(option name: String, text: String) {
    self.init(text: text, place: .option(name))
  }

  /// The longest number taken, in characters: far beyond a `uint256` (78 digits), far below what
  /// would make a single figure slow.
  package static let maximumLength = 4096

  /// The error that this value is not what is `expected`.
  package func error(
    _ code: Fault.Code = .invalidValue, expected: String, found: String? = nil, hint: String? = nil
  ) -> Fault {
    Fault(code, at: place, found: found ?? quoted, expected: expected, hint: hint)
  }

  /// The text for a message: quoted, and shortened when it is long.
  package var quoted: String { Quotation.of(text) }
}
