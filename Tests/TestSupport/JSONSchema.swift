package import Text

/// A JSON Schema (2020-12) of the keywords that the shipped ones use; another keyword is a fault of the
/// schema, so that nothing is passed over.
package struct JSONSchema {
  private let root: JSONNode

  /// Takes a schema as read.
  package init(_ root: JSONNode) { self.root = root }

  /// What of a document the schema does not admit.
  ///
  /// - Parameters:
  ///   - node: the document.
  ///   - definition: the name of one of `$defs`, in place of the whole schema.
  /// - Returns: a line for each fault; none where the schema admits the document.
  package func faults(of node: JSONNode, as definition: String? = nil) -> [String] {
    guard let definition else { return faults(of: node, by: root, at: "$") }
    guard let schema = root["$defs"]?[definition] else { return ["no definition \(definition)"] }
    return faults(of: node, by: schema, at: "$")
  }

  private static let annotations: Set = ["$schema", "$defs", "title", "description"]

  private func faults(of node: JSONNode, by schema: JSONNode, at path: String) -> [String] {
    guard let keywords = schema.members else { return ["\(path): the schema is no object"] }
    return keywords.filter { !Self.annotations.contains($0.key) }.flatMap { keyword -> [String] in
      let value = keyword.node
      switch keyword.key {
      case "$ref": return reference(value, node, path)
      case "anyOf":
        let all = (value.elements ?? []).map { faults(of: node, by: $0, at: path) }
        return all.contains(where: \.isEmpty) ? [] : ["\(path): none of: \(all)"]
      case "type": return Self.isOf(value.string ?? "", node) ? [] : ["\(path): no \(value.value)"]
      case "enum":
        let isOne = (value.elements ?? []).contains { $0.value == node.value }
        return isOne ? [] : ["\(path): none of the names: \(node.value.excerpt)"]
      case "pattern": return Self.pattern(value, node, path)
      case "minimum": return Self.bound(node, path) { $0 >= Self.number(value) }
      case "exclusiveMaximum": return Self.bound(node, path) { $0 < Self.number(value) }
      case "properties": return properties(value, node, path)
      case "required":
        let missing = (value.elements ?? []).compactMap(\.string).filter { node[$0] == nil }
        return missing.map { "\(path): no \($0)" }
      case "additionalProperties":
        guard value.bool == false else { return ["the schema says more than false"] }
        let known = Set((schema["properties"]?.members ?? []).map(\.key))
        return (node.members ?? []).filter { !known.contains($0.key) }
          .map { "\(path): an undeclared \($0.key)" }
      case "items":
        return (node.elements ?? []).enumerated().flatMap { index, element in
          faults(of: element, by: value, at: "\(path)[\(index)]")
        }
      default: return ["the schema has the unknown keyword \(keyword.key)"]
      }
    }
  }

  private func reference(_ value: JSONNode, _ node: JSONNode, _ path: String) -> [String] {
    let prefix = "#/$defs/"
    guard let text = value.string, text.hasPrefix(prefix),
      let schema = root["$defs"]?[String(text.dropFirst(prefix.count))]
    else { return ["the schema refers to \(value.value.excerpt)"] }
    return faults(of: node, by: schema, at: path)
  }

  private func properties(_ value: JSONNode, _ node: JSONNode, _ path: String) -> [String] {
    (node.members ?? []).flatMap { member in
      value[member.key].map { faults(of: member.node, by: $0, at: "\(path).\(member.key)") } ?? []
    }
  }

  private static func isOf(_ type: String, _ node: JSONNode) -> Bool {
    switch (type, node.value) {
    case ("object", .object), ("array", .array), ("string", .string), ("number", .number),
      ("boolean", .bool), ("null", .null):
      true
    case ("integer", .number(let text)): text.allSatisfy { $0.isNumber || $0 == "-" }
    default: false
    }
  }

  private static func pattern(_ value: JSONNode, _ node: JSONNode, _ path: String) -> [String] {
    guard case .string(let text) = node.value else { return [] }
    guard let regex = try? Regex(value.string ?? "(") else { return ["\(path): a bad pattern"] }
    return text.firstMatch(of: regex) == nil ? ["\(path): another form: \"\(text)\""] : []
  }

  private static func bound(
    _ node: JSONNode, _ path: String, _ isWithin: (Double) -> Bool
  ) -> [String] {
    guard case .number = node.value else { return [] }
    return isWithin(number(node)) ? [] : ["\(path): out of range: \(node.value.excerpt)"]
  }

  private static func number(_ node: JSONNode) -> Double { Double(node.scalarText ?? "") ?? .nan }
}
