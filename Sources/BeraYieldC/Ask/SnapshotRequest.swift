internal import Contracts
internal import Faults
internal import Inputs
internal import Platform
internal import Quantities
internal import Questions
internal import Sheets
internal import Text

/// What is asked about a snapshot: the arguments of a request, which know the snapshot's block.
struct SnapshotRequest {
  let snapshot: SnapshotFile
  let inputs: InputObject
  var notes: InputNotes

  /// Keys that every such request has.
  private static let common = ["snapshot", "strict"]
  /// Those of a file with what vaults get.
  static let listKeys = ["delimiter", "trim"]
  /// Those of the rules.
  static let ruleKeys = ["era", "profile"]

  /// - Parameters:
  ///   - request: the request.
  ///   - what: what it is, for faults.
  ///   - keys: what it can have besides its snapshot.
  /// - Throws: a `Fault` for an unknown key, or a snapshot that is none.
  init(_ request: InputNode, _ what: String, keys: [String]) throws(Fault) {
    let tree = KeyTree(Self.common + keys)
    var notes = try Request.notes()
    let inputs = try InputObject(request, what, keys: tree, notes: &notes)
    if try inputs.bool("strict") == true { notes = try Request.notes(strict: true) }
    snapshot = try Self.snapshot("snapshot", of: inputs)
    self.inputs = try InputObject(
      inside: InputNode(
        request.json, path: request.path, file: request.file, block: snapshot.block),
      what, keys: tree)
    self.notes = notes
  }

  /// A snapshot by its key: the document, or its file's path.
  static func snapshot(_ key: String, of inputs: InputObject) throws(Fault) -> SnapshotFile {
    guard let node = inputs.node(key), !node.json.isNull else {
      throw inputs.missing(key, "a snapshot, or the path of its file")
    }
    guard node.json.string != nil, let path = try path(key, of: inputs) else {
      return try SnapshotFile(of: node)
    }
    return try SnapshotFile(of: InputNode(path: path))
  }

  /// The path of a file by its key; nil where there is none.
  ///
  /// The standard input is the caller's own.
  private static func path(_ key: String, of inputs: InputObject) throws(Fault) -> String? {
    guard let path = try inputs.string(key) else { return nil }
    guard path != "-" else {
      throw Field(text: path, place: inputs.place(key))
        .error(.invalidValue, expected: "the path of a file, as no input is read here")
    }
    return path
  }

  /// The fields of a list of texts; none where it is not there.
  func fields(_ key: String, _ what: String) throws(Fault) -> [Field] {
    var fields: [Field] = []
    for element in try inputs.elements(key, what) ?? [] { fields.append(try element.field(what)) }
    return fields
  }

  /// What vaults get, from the file that a key names; nil where none is named.
  func emissions(_ key: String) throws(Fault) -> EmissionList? {
    let delimiter = try inputs.field("delimiter")
    let trims = try inputs.bool("trim")
    guard let path = try Self.path(key, of: inputs) else {
      if let given = delimiter
        ?? (trims == nil ? nil : Field(text: "trim", place: inputs.place("trim")))
      {
        throw given.error(.conflict, expected: "\(key) as well")
      }
      return nil
    }
    return try EmissionList(
      reading: try ByteSource(path: path),
      form: try CSVForm(delimiter: delimiter, trimsBlanks: trims ?? false))
  }

  /// The rules of the snapshot's contracts.
  mutating func rules() throws(Fault) -> AllocateQuestion.Rules {
    try ProtocolProfile.rules(
      ofSnapshot: inputs, era: try inputs.name("era", of: ProtocolProfile.Era.self),
      overrides: try Self.path("profile", of: inputs).map(InputNode.init(path:)), notes: &notes)
  }

  /// The year that yields are scaled to.
  func year() throws(Fault) -> YearLength {
    try inputs.field("year")?.yearLength() ?? .days365
  }

  /// The answer to a question on these inputs, and what was noted of them.
  func reply(_ sheet: () throws(Fault) -> Sheet) throws(Fault) -> Ask.Reply {
    Ask.Reply(try inputs.answer(sheet).json, notes: notes.notes)
  }
}
