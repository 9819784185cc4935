internal import Quantities
package import Text

extension Sheet {
  /// The sheet as one value: figures are members, tables arrays of objects.
  package var json: JSONValue {
    if let document { return document() }
    return .object(sections.flatMap { members(of: $0) })
  }

  private func members(of section: Section) -> [JSONMember] {
    guard section.audience.contains(.json) else { return [] }
    let value: JSONValue
    switch section.content {
    case .figures(let figures):
      guard section.key != nil else { return figures.map(\.member) }
      value = .object(figures.map(\.member))
    case .table(let table): value = .elements(table.rows.map { .object($0.map(\.member)) })
    case .steps(let steps): value = .elements(steps.map(\.json))
    case .group(let sections): value = .object(sections.flatMap { members(of: $0) })
    case .warnings:
      return [JSONMember(key: "warnings", value: .elements(warnings.map(\.json)))]
    case .cells, .statement, .paragraph, .plots: return []
    }
    return section.key.map { [JSONMember(key: $0, value: value)] } ?? []
  }
}

extension Figure {
  fileprivate var member: JSONMember { JSONMember(key: key, value: value) }
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
