package import Faults
package import Platform
internal import Quantities
package import Text

/// The vaults of a JSON document, one at a time: an object, or an array of any length in the memory of
/// one element.
package struct VaultDocument {
  private var reader: JSONElementReader
  /// The document as the user named it.
  package let name: String
  private let options: [String: String?]
  private let keys: KeyTree
  /// The keys that are for other questions: one document serves all of them.
  private let unused: Set<String>
  /// The vaults of a snapshot that are still to come.
  private var rest: ArraySlice<InputNode> = []
  /// The snapshot of a chain that the document is, if it is one; known after the first `next`.
  package private(set) var snapshot: SnapshotFile?

  /// - Parameters:
  ///   - source: the document.
  ///   - options: texts by key that replace values of a single vault, or ask about each.
  ///   - keys: what a vault can have.
  ///   - further: which of the keys beyond a vault's own the question reads.
  package init(
    _ source: ByteSource, options: [String: String?], keys: KeyTree, further: [String] = []
  ) {
    reader = JSONElementReader(source)
    name = source.name
    self.options = options
    self.keys = keys
    unused = Set(keys.keys).subtracting(InputKey.ofVault.map(\.rawValue) + further)
  }

  /// Whether the document is an array; known after the first `next`.
  package var isArray: Bool { reader.isArray || isKeyed || snapshot != nil && !isOne }

  /// Whether the document is an object of vaults by their addresses, which counts as an array.
  private var isKeyed = false

  /// Whether a snapshot is asked about one vault: the only one, or the one that an option chooses.
  private var isOne = false

  /// The next vault as the document has it, or nil after the last.
  ///
  /// - Throws: a `Fault` where the document cannot be read, is no JSON, or is an array whose values an
  ///   option would replace: nothing that follows can be read then.
  package mutating func next() throws(Fault) -> InputNode? {
    guard let node = try nextNode() else { return nil }
    guard !isArray || InputKey.ofVault.allSatisfy({ (options[$0.rawValue] ?? nil) == nil }) else {
      throw Fault(
        .conflict, at: .option("values of one vault"), found: "an array of vaults in the file",
        expected: "a file with one vault: options replace the values of one only")
    }
    return node
  }

  /// Takes the next vault of an array where it is a flat object and `body` takes it.
  ///
  /// - Parameters:
  ///   - object: receives what is found.
  ///   - body: looks at the object.
  /// - Returns: whether the vault was taken; if not, `next()` has it.
  package mutating func takeFlat(
    _ object: inout JSONFlatObject, _ body: JSONFlatObject.Taker
  ) -> Bool {
    !isKeyed && snapshot == nil && reader.takeFlat(&object, body)
  }

  /// The inputs of a vault.
  ///
  /// - Throws: a `Fault` for another type of value, or an unknown key.
  package func inputs(of vault: InputNode, notes: inout InputNotes) throws(Fault) -> InputObject {
    // The address is the choice, not a value of a snapshot's vault.
    let values = snapshot == nil ? options : options.filter { $0.key != InputKey.vault.rawValue }
    let inputs = try InputObject(
      inside: vault, "one vault's raw values", keys: keys.without(unused), options: values)
    try notes.checkKeys(of: vault, .object(keys))
    for member in vault.json.members ?? [] where unused.contains(member.key) {
      notes.addUnused(member.key, at: vault.place(of: member))
    }
    return inputs
  }

  private mutating func nextNode() throws(Fault) -> InputNode? {
    if isKeyed { return rest.popFirst() }
    if let snapshot { return rest.popFirst().map { snapshot.inputs(of: $0) } }
    guard let json = try reader.next() else { return nil }
    let node = InputNode(json, path: reader.path, file: name)
    if !reader.isArray, let vaults = Self.keyed(node) {
      isKeyed = true
      rest = vaults[...]
      return try nextNode()
    }
    guard !reader.isArray, let file = try SnapshotFile(node) else { return node }
    snapshot = file
    let chosen = (options[InputKey.vault.rawValue] ?? nil).map {
      Field(option: InputKey.vault.option, text: $0)
    }
    rest = chosen == nil ? try file.vaults()[...] : [try file.vault(chosen)]
    isOne = rest.count == 1
    return try nextNode()
  }
}

extension VaultDocument {
  /// The vaults of an object whose keys are their addresses; nil for any other document.
  private static func keyed(_ node: InputNode) -> [InputNode]? {
    let key = InputKey.vault.rawValue
    guard let members = node.json.members, !members.isEmpty,
      members.allSatisfy({ $0.key.hasPrefix("0x") && $0.node.members != nil })
    else { return nil }
    return members.map { member in
      let own = member.node.members ?? []
      let named = own.contains { $0.key == key }
      let address = JSONMember(
        key: key, keyPosition: member.keyPosition,
        node: JSONNode(value: .string(member.key), position: member.keyPosition))
      return InputNode(
        JSONNode(value: .object((named ? [] : [address]) + own), position: member.node.position),
        path: node.path.appending(member.key), file: node.file)
    }
  }
}

extension KeyTree {
  /// The keys of one vault, and of what else is known of it.
  package static func vault(and keys: [String]) -> KeyTree {
    KeyTree(InputKey.ofVault.map(\.rawValue) + keys).hinting(hint)
  }

  private static func hint(_ member: JSONMember) -> String? {
    if member.key == "vaults" {
      return "write the array of vaults alone, without an object around it"
    }
    guard member.key.hasPrefix("0x"), member.node.members != nil else { return nil }
    return "an object of vaults by their addresses has nothing else in it"
  }
}
