internal import FixedPoint
internal import Yields
internal import Quantities
internal import Platform
package import Text
package import Faults
package import Inputs

/// The inputs of one analysis by name: members of a JSON object, options of the command line, or an
/// object with options that replace some of its members.
///
/// Keys are camelCase; an option is the same name in kebab case. Each key is read once, and what
/// nobody asked for is an error: a misspelt key is never silently a default.
package struct InputValues: Sendable {
  private var object: ObjectReader?
  private var options: [String: Field]
  private var places: [String: Place] = [:]

  /// Takes options alone.
  ///
  /// - Parameter options: texts by key; nil where an option is not given.
  package init(options: [String: String?]) {
    self.options = Self.fields(options)
  }

  /// Takes an object of a file, and options that replace its members.
  ///
  /// - Parameters:
  ///   - node: the object.
  ///   - path: its JSON path.
  ///   - source: the file's name for errors.
  ///   - what: what the object describes, for the error.
  ///   - options: texts by key; nil where an option is not given.
  /// - Throws: `Fault` when the value is not an object.
  package init(
    _ node: JSONNode, path: JSONPath = .root, source: String, what: String,
    options: [String: String?] = [:]
  ) throws(Fault) {
    object = try ObjectReader(node, path: path, source: source, what: what)
    self.options = Self.fields(options)
  }

  /// Reads a file whole, or takes the options alone where there is no file.
  ///
  /// - Parameters:
  ///   - file: the file's path, `-` for stdin, or nil.
  ///   - what: what its object describes, for the error.
  ///   - options: texts by key; nil where an option is not given.
  /// - Throws: `Fault` for malformed JSON, `Fault` for an unreadable file.
  package init(
    file: String?, what: String, options: [String: String?]
  ) throws {
    guard let file else {
      self.init(options: options)
      return
    }
    let source = try ByteSource(path: file)
    let node = try JSONReader.parse(try source.readAll(), name: source.name)
    try self.init(node, source: source.name, what: what, options: options)
  }

  private static func fields(_ options: [String: String?]) -> [String: Field] {
    var fields: [String: Field] = [:]
    for (key, text) in options {
      fields[key] = text.map { Field(option: InputKey.option(of: key), text: $0) }
    }
    return fields
  }
}

// Reading.
extension InputValues {
  /// The value of a key, or nil where there is none (or `null`).
  package mutating func field(_ key: String) throws(Fault) -> Field? {
    let member = try object?.field(key)
    let field = options[key] ?? member
    if let field { places[key] = field.place }
    return field
  }

  /// The value of a key that must be there.
  package mutating func required(_ key: String, _ what: String) throws(Fault) -> Field {
    if let field = try field(key) { return field }
    throw missing(key, what)
  }

  /// The elements of an array, or nil where the key is missing or `null`.
  package mutating func elements(
    _ key: String, what: String
  ) throws(Fault) -> [InputElement]? {
    guard var reader = object, let node = reader.node(key) else { return nil }
    object = reader
    places[key] = reader.place(key, node)
    guard !node.isNull else { return nil }
    guard let elements = node.elements else {
      throw reader.error(key, node, found: node.value.excerpt, expected: "an array: \(what)")
    }
    let path = reader.path.appending(key)
    return elements.enumerated().map { index, element in
      InputElement(element, path: path.appending(index), source: reader.source)
    }
  }

  /// The objects of an array, or none where the key is missing.
  package mutating func objects(_ key: String, what: String) throws(Fault) -> [InputValues] {
    var values: [InputValues] = []
    for element in try elements(key, what: what) ?? [] { values.append(try element.values(what)) }
    return values
  }

  /// The members of an object whose keys are names, or none where the key is missing.
  package mutating func named(
    _ key: String, what: String
  ) throws(Fault) -> [(name: String, field: Field)] {
    guard var reader = object, let node = reader.node(key) else { return [] }
    object = reader
    places[key] = reader.place(key, node)
    guard !node.isNull else { return [] }
    guard let members = node.members else {
      throw reader.error(key, node, found: node.value.excerpt, expected: "an object: \(what)")
    }
    let path = reader.path.appending(key)
    var named: [(name: String, field: Field)] = []
    for member in members {
      let element = InputElement(
        member.node, path: path.appending(member.key), source: reader.source)
      named.append((member.key, try element.field(what)))
    }
    return named
  }

  /// The object of a key, or nil where it is missing or `null`.
  package mutating func object(_ key: String, what: String) throws(Fault) -> InputValues? {
    guard var reader = object, let node = reader.node(key) else { return nil }
    object = reader
    places[key] = reader.place(key, node)
    guard !node.isNull else { return nil }
    return try InputValues(
      node, path: reader.path.appending(key), source: reader.source, what: what)
  }

  /// Whether a key is present and `null`.
  package mutating func isNull(_ key: String) -> Bool {
    object?.node[key]?.isNull ?? false
  }

  /// A boolean, or nil where the key is missing or `null`.
  package mutating func bool(_ key: String) throws(Fault) -> Bool? {
    guard var reader = object, let node = reader.node(key) else { return nil }
    object = reader
    places[key] = reader.place(key, node)
    guard !node.isNull else { return nil }
    guard let value = node.bool else {
      throw reader.error(key, node, found: node.value.excerpt, expected: "true or false")
    }
    return value
  }

  /// A text, or nil where the key is missing or `null`.
  package mutating func text(_ key: String) throws(Fault) -> String? {
    try field(key)?.text
  }

  /// One of several names.
  package mutating func name<Name: RawRepresentable & CaseIterable>(
    _ key: String, of type: Name.Type
  ) throws(Fault) -> Name? where Name.RawValue == String {
    guard let field = try field(key) else { return nil }
    guard let name = Name(rawValue: field.text) else {
      let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw field.error(expected: "one of \(names)")
    }
    return name
  }

  /// Whether a value is given as an option.
  package func hasOption(_ key: String) -> Bool { options[key] != nil }

  /// Ends the reading: any member that nobody asked for is an error.
  package func refuseUnknownKeys() throws(Fault) {
    try object?.refuseUnknownKeys()
  }

  /// The error that a key which must be there is not.
  package func missing(_ key: String, _ what: String) -> Fault {
    object?.missing(key, what)
      ?? Fault(
        .invalidValue, at: .option(InputKey.option(of: key)), found: "nothing",
        expected: what)
  }
}

// Errors of the analysis, at the place of the value they are about.
extension InputValues {
  /// Where a key's value stands, or would stand.
  package func place(_ key: String) -> Place {
    if let place = places[key] { return place }
    guard let object else { return .option(InputKey.option(of: key)) }
    return .file(
      object.source, line: object.node.position.line,
      column: object.node.position.column, member: object.path.appending(key).description)
  }

  /// Takes over the place of a value that was read elsewhere.
  package mutating func remember(_ place: Place, of key: String) {
    places[key] = place
  }

  /// Runs an analysis; what it refuses becomes an error at the value's place.
  ///
  /// - Parameter body: the analysis.
  /// - Returns: its result.
  /// - Throws: `Fault`; what else `body` throws, as it is.
  package func analyzing<Result>(_ body: () throws -> Result) throws(Fault) -> Result {
    do {
      return try body()
    } catch let fault as Fault {
      guard fault.place?.origin == .input, let key = fault.place?.member else {
        throw fault.at(fault.place ?? whole)
      }
      throw fault.at(place(key))
    } catch {
      throw Fault(
        .outOfRange, at: whole, found: "values without a result (\(error))",
        expected: "values whose result can be stated")
    }
  }

  private var whole: Place {
    guard let object else { return .option("the options") }
    return .file(
      object.source, line: object.node.position.line,
      column: object.node.position.column, member: object.path.description)
  }
}
