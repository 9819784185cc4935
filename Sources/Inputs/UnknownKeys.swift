internal import Faults
internal import Text

/// The keys of a document that nothing reads.
struct UnknownKeys {
  /// One of them.
  struct Key {
    let member: JSONMember
    /// The object that has it.
    let object: InputNode
    /// What that object can have.
    let tree: KeyTree

    var place: Place { object.place(of: member) }

    var path: String { object.path.appending(member.key).description }
  }

  /// How many keys a message shows.
  static let shownLimit = 10

  private(set) var keys: [Key] = []

  /// Looks at every object of a document; whatever is no object where one belongs is left to its reader.
  init(of document: InputNode, _ content: KeyTree.Content) {
    look(at: document, content)
  }

  private mutating func look(at node: InputNode, _ content: KeyTree.Content) {
    switch content {
    case .value: break
    case .chosen(let choose): look(at: node, choose(node.json))
    case .object(let tree):
      for member in node.json.members ?? [] {
        guard tree.keys.contains(member.key) else {
          keys.append(Key(member: member, object: node, tree: tree))
          continue
        }
        look(at: member, of: node, tree.content(of: member.key))
      }
    case .named(let content):
      for member in node.json.members ?? [] { look(at: member, of: node, content) }
    case .elements(let content):
      for (index, element) in (node.json.elements ?? []).enumerated() {
        look(
          at: InputNode(element, path: node.path.appending(index), file: node.file), content)
      }
    }
  }

  private mutating func look(
    at member: JSONMember, of node: InputNode, _ content: KeyTree.Content
  ) {
    // Most values have no keys, and no path needs to be made for them.
    if case .value = content { return }
    look(
      at: InputNode(member.node, path: node.path.appending(member.key), file: node.file), content)
  }
}

// The refusal: of the first object that has any, with all that it can have.
extension UnknownKeys {
  /// The fault that ends the run, or nil where every key is known.
  var refusal: Fault? {
    guard let first = keys.first else { return nil }
    let own = keys.filter { $0.object.path == first.object.path }
    let expected = "one of \(first.tree.keys.joined(separator: ", "))"
    guard own.count > 1 else {
      return Fault(
        .unknownKey, at: first.place, found: "an unknown key", expected: expected,
        hint: first.tree.hint(for: first.member)
          ?? Resemblance.hint(for: first.member.key, among: first.tree.keys))
    }
    let names = own.prefix(Self.shownLimit).map { Quotation.of($0.member.key) }
    let position = first.member.keyPosition
    return Fault(
      .unknownKey,
      at: .file(
        first.object.file, line: position.line, column: position.column,
        member: first.object.path.description),
      found: Self.list(names, of: own.count), expected: expected, hint: Self.hint(for: own))
  }

  /// `3 unknown keys: a, b, c`, the rest as a count.
  static func list(_ shown: [String], of count: Int) -> String {
    let rest = count > shown.count ? " and \(count - shown.count) more" : ""
    return "\(count) unknown keys: \(shown.joined(separator: ", "))\(rest)"
  }

  private static func hint(for own: [Key]) -> String? {
    let meant = own.prefix(shownLimit).compactMap { key in
      Resemblance.nearest(to: key.member.key, among: key.tree.keys).map {
        "\($0) for \(Quotation.of(key.member.key))"
      }
    }
    guard meant.isEmpty else { return "did you mean \(meant.joined(separator: ", "))?" }
    return own.lazy.compactMap { $0.tree.hint(for: $0.member) }.first
  }
}
