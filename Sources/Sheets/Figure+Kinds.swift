package import FixedPoint
package import Quantities
package import Text

// The kinds of figures: what each looks like to programs and to people.

extension Figure {
  /// A value for programs alone.
  package static func program(_ key: String, _ value: JSONValue) -> Self {
    Self(key, "", value, text: "")
  }

  /// A raw integer: all digits, a string to programs.
  package static func raw(
    _ key: String, _ label: String, _ value: ExactInteger, _ unit: String = ""
  ) -> Self {
    Self(key, label, .string(value.description), text: "\(value) \(unit)".trimmed)
  }

  /// A raw integer that may not exist.
  package static func raw(
    _ key: String, _ label: String, _ value: ExactInteger?, _ unit: String = "", orNone: String
  ) -> Self {
    value.map { .raw(key, label, $0, unit) } ?? .none(key, label, orNone)
  }

  /// Whole tokens or USD, exact or rounded down to 18 decimals.
  package static func decimal(
    _ key: String, _ label: String, _ value: ExactRational, _ unit: String
  ) -> Self {
    let text = value.wad(rounding: .down).text()
    return Self(key, label, .string(text), text: "\(text) \(unit)".trimmed)
  }

  /// An amount of wei as whole tokens.
  package static func tokens(
    _ key: String, _ label: String, _ wei: ExactInteger, _ unit: String
  ) -> Self {
    decimal(key, label, ExactRational(Wad(raw: wei)), unit)
  }

  /// A ratio that is also wanted in percent.
  package static func ratio(_ key: String, _ label: String, _ value: Wad) -> Self {
    Self(key, label, .string(value.text()), text: value.text(), note: .percent(value))
  }

  /// A ratio, rounded down, or why there is none.
  package static func ratio(
    _ key: String, _ label: String, _ value: ExactRational?, orNone: String = "none"
  ) -> Self {
    value.map { .ratio(key, label, $0.wad(rounding: .down)) } ?? .none(key, label, orNone)
  }

  /// Basis points, a number to programs.
  package static func bps(_ key: String, _ label: String, _ value: BasisPoints) -> Self {
    Self(
      key, label, .number(String(value.value)), text: "\(value.value) bps",
      note: .percent(value.wad))
  }

  /// A whole number that is small by nature: a number to programs.
  package static func count(
    _ key: String, _ label: String, _ value: some BinaryInteger, _ unit: String = ""
  ) -> Self {
    Self(key, label, .number(String(value)), text: "\(value) \(unit)".trimmed)
  }

  /// Seconds or a time of any size: a number to programs as long as a double holds it.
  package static func seconds(_ key: String, _ label: String, _ value: ExactInteger) -> Self {
    Self(key, label, seconds(value), text: "\(value) s")
  }

  /// A time in unix seconds, with its date where it has one.
  package static func time(_ key: String, _ label: String, _ value: ExactInteger) -> Self {
    let date =
      UInt64(exactly: value).flatMap { try? Timestamp($0) }
      .map { " (\(ISO8601.text(of: $0.seconds)))" } ?? ""
    return Self(key, label, seconds(value), text: "\(value)\(date)")
  }

  /// A time in a table: its date for people, unix seconds for programs.
  package static func date(_ key: String, _ label: String, _ value: Timestamp) -> Self {
    Self(
      key, label, seconds(ExactInteger(value.seconds)), text: ISO8601.text(of: value.seconds))
  }

  /// A name or a sentence.
  package static func text(_ key: String, _ label: String, _ value: String) -> Self {
    Self(key, label, .string(value), text: value)
  }

  /// Yes or no.
  package static func flag(_ key: String, _ label: String, _ value: Bool) -> Self {
    Self(key, label, .bool(value), text: value ? "yes" : "no")
  }

  /// A value that does not exist: null to programs, the reason to people.
  package static func none(_ key: String, _ label: String, _ reason: String) -> Self {
    Self(key, label, .null, text: reason)
  }

  private static func seconds(_ value: ExactInteger) -> JSONValue {
    // Beyond 2^53 a reader that takes JSON numbers for doubles would lose digits.
    value.bitWidth <= 53 ? .number(value.description) : .string(value.description)
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
