/// What the user should know about the input although it could be used: printed on stderr.
package struct InputNotes: Hashable, Sendable {
  /// Whether a note is to be an error instead (`--strict`).
  package let strict: Bool
  /// One sentence each, in the order met.
  package private(set) var notes: [String] = []

  package init(strict: Bool) {
    self.strict = strict
  }

  /// Records a fact about the value at `place`, or refuses it in strict mode.
  ///
  /// - Parameters:
  ///   - place: where the value stands.
  ///   - found: what is unusual about it.
  ///   - expected: what strict mode asks for.
  ///   - consequence: what was done about it.
  /// - Throws: ``InputError`` in strict mode.
  package mutating func record(
    at place: InputPlace, found: String, expected: String, consequence: String
  ) throws(InputError) {
    guard !strict else { throw InputError(at: place, found: found, expected: expected) }
    notes.append("\(place): \(found): \(consequence)")
  }
}
