internal import Quantities
package import Text

extension Sheet {
  /// The sheet as one value: figures are members, tables arrays of objects.
  package var json: JSONValue {
    .object(sections.flatMap { members(of: $0) })
  }

  var warningsValue: JSONValue { .elements(warnings.map(\.json)) }

  /// Lines for people alone have no key.
  private static func members(of figures: [Figure]) -> [JSONMember] {
    figures.filter { !$0.key.isEmpty }.map { JSONMember(key: $0.key, value: $0.value) }
  }

  private func members(of section: Section) -> [JSONMember] {
    guard section.audience.contains(.json) else { return [] }
    let value: JSONValue
    switch section.content {
    case .figures(let figures):
      guard section.key != nil else { return Self.members(of: figures) }
      value = .object(Self.members(of: figures))
    case .table(let table): value = .elements(table.rows.map { .object(Self.members(of: $0)) })
    case .steps(let steps): value = .elements(steps.map(\.json))
    case .group(let sections): value = .object(sections.flatMap { members(of: $0) })
    case .warnings:
      return [JSONMember(key: "warnings", value: warningsValue)]
    case .cells, .statement, .paragraph, .plots, .links: return []
    }
    return section.key.map { [JSONMember(key: $0, value: value)] } ?? []
  }
}

extension Warning {
  fileprivate var json: JSONValue {
    .members([
      "code": .string(code.rawValue), "message": .string(message),
      "field": field.map { .string($0) } ?? .null,
    ])
  }
}

extension Step {
  fileprivate var json: JSONValue {
    .members([
      "name": .string(name), "formula": .string(formula), "value": .string(value),
      "remark": remark.map { .string($0) } ?? .null,
    ])
  }
}
