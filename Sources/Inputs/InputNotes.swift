package import Faults
package import Quantities

/// What the user should know about the input although it could be used.
package struct InputNotes: Hashable, Sendable {
  /// Whether a note is to be an error instead (`--strict`).
  package let strict: Bool
  /// Whether keys that nothing reads are passed over (`--ignore-unknown`) and not refused.
  package let ignoresUnknownKeys: Bool
  /// The present time, for times that count from it; nil where nothing may ask a clock.
  package var clock: Timestamp?
  /// The first time without a zone.
  package private(set) var zoneless: Fault?
  /// The first time that was counted from the clock's.
  private var clocked: Fault?
  /// What strict mode refuses, in the order met.
  package private(set) var recorded: [Fault] = []
  private var passedOver = PassedOver()
  private var unused: [UnusedKey] = []
  /// When snapshots were evaluated.
  var times = TimeNotes()
  /// Notes that strict mode has nothing against.
  package var added: [Fault] = []

  /// The keys passed over so far: a document of any length is one note.
  private struct PassedOver: Hashable {
    var count = 0
    var paths: [String] = []
    var first: Place?
  }

  /// A key that another question reads, and where it is met first.
  private struct UnusedKey: Hashable {
    let key: String
    let first: Place
    var count = 1
  }

  package init(strict: Bool, ignoresUnknownKeys: Bool = false) {
    self.strict = strict
    self.ignoresUnknownKeys = ignoresUnknownKeys
  }

  /// The notes: keys that were passed over, then the others in the order met, and times.
  package var notes: [Fault] {
    (passedOverNote.map { [$0] } ?? []) + unused.map(Self.note) + recorded
      + [zoneless, clocked].compactMap(\.self) + added + times.notes
  }

  /// Records a fact about the value at `place`, or refuses it in strict mode.
  ///
  /// - Parameters:
  ///   - code: what kind of fact it is.
  ///   - place: where the value stands.
  ///   - found: what is unusual about it.
  ///   - expected: what strict mode asks for.
  ///   - consequence: what was done about it.
  /// - Throws: the fact as a `Fault` in strict mode.
  package mutating func record(
    _ code: Fault.Code, at place: Place, found: String, expected: String, consequence: String
  ) throws(Fault) {
    guard !strict else { throw Fault(code, at: place, found: found, expected: expected) }
    recorded.append(
      Fault(
        code, severity: .note, at: place, found: found, expected: expected, hint: consequence))
  }

  /// Refuses the keys of a document that nothing reads, or counts them where they are passed over.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - content: what it can have.
  /// - Throws: a `Fault` at the first unknown key.
  package mutating func checkKeys(
    of document: InputNode, _ content: KeyTree.Content
  ) throws(Fault) {
    let unknown = UnknownKeys(of: document, content)
    guard ignoresUnknownKeys else {
      if let refusal = unknown.refusal { throw refusal }
      return
    }
    for key in unknown.keys {
      passedOver.count += 1
      if passedOver.first == nil { passedOver.first = key.place }
      if passedOver.paths.count < UnknownKeys.shownLimit { passedOver.paths.append(key.path) }
    }
  }

  /// Notes a known key that the question at hand has no use for; it is no error in strict mode.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - place: where it stands.
  package mutating func addUnused(_ key: String, at place: Place) {
    if let index = unused.firstIndex(where: { $0.key == key }) {
      unused[index].count += 1
    } else {
      unused.append(UnusedKey(key: key, first: place))
    }
  }

  /// Notes a time that names no zone; the first of a run alone is told.
  mutating func addZone(at place: Place) { zoneless = zoneless ?? .zoneless(at: place) }

  /// Notes a time that was counted from the clock's; the first of a run alone is told.
  mutating func addClock(_ time: Timestamp, at place: Place) {
    clocked =
      clocked
      ?? Fault(
        .assumedValue, severity: .note, at: place, found: "a time by the clock", expected: "",
        hint: "taken as \(time) (\(time.date))")
  }

  private static func note(_ unused: UnusedKey) -> Fault {
    Fault(
      .unusedValue, severity: .note, at: unused.first,
      found: "a value for other commands"
        + (unused.count == 1 ? "" : ", in \(unused.count) vaults"),
      expected: "", hint: "not used here")
  }

  private var passedOverNote: Fault? {
    guard let first = passedOver.first else { return nil }
    let isOne = passedOver.count == 1
    return Fault(
      .unknownKey, severity: .note,
      at: isOne || first.file == nil
        ? first : .file(first.file ?? "", line: first.line, column: first.column),
      found: isOne
        ? "an unknown key" : UnknownKeys.list(passedOver.paths, of: passedOver.count),
      expected: "", hint: "ignored")
  }
}

extension Fault {
  /// The note that a time names no zone.
  package static func zoneless(at place: Place) -> Fault {
    Fault(
      .assumedValue, severity: .note, at: place, found: "a time without a zone", expected: "",
      hint: "such times are taken as UTC")
  }
}
