internal import Platform
internal import Quantities
internal import Questions
internal import Text
internal import Yields

extension Ask {
  /// The names of inputs and figures, and what their values are: the one list that bindings read.
  static var names: JSONValue {
    .members([
      "version": .string(Version.text),
      "inputs": .elements(
        InputKey.allCases.map { key in
          .members([
            "name": .string(key.rawValue), "column": .string(key.column),
            "title": .string(key.title), "kind": .string(kind(of: key.figureUnit)),
            "expectation": .string(key.expectation),
            "isColumn": .bool(InputKey.columns.contains(key)),
            "isAxis": .bool(InputKey.axes.contains(key)),
          ])
        }),
      "figures": .elements(
        FigureKey.allCases.map { key in
          .members([
            "name": .string(key.rawValue), "column": .string(key.column),
            "title": .string(key.title), "kind": .string(kind(of: key.unit)),
            "meaning": .string(key.meaning),
            "isColumn": .bool((FigureKey.columns + FigureKey.comparison).contains(key)),
            "isMetric": .bool(FigureKey.metrics.contains(key)),
          ])
        }),
      "apr": kinds(of: VaultQuestion.answer.keys),
    ])
  }

  /// What a text of a unit is: `decimal`, `integer`, `flag` or `text`.
  private static func kind(of unit: FigureUnit) -> String {
    switch unit {
    case .fraction, .percent, .usd, .tokens, .unrounded, .number, .exactSeconds: "decimal"
    case .seconds, .time, .count, .rawRate, .raw, .basisPoints: "integer"
    case .flag: "flag"
    case .quotient, .text: "text"
    }
  }

  private static func kinds(of keys: [AnswerKey]) -> JSONValue {
    .object(keys.map { JSONMember(key: $0.name, value: kind(of: $0.content)) })
  }

  private static func kind(of content: AnswerKey.Content) -> JSONValue {
    switch content {
    case .value(let unit): .string(kind(of: unit))
    case .object(let keys), .rows(let keys), .place(let keys): kinds(of: keys)
    case .countOr: .string("integer")
    case .words, .texts, .metric, .warnings, .given: .string("text")
    }
  }
}
