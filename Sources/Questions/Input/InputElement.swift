package import Text
package import Faults
package import Inputs

/// One element of an array of a file, with its place.
package struct InputElement: Sendable {
  package let node: JSONNode
  private let path: JSONPath
  private let source: String

  package init(_ node: JSONNode, path: JSONPath, source: String) {
    self.node = node
    self.path = path
    self.source = source
  }

  /// Where the element stands.
  package var place: Place {
    .file(source, line: node.position.line, column: node.position.column, member: path.description)
  }

  /// The element's text.
  ///
  /// - Parameter what: what it is, for the error.
  /// - Returns: a string's or a number's text.
  /// - Throws: `Fault` for anything else.
  package func field(_ what: String) throws(Fault) -> Field {
    guard let text = node.scalarText else { throw error(expected: what) }
    return Field(text: text, place: place)
  }

  /// The elements of the element, which is an array itself.
  ///
  /// - Parameter what: what it is, for the error.
  /// - Returns: its elements.
  /// - Throws: `Fault` for anything else.
  package func elements(_ what: String) throws(Fault) -> [InputElement] {
    guard let elements = node.elements else { throw error(expected: what) }
    return elements.enumerated().map { index, element in
      InputElement(element, path: path.appending(index), source: source)
    }
  }

  /// The element as values by name.
  ///
  /// - Parameter what: what it is, for the error.
  /// - Returns: its values.
  /// - Throws: `Fault` when it is no object.
  package func values(_ what: String) throws(Fault) -> InputValues {
    try InputValues(node, path: path, source: source, what: what)
  }

  /// The error that this element is not what is `expected`.
  package func error(expected: String) -> Fault {
    Fault(.invalidValue, at: place, found: node.value.excerpt, expected: expected)
  }
}
