package import Text
package import Faults
package import Inputs

/// Reads the members of one JSON object by name, each at most once, and then answers for the rest:
/// a misspelt key is never silently a default.
package struct ObjectReader: Sendable {
  /// Where the object stands.
  package let path: JSONPath
  package let node: JSONNode
  /// The file as the user named it.
  package let source: String
  private var unread: [JSONMember]
  private var known: [String] = []

  /// Starts to read an object.
  ///
  /// - Parameters:
  ///   - node: the JSON value, which must be an object.
  ///   - path: its JSON path.
  ///   - source: the file's name for errors.
  ///   - what: what the object describes, for the error.
  /// - Throws: `Fault` when the value is not an object.
  package init(
    _ node: JSONNode, path: JSONPath, source: String, what: String
  ) throws(Fault) {
    self.path = path
    self.source = source
    self.node = node
    guard let members = node.members else {
      throw Self.error(
        node, path: path, source: source, found: node.value.excerpt, expected: "an object: \(what)")
    }
    unread = members
  }

  /// The member's node, or nil when it is missing; an explicit `null` is a node.
  package mutating func node(_ key: String) -> JSONNode? {
    known.append(key)
    guard let index = unread.firstIndex(where: { $0.key == key }) else { return nil }
    return unread.remove(at: index).node
  }

  /// The member's text, or nil when it is missing or `null`.
  ///
  /// - Parameter key: the member's name.
  /// - Returns: a string's or a number's text, as written.
  /// - Throws: `Fault` for an object, an array or a boolean.
  package mutating func field(_ key: String) throws(Fault) -> Field? {
    guard let node = node(key), !node.isNull else { return nil }
    guard let text = node.scalarText else {
      throw error(key, node, found: node.value.excerpt, expected: "a number, or its text")
    }
    return Field(text: text, place: place(key, node))
  }

  /// The member's text; the member must be there and not `null`.
  ///
  /// - Parameters:
  ///   - key: the member's name.
  ///   - what: what the value is, for the error.
  /// - Returns: a string's or a number's text, as written.
  /// - Throws: `Fault`.
  package mutating func requiredField(_ key: String, _ what: String) throws(Fault) -> Field {
    guard let node = node(key) else { throw missing(key, what) }
    guard let text = node.scalarText else {
      throw error(key, node, found: node.value.excerpt, expected: what)
    }
    return Field(text: text, place: place(key, node))
  }

  /// The member's string, or nil when it is missing or `null`.
  ///
  /// - Parameter key: the member's name.
  /// - Returns: the string.
  /// - Throws: `Fault` when the value is not a string.
  package mutating func string(_ key: String) throws(Fault) -> String? {
    guard let node = node(key), !node.isNull else { return nil }
    guard let text = node.string else {
      throw error(key, node, found: node.value.excerpt, expected: "a string")
    }
    return text
  }

  /// Says that a member which must be there is not.
  package func missing(_ key: String, _ what: String, hint: String? = nil) -> Fault {
    Fault(
      .invalidValue,
      at: .file(
        source, line: node.position.line, column: node.position.column,
        member: path.appending(key).description),
      found: "nothing", expected: what, hint: hint)
  }

  /// Ends the reading: a key that nobody asked for is an error when it resembles one that is
  /// known, and otherwise a note (an error in strict mode).
  ///
  /// - Parameter notes: where an ignored key is reported.
  /// - Throws: `Fault`.
  package func finish(notes: inout InputNotes) throws(Fault) {
    for member in unread {
      let place = Place.file(
        source, line: member.keyPosition.line, column: member.keyPosition.column,
        member: path.appending(member.key).description)
      if let near = known.first(where: { Self.resembles(member.key, $0) }) {
        throw Fault(
          .invalidValue, at: place, found: "an unknown key",
          expected: "one of \(known.joined(separator: ", "))",
          hint: "did you mean \(near)?")
      }
      try notes.record(
        .unknownKey, at: place, found: "an unknown key",
        expected: "one of \(known.joined(separator: ", "))",
        consequence: "ignored")
    }
  }

  /// Ends the reading: any key that nobody asked for is an error.
  ///
  /// - Throws: `Fault`.
  package func refuseUnknownKeys() throws(Fault) {
    var notes = InputNotes(strict: true)
    try finish(notes: &notes)
  }

  /// The place of a member's value.
  package func place(_ key: String, _ node: JSONNode) -> Place {
    .file(
      source, line: node.position.line, column: node.position.column,
      member: path.appending(key).description)
  }

  /// An error about a member's value.
  package func error(
    _ key: String, _ node: JSONNode, found: String, expected: String
  ) -> Fault {
    Fault(.invalidValue, at: place(key, node), found: found, expected: expected)
  }

  private static func error(
    _ node: JSONNode, path: JSONPath, source: String, found: String, expected: String
  ) -> Fault {
    Fault(
      .invalidValue,
      at: .file(
        source, line: node.position.line, column: node.position.column, member: path.description),
      found: found, expected: expected)
  }

  /// The same letters apart from case and separators, or at most two edits away.
  static func resembles(_ left: String, _ right: String) -> Bool {
    let (a, b) = (folded(left), folded(right))
    return a == b || (min(a.count, b.count) > 4 && editDistance(a, b) <= 2)
  }

  private static func folded(_ key: String) -> [Character] {
    key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }.map { $0 }
  }

  private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    guard abs(a.count - b.count) <= 2 else { return abs(a.count - b.count) }
    var previous = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var current = [i + 1]
      for (j, right) in b.enumerated() {
        let substitution = previous[j] + (left == right ? 0 : 1)
        current.append(min(substitution, previous[j + 1] + 1, current[j] + 1))
      }
      previous = current
    }
    return previous[b.count]
  }
}
