import Faults
import Quantities
import Questions
import Text
import Yields

/// The JSON Schemas of `docs/schema`: one an answer, and one of what stands on stderr.
enum SchemaDocument {
  /// The schema of an answer, with definitions of its rows.
  static func text(of answer: Answer) -> String {
    var definitions = rootDefinitions(of: answer)
    let roots = answer.roots.map { root -> JSONValue in
      switch root {
      case .object(let keys): reference(name(of: keys, in: answer))
      case .rows(let keys): array(of: reference(name(of: keys, in: answer)))
      case .snapshot: snapshot
      }
    }
    if let line = answer.line { definitions.append(("line", object(line))) }
    for rows in answer.rows {
      definitions.append(("rows.\(rows.name)", object(rows.keys, isRow: !answer.subject.isEmpty)))
    }
    definitions.append(("warning", warning))
    definitions += FigureUnit.allCases.map { (definition(of: $0), $0.schema) }
    return document(
      "berayield \(answer.command)", answer.meaning,
      roots.count == 1 ? roots[0] : .members(["anyOf": .elements(roots)]), definitions)
  }

  /// The schema of a line of stderr.
  static var diagnostics: String {
    let fault = JSONValue.members([
      "type": .string("object"),
      "properties": .members([
        "code": .members(["enum": .elements(Fault.Code.allCases.map { .string($0.rawValue) })]),
        "message": text, "file": nullable(text), "line": nullable(position),
        "column": nullable(position), "path": nullable(text), "found": text,
        "expected": nullable(text), "hint": nullable(text),
      ]),
      "required": .elements(
        [
          "code", "message", "file", "line", "column", "path", "found", "expected", "hint",
        ].map { .string($0) }), "additionalProperties": .bool(false),
    ])
    let forms = ["error", "note"].map { key in
      JSONValue.members([
        "type": .string("object"), "properties": .members([key: reference("fault")]),
        "required": .elements([.string(key)]), "additionalProperties": .bool(false),
      ])
    }
    return document(
      "berayield, stderr", "An error or a note, a line each.",
      .members(["anyOf": .elements(forms)]),
      [("fault", fault)])
  }

  private static func document(
    _ title: String, _ description: String, _ content: JSONValue,
    _ definitions: [(String, JSONValue)]
  ) -> String {
    var members = [
      JSONMember(
        key: "$schema", value: .string("https://json-schema.org/draft/2020-12/schema")),
      JSONMember(key: "title", value: .string(title)),
      JSONMember(key: "description", value: .string(description)),
    ]
    if case .object(let own) = content { members += own }
    members.append(JSONMember(key: "$defs", value: object(definitions)))
    var writer = JSONWriter(style: .pretty)
    writer.value(.object(members))
    writer.newline()
    return writer.takeText()
  }

  /// The definition of a document, of the first form of an answer; of a part of it, of another.
  private static func name(of keys: [AnswerKey], in answer: Answer) -> String {
    keys.map(\.name) == answer.keys.map(\.name) ? "answer" : "element"
  }

  private static func keys(of root: Answer.Root) -> [AnswerKey] {
    switch root {
    case .object(let keys), .rows(let keys), .snapshot(let keys): keys
    }
  }

  /// The answers about a snapshot's vaults.
  private static var snapshot: JSONValue {
    object([
      ("type", .string("object")),
      (
        "properties",
        object([
          ("provenance", schema(of: .block, isRow: false)),
          ("vaults", array(of: reference("vault"))),
        ])
      ),
      ("required", .elements([.string("provenance"), .string("vaults")])),
      ("additionalProperties", .bool(false)),
    ])
  }

  private static func rootDefinitions(of answer: Answer) -> [(String, JSONValue)] {
    var definitions: [(String, JSONValue)] = []
    for root in answer.roots {
      let keys = keys(of: root)
      var name = name(of: keys, in: answer)
      if case .snapshot = root { name = "vault" }
      if !definitions.contains(where: { $0.0 == name }) { definitions.append((name, object(keys))) }
    }
    return definitions
  }

  /// An object of the keys; in a row behind a subject, all may be null.
  private static func object(_ keys: [AnswerKey], isRow: Bool = false) -> JSONValue {
    let required = keys.filter { $0.condition == nil }.map { JSONValue.string($0.name) }
    return object([
      ("type", .string("object")),
      ("properties", object(keys.map { ($0.name, schema(of: $0, isRow: isRow)) })),
      ("required", .elements(required)), ("additionalProperties", .bool(false)),
    ])
  }

  private static func schema(of key: AnswerKey, isRow: Bool) -> JSONValue {
    let content = content(key.content)
    let schema = key.absence != nil || isRow ? nullable(content) : content
    guard case .object(let members) = schema else { return schema }
    return .object([JSONMember(key: "description", value: .string(key.meaning))] + members)
  }

  private static func content(_ content: AnswerKey.Content) -> JSONValue {
    switch content {
    case .value(let unit): reference(definition(of: unit))
    case .words(let words): .members(["enum": .elements(words.map { .string($0) })])
    case .countOr(let word):
      .members([
        "anyOf": .elements([
          reference(definition(of: .count)), .members(["enum": .elements([.string(word)])]),
        ])
      ])
    case .texts: array(of: text)
    case .metric:
      .members([
        "anyOf": .elements([
          reference(definition(of: .number)), reference(definition(of: .seconds)),
        ])
      ])
    case .warnings: array(of: reference("warning"))
    case .object(let keys), .place(let keys): object(keys)
    case .rows(let keys): array(of: object(keys))
    case .given: .members([:])
    }
  }

  private static var warning: JSONValue {
    .members([
      "type": .string("object"),
      "properties": .members([
        "code": .members(["enum": .elements(WarningCode.allCases.map { .string($0.rawValue) })]),
        "message": text, "field": nullable(text),
      ]),
      "required": .elements(["code", "message", "field"].map { .string($0) }),
      "additionalProperties": .bool(false),
    ])
  }

  private static let text = JSONValue.members(["type": .string("string")])
  private static let position = JSONValue.members([
    "type": .string("integer"), "minimum": .number("1"),
  ])

  private static func nullable(_ schema: JSONValue) -> JSONValue {
    .members(["anyOf": .elements([schema, .members(["type": .string("null")])])])
  }

  private static func array(of schema: JSONValue) -> JSONValue {
    .members(["type": .string("array"), "items": schema])
  }

  private static func reference(_ name: String) -> JSONValue {
    .members(["$ref": .string("#/$defs/\(name)")])
  }

  private static func definition(of unit: FigureUnit) -> String {
    unit.name.split(separator: " ").enumerated().map { index, word in
      index == 0 ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
  }

  private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONMember(key: $0.0, value: $0.1) })
  }
}
