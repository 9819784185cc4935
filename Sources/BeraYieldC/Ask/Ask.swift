internal import Arrow
internal import Faults
internal import Inputs
internal import Text

/// The questions that are no tables, by their names.
enum Ask: String, CaseIterable {
  case apr, sweep, catalogue, allocate, validator, rank, changes

  /// What is answered.
  struct Reply {
    /// `{"answer": ..., "notes": [...]}`.
    let text: [UInt8]
    /// The rows, where the question has some.
    var rows: OutgoingStream?

    init(_ answer: JSONValue, notes: [Fault] = [], rows: OutgoingStream? = nil) {
      var writer = JSONWriter(style: .compact)
      writer.value(
        .members([
          "answer": answer,
          "notes": .elements(notes.map { Request.named($0).jsonWithRow }),
        ]))
      text = writer.takeBytes()
      self.rows = rows
    }
  }

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - name: which.
  ///   - request: its arguments.
  ///   - hasRows: whether the caller has a place for rows.
  /// - Returns: what is answered.
  /// - Throws: `Fault`.
  static func answer(
    _ name: String, _ request: InputNode, hasRows: Bool
  ) throws(Fault) -> Reply {
    let field = Field(text: name, place: .input("question"))
    guard let question = Ask(rawValue: name) else {
      throw field.unknownName(among: allCases.map(\.rawValue))
    }
    switch question {
    case .apr: return try vault(request)
    case .sweep:
      guard hasRows else {
        throw field.error(.missingValue, expected: "a place for its rows", found: "a null pointer")
      }
      return try sweep(request)
    case .catalogue: return Reply(names)
    case .allocate: return try allocate(request)
    case .validator: return try validator(request)
    case .rank: return try rank(request)
    case .changes: return try changes(request)
    }
  }
}
