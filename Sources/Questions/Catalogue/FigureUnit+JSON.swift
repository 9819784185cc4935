package import Text
package import Yields

// How JSON writes a figure of a unit, and how a schema says so.

extension FigureUnit {
  /// The text of a value as JSON has it.
  func json(_ text: String) -> JSONValue {
    switch self {
    case .flag: .bool(text == "true")
    case .exactSeconds: .number(text)
    case _ where isNumber: .whole(text)
    default: .string(text)
    }
  }

  /// What pages and schemas call the unit.
  package var name: String {
    switch self {
    case .fraction: "fraction"
    case .percent: "percent"
    case .usd: "USD"
    case .tokens: "tokens"
    case .seconds: "seconds"
    case .exactSeconds: "exact seconds"
    case .time: "time"
    case .count: "count"
    case .rawRate: "raw rate"
    case .raw: "raw"
    case .unrounded: "unrounded"
    case .quotient: "quotient"
    case .number: "decimal"
    case .basisPoints: "bps"
    case .flag: "flag"
    case .text: "text"
    }
  }

  /// What one of it is and how JSON writes it, in one sentence.
  package var meaning: String {
    switch self {
    case .fraction: "A part of one, 0.5 for 50 %: a string of plain decimals, 18 at most."
    case .percent: "Hundredths, 50 for 50 %: a string of plain decimals."
    case .usd: "US dollars: a string of plain decimals, 18 at most."
    case .tokens: "Whole tokens: a string of plain decimals, 18 at most."
    case .seconds: "A span of whole seconds: a number."
    case .exactSeconds: "A span of seconds that need not be whole: a number with its fraction."
    case .time: "Unix seconds: a number."
    case .count: "How many of something there are, or a block's number: a number."
    case .rawRate:
      "A contract's rate, an integer of which 1e36 are one token per second: a string of digits."
    case .raw: "A contract's integer, in the contract's own unit: a string of digits."
    case .unrounded:
      "A contract's integer before it was rounded to one: a string of plain decimals, 18 at most."
    case .quotient: "An exact quotient of integers: a string, numerator/denominator or an integer."
    case .number:
      "A number without a unit, or in the unit that its meaning says: a string of plain decimals."
    case .basisPoints: "Hundredths of a percent: a number."
    case .flag: "true or false."
    case .text: "A name or a sentence: a string."
    }
  }

  /// The JSON Schema of a value.
  package var schema: JSONValue {
    switch self {
    case .fraction, .percent, .usd, .tokens, .unrounded, .number:
      Self.string("^-?(0|[1-9][0-9]*)([.][0-9]*[1-9])?$")
    case .raw, .rawRate: Self.string("^-?(0|[1-9][0-9]*)$")
    case .quotient: Self.string("^-?(0|[1-9][0-9]*)(/[1-9][0-9]*)?$")
    case .seconds, .time, .count, .basisPoints:
      .members([
        "anyOf": .elements([
          .members([
            "type": .string("integer"), "minimum": .number("0"),
            "exclusiveMaximum": .number("9007199254740992"),
          ]), Self.string("^[1-9][0-9]{15,}$"),
        ])
      ])
    case .exactSeconds: .members(["type": .string("number")])
    case .flag: .members(["type": .string("boolean")])
    case .text: .members(["type": .string("string")])
    }
  }

  private static func string(_ pattern: String) -> JSONValue {
    .members(["type": .string("string"), "pattern": .string(pattern)])
  }
}
