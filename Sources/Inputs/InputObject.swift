package import Faults
package import Quantities
internal import Text

/// The inputs of one question by key: members of a JSON object, options of the command line, or an
/// object with options laid over its members.
///
/// Keys are camelCase; an option is the same name in kebab case. Which keys there are, nested ones too,
/// is said when the object is made: a key that nothing reads is refused there and then, so that a
/// misspelt key is never silently a default.
package struct InputObject: Sendable {
  private let node: InputNode?
  /// What the object can have.
  private let keys: KeyTree
  /// What is given as an option or not at all.
  private let optionKeys: Set<String>
  private var options: [String: Field]

  /// Takes options alone.
  ///
  /// - Parameter options: texts by key; nil where an option is not given.
  package init(options: [String: String?]) {
    node = nil
    keys = []
    optionKeys = Set(options.keys)
    self.options = Self.fields(options)
  }

  /// Takes a document's object, and options that replace its members.
  ///
  /// - Parameters:
  ///   - node: the object.
  ///   - what: what it describes, for the fault where it is none.
  ///   - keys: what it can have.
  ///   - options: texts by key; nil where an option is not given.
  ///   - notes: where unknown keys that are passed over are noted.
  /// - Throws: a `Fault` for another type of value, or an unknown key at any depth.
  package init(
    _ node: InputNode, _ what: String, keys: KeyTree, options: [String: String?] = [:],
    notes: inout InputNotes
  ) throws(Fault) {
    try self.init(inside: node, what, keys: keys, options: options)
    try notes.checkKeys(of: node, .object(keys))
  }

  /// Takes an object of a document whose keys have been checked.
  package init(
    inside node: InputNode, _ what: String, keys: KeyTree, options: [String: String?] = [:]
  ) throws(Fault) {
    guard node.json.members != nil else {
      throw node.fault(.wrongType, expected: "an object: \(what)")
    }
    self.node = node
    self.keys = keys
    optionKeys = Set(options.keys).subtracting(keys.keys)
    self.options = Self.fields(options)
  }

  private static func fields(_ options: [String: String?]) -> [String: Field] {
    options.reduce(into: [:]) { fields, option in
      fields[option.key] = option.value.map {
        Field(option: InputKey.option(of: option.key), text: $0)
      }
    }
  }
}

// Reading.
extension InputObject {
  /// The member of a key, or nil where it is missing; an explicit `null` is a member.
  package func node(_ key: String) -> InputNode? {
    guard let node, keys.keys.contains(key), let json = node.json[key] else { return nil }
    return InputNode(
      json, path: node.path.appending(key), file: node.file, block: node.block)
  }

  /// The member of a key, or nil where it is missing or `null`.
  private func given(_ key: String) -> InputNode? {
    node(key).flatMap { $0.json.isNull ? nil : $0 }
  }

  /// The value of a key, or nil where there is none (or `null`).
  package func field(_ key: String) throws(Fault) -> Field? {
    let member = given(key)?.withoutWrapper
    if let member, member.json.scalarText == nil {
      throw member.fault(.wrongType, expected: "a number, or its text")
    }
    if let option = options[key] { return option }
    return try member?.field("a number, or its text")
  }

  /// The value of a key that must be there.
  package func required(_ key: String, _ what: String) throws(Fault) -> Field {
    guard let field = try field(key) else { throw missing(key, what) }
    return field
  }

  /// Refuses a `null` where a value must be; it is a plainer slip than a key that is not there at all.
  package func refuseNulls(of keys: [InputKey]) throws(Fault) {
    for key in keys where options[key.rawValue] == nil && isNull(key.rawValue) {
      throw missing(key.rawValue, key.expectation)
    }
  }

  /// A text that is a string in a file, or nil where the key is missing or `null`.
  package func string(_ key: String) throws(Fault) -> String? {
    let member = given(key)
    if let member, member.json.string == nil {
      throw member.fault(.wrongType, expected: "a string")
    }
    return options[key]?.text ?? member?.json.string
  }

  /// The text of a string or a number, or nil where the key is missing or `null`.
  package func text(_ key: String) throws(Fault) -> String? { try field(key)?.text }

  /// A boolean, or nil where the key is missing or `null`.
  package func bool(_ key: String) throws(Fault) -> Bool? {
    guard let member = given(key) else { return nil }
    guard let value = member.json.bool else {
      throw member.fault(.wrongType, expected: "true or false")
    }
    return value
  }

  /// One of several names.
  package func name<Name: RawRepresentable & CaseIterable>(
    _ key: String, of type: Name.Type
  ) throws(Fault) -> Name? where Name.RawValue == String {
    try field(key).map { field throws(Fault) in try field.name(of: type) }
  }

  /// The elements of an array, or nil where the key is missing or `null`.
  package func elements(_ key: String, _ what: String) throws(Fault) -> [InputNode]? {
    try given(key).map { member throws(Fault) in try member.elements("an array: \(what)") }
  }

  /// The objects of an array, or none where the key is missing.
  package func objects(_ key: String, _ what: String) throws(Fault) -> [InputObject] {
    try (try elements(key, what) ?? []).map { element throws(Fault) in
      try InputObject(inside: element, what, keys: tree(of: key))
    }
  }

  /// The object of a key, or nil where it is missing or `null`.
  package func object(_ key: String, _ what: String) throws(Fault) -> InputObject? {
    try given(key).map { member throws(Fault) in
      try InputObject(inside: member, what, keys: tree(of: key))
    }
  }

  private func tree(of key: String) -> KeyTree {
    guard let tree = keys.content(of: key).tree else {
      preconditionFailure("what is read as an object is declared as one: \(key)")
    }
    return tree
  }

  /// The members of an object whose keys are free names, or none where the key is missing.
  package func named(
    _ key: String, _ what: String
  ) throws(Fault) -> [(name: String, node: InputNode)] {
    try given(key)?.members(what) ?? []
  }

  /// Whether a key is present and `null`.
  package func isNull(_ key: String) -> Bool { node(key)?.json.isNull ?? false }

  /// Whether the document has a value at a path such as `pool.feeCap`.
  package func has(path: String) -> Bool {
    path.split(separator: ".").reduce(node?.json) { $0?[String($1)] } != nil
  }

  /// Whether a value is given as an option.
  package func hasOption(_ key: String) -> Bool { options[key] != nil }

  /// The document that the inputs come from; nil where there are options alone.
  package var file: String? { node?.file }

  /// The block of the snapshot that the inputs come from, if they come from one.
  package var block: ObservedBlock? { node?.block }

  /// Which of these a snapshot could not read and no option gives.
  package func missing(of keys: [InputKey]) -> [InputKey] {
    guard block != nil else { return [] }
    return keys.filter { options[$0.rawValue] == nil && isNull($0.rawValue) }
  }

  /// Whether they are one of several in their document, which others stand beside.
  package var isElement: Bool { node.map { $0.path != .root } ?? false }

  /// These inputs with a text in the place of those that are not given.
  package func filling(_ keys: [InputKey], with text: String) -> InputObject {
    var filled = self
    for key in keys where options[key.rawValue] == nil && given(key.rawValue) == nil {
      filled.options[key.rawValue] = Field(option: key.option, text: text)
    }
    return filled
  }
}

// A vault's inputs, by the catalogue.
extension InputObject {
  /// The value of an input, or nil where there is none.
  package func field(_ key: InputKey) throws(Fault) -> Field? { try field(key.rawValue) }

  /// The value of an input that must be there.
  package func required(_ key: InputKey) throws(Fault) -> Field {
    try required(key.rawValue, key.expectation)
  }
}

// Faults at the places of values.
extension InputObject {
  /// Where a key's value stands, or would stand.
  package func place(_ key: String) -> Place {
    if let option = options[key] { return option.place }
    guard let node, !optionKeys.contains(key) else { return .option(InputKey.option(of: key)) }
    let position = (node.json[key] ?? node.json).position
    return .file(
      node.file, line: position.line, column: position.column,
      member: node.path.appending(key).description)
  }

  /// How the user would write a key: `totalAssets` in a document that can have it, else `--total-assets`.
  package func spelling(of key: String) -> String {
    node == nil || optionKeys.contains(key) ? InputKey.option(of: key) : key
  }

  /// The fault that a key which must be there is not.
  package func missing(_ key: String, _ what: String, hint: String? = nil) -> Fault {
    Fault(
      .missingValue, at: place(key), found: isNull(key) ? "null" : "nothing", expected: what,
      hint: hint)
  }

  /// Runs a question on these inputs: a fault that names an input gets the place of its value.
  package func locating<Result>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
    do {
      return try body()
    } catch {
      throw located(error)
    }
  }

  /// A fault that names an input, at the place of the input's value.
  package func located(_ fault: Fault) -> Fault {
    guard let place = fault.place else { return fault.at(whole) }
    guard place.origin == .input, let key = place.member else { return fault }
    return fault.at(self.place(ofPath: key))
  }

  /// The place of `key`, or of `key[2].member` inside of it, as far as the document has it.
  private func place(ofPath text: String) -> Place {
    guard let node else { return .option(InputKey.option(of: text)) }
    guard text.contains(where: { $0 == "." || $0 == "[" }) else { return place(text) }
    var found = node
    for step in text.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }).map(String.init)
    {
      if let index = Int(step), let elements = found.json.elements, elements.indices.contains(index)
      {
        found = InputNode(elements[index], path: found.path.appending(index), file: found.file)
      } else if let member = found.json[step] {
        found = InputNode(member, path: found.path.appending(step), file: found.file)
      }
    }
    return found.place
  }

  /// Where the inputs stand as a whole.
  package var whole: Place { node?.place ?? .option("the options") }
}
