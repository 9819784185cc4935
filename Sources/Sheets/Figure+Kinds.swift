package import FixedPoint
package import Quantities
package import Text

// The kinds of figures: what each looks like to programs and to people.

extension Figure {
  /// A value for programs alone.
  package static func program(_ key: String, _ value: JSONValue) -> Self {
    Self(key, "", value, text: "")
  }

  /// A raw integer: a string to programs.
  package static func raw(
    _ key: String, _ label: String, _ value: ExactInteger, _ unit: String = ""
  ) -> Self {
    scaled(key, label, value, decimals: 0, unit)
  }

  /// A raw integer that people read in whole units: a string of the raw integer to programs.
  package static func scaled(
    _ key: String, _ label: String, _ raw: ExactInteger, decimals: Int, _ unit: String = ""
  ) -> Self {
    Self(
      key, label, .string(raw.description), text: Phrase(.number(raw, decimals: decimals), unit))
  }

  /// Wei that people read in whole tokens: a string of the wei to programs.
  package static func wei(
    _ key: String, _ label: String, _ raw: ExactInteger, _ unit: String = ""
  ) -> Self {
    scaled(key, label, raw, decimals: Wad.fractionDigits, unit)
  }

  /// Wei times 1e18, the contracts' scale of rates and remainders, that people read in whole tokens.
  package static func wide(
    _ key: String, _ label: String, _ raw: ExactInteger, _ unit: String = ""
  ) -> Self {
    scaled(key, label, raw, decimals: 2 * Wad.fractionDigits, unit)
  }

  /// A number, exact or rounded down to 18 decimals.
  package static func decimal(
    _ key: String, _ label: String, _ value: ExactRational, _ unit: String = ""
  ) -> Self {
    let wad = value.wad(rounding: .down)
    return Self(key, label, .string(wad.text()), text: Phrase(.number(wad), unit))
  }

  /// US dollars, exact or rounded down to 18 decimals; nothing but `unit` says that they are dollars.
  package static func usd(
    _ key: String, _ label: String, _ value: ExactRational, _ unit: String = "USD"
  ) -> Self {
    let wad = value.wad(rounding: .down)
    return Self(key, label, .string(wad.text()), text: Phrase(.usd(wad), unit))
  }

  /// Wei as whole tokens, a decimal string to programs.
  package static func tokens(
    _ key: String, _ label: String, _ wei: ExactInteger, _ unit: String = ""
  ) -> Self {
    decimal(key, label, ExactRational(Wad(raw: wei)), unit)
  }

  /// A number of a unit that is no money and no ratio, rounded down to 18 decimals: a number to
  /// programs.
  package static func number(
    _ key: String, _ label: String, _ value: ExactRational, _ unit: String = ""
  ) -> Self {
    let wad = value.wad(rounding: .down)
    return Self(key, label, .number(wad.text()), text: Phrase(.number(wad), unit))
  }

  /// A span of seconds that need not be whole, rounded down to 18 decimals: a number to programs.
  package static func duration(_ key: String, _ label: String, _ value: ExactRational) -> Self {
    let wad = value.wad(rounding: .down)
    let whole = value.integer(rounding: .down)
    let text = whole < 10 ? Phrase(.number(wad), "s") : Phrase(.span(whole))
    return Self(key, label, .number(wad.text()), text: text)
  }

  /// A fraction that people read as a percentage.
  package static func ratio(_ key: String, _ label: String, _ value: Wad) -> Self {
    Self(key, label, .string(value.text()), text: Phrase(.share(value)))
  }

  /// A fraction, rounded down, or why there is none.
  package static func ratio(
    _ key: String, _ label: String, _ value: ExactRational?, orNone: String = "none"
  ) -> Self {
    value.map { .ratio(key, label, $0.wad(rounding: .down)) } ?? .none(key, label, orNone)
  }

  /// Basis points, a number to programs.
  package static func bps(_ key: String, _ label: String, _ value: BasisPoints) -> Self {
    Self(
      key, label, .number(String(value.value)),
      text: "\(percent: value.wad) (\(value.value) bps)")
  }

  /// A whole number that is small by nature: a number to programs.
  package static func count(
    _ key: String, _ label: String, _ value: some BinaryInteger, _ unit: String = ""
  ) -> Self {
    Self(
      key, label, .number(String(value)),
      text: Phrase(.number(ExactInteger(value), decimals: 0), unit))
  }

  /// A block's number.
  package static func block(_ key: String, _ label: String, _ value: ExactInteger) -> Self {
    Self(key, label, .whole(value.description), text: Phrase(.number(value, decimals: 0)))
  }

  /// A span of seconds of any length: a number to programs as long as a double holds it.
  package static func seconds(_ key: String, _ label: String, _ value: ExactInteger) -> Self {
    Self(key, label, .whole(value.description), text: Phrase(.span(value)))
  }

  /// A time in unix seconds, for people its date where it has one.
  package static func time(_ key: String, _ label: String, _ value: ExactInteger) -> Self {
    Self(key, label, .whole(value.description), text: Phrase(.time(value)))
  }

  /// A time in unix seconds, for people its date.
  package static func time(_ key: String, _ label: String, _ value: Timestamp) -> Self {
    time(key, label, ExactInteger(value.seconds))
  }

  /// A name or a sentence.
  package static func text(_ key: String, _ label: String, _ value: String) -> Self {
    Self(key, label, .string(value), text: Phrase(value))
  }

  /// Yes or no.
  package static func flag(_ key: String, _ label: String, _ value: Bool) -> Self {
    Self(key, label, .bool(value), text: value ? "yes" : "no")
  }

  /// A value that does not exist: null to programs, the reason to people.
  package static func none(_ key: String, _ label: String, _ reason: String) -> Self {
    Self(key, label, .null, text: Phrase(reason))
  }
}
