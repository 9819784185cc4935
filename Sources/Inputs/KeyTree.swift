package import Text

/// Which keys the objects of a document can have, nested ones too.
///
/// Said once, before anything is read: so an unknown key is met first, wherever it stands, and the list
/// of those that are known is whole.
///
///     let scenario: KeyTree = ["start", "days"]
///     scenario.with("sources", .objects(["name", "grossApr"]))
package struct KeyTree: Sendable, ExpressibleByArrayLiteral {
  /// What stands under a key.
  package indirect enum Content: Sendable {
    /// Something that has no keys, or whose keys are nobody's business.
    case value
    case object(KeyTree)
    case elements(Content)
    /// An object whose keys are free names.
    case named(Content)
    /// What hangs on the value itself.
    case chosen(@Sendable (JSONNode) -> Content)

    /// An array of objects.
    package static func objects(_ tree: KeyTree) -> Content { .elements(.object(tree)) }
  }

  /// The keys of the object itself, in the order of messages.
  package private(set) var keys: [String]
  private var contents: [String: Content] = [:]
  private var hint: (@Sendable (JSONMember) -> String?)?

  /// An object with these keys, whose values have none.
  package init(_ keys: [String]) { self.keys = keys }

  package init(arrayLiteral keys: String...) { self.init(keys) }

  /// The same with what stands under a key.
  package func with(_ key: String, _ content: Content) -> KeyTree {
    var tree = self
    if !tree.keys.contains(key) { tree.keys.append(key) }
    tree.contents[key] = content
    return tree
  }

  /// The same without some keys.
  package func without(_ others: Set<String>) -> KeyTree {
    var tree = self
    tree.keys.removeAll(where: others.contains)
    return tree
  }

  /// The same with hints about single unknown keys, in the place of a known one that resembles them.
  package func hinting(_ hint: @escaping @Sendable (JSONMember) -> String?) -> KeyTree {
    var tree = self
    tree.hint = hint
    return tree
  }

  /// The keys of both.
  package static func + (left: KeyTree, right: KeyTree) -> KeyTree {
    var tree = left
    tree.keys += right.keys.filter { !left.keys.contains($0) }
    tree.contents.merge(right.contents) { _, new in new }
    tree.hint = left.hint ?? right.hint
    return tree
  }

  /// What stands under a key.
  package func content(of key: String) -> Content { contents[key] ?? .value }

  /// Every key with where it stands: `events[].at`; keys that hang on values are not told.
  package var paths: [String] {
    keys.flatMap { key in
      switch content(of: key) {
      case .object(let tree): tree.paths.map { "\(key).\($0)" }
      case .elements(let content): content.tree?.paths.map { "\(key)[].\($0)" } ?? [key + "[]"]
      case .value, .named, .chosen: [key]
      }
    }
  }

  /// What to do about an unknown key, where that is known.
  func hint(for member: JSONMember) -> String? { hint?(member) }
}

extension KeyTree.Content {
  /// The keys of the object, or of each object of the array, that stands here.
  var tree: KeyTree? {
    switch self {
    case .object(let tree): tree
    case .elements(let content): content.tree
    case .value, .named, .chosen: nil
    }
  }
}
