/// Why a text is not the JSON that was asked for: where, what was found, what was expected.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  package let position: SourcePosition
  package let found: String
  package let expected: String

  package init(position: SourcePosition, found: String, expected: String) {
    self.position = position
    self.found = found
    self.expected = expected
  }

  /// The fact without its position: `found a comma; expected a value`.
  package var fact: String { "found \(found); expected \(expected)" }

  package var description: String {
    "line \(position.line), column \(position.column): \(fact)"
  }
}
