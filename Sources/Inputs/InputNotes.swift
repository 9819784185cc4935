package import Faults

/// What the user should know about the input although it could be used.
package struct InputNotes: Hashable, Sendable {
  /// Whether a note is to be an error instead (`--strict`).
  package let strict: Bool
  /// The notes, in the order met.
  package private(set) var notes: [Fault] = []

  package init(strict: Bool) {
    self.strict = strict
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
    notes.append(
      Fault(
        code, severity: .note, at: place, found: found, expected: expected, hint: consequence))
  }
}
