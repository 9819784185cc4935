package import Platform
package import Faults
/// Reads the elements of a top-level array one at a time, or the objects of NDJSON, which begin on a line
/// each; a lone value is its own single element.
///
/// Only the element at hand is in memory, whatever the length of the array. What follows the array
/// is checked when the last element has been taken.
package struct JSONElementReader {
  private enum Stage {
    case start, afterElement, afterLine, done
  }

  private var parser: JSONParser
  private var stage = Stage.start
  /// Whether the document is an array, or several objects; known after the first `next()`.
  package private(set) var isArray = false
  /// How many elements were taken.
  package private(set) var count = 0

  /// Reads elements from a file or standard input.
  package init(_ source: ByteSource) {
    parser = JSONParser(cursor: JSONCursor(source: source))
  }

  /// Reads elements from memory.
  package init(_ bytes: [UInt8], name: String = "document") {
    parser = JSONParser(cursor: JSONCursor(bytes: bytes, name: name))
  }

  /// The path of the element that `next()` returned last: `$[3]`, or `$` for a lone value.
  package var path: JSONPath {
    isArray ? JSONPath.root.appending(count - 1) : .root
  }

  /// The next element, or nil after the last.
  ///
  /// - Throws: a `Fault` where the text is not JSON, or could not be read.
  package mutating func next() throws(Fault) -> JSONNode? {
    let result = Result { () throws(Fault) in try nextElement() }
    // A refused read looks like the end of the input to the parser: the cause goes first.
    if let refusal = parser.cursor.refusal { throw refusal }
    return try result.get()
  }

  /// Takes the next element, if it is a flat object of an array, not its first, and `body` takes it.
  ///
  /// - Parameters:
  ///   - object: receives what is found.
  ///   - body: looks at the object.
  /// - Returns: whether the element was taken; if not, it is the next of `next()`.
  package mutating func takeFlat(
    _ object: inout JSONFlatObject, _ body: JSONFlatObject.Taker
  ) -> Bool {
    guard case .afterElement = stage, parser.cursor.take(&object, body) else { return false }
    count += 1
    return true
  }

  private mutating func nextElement() throws(Fault) -> JSONNode? {
    switch stage {
    case .start:
      guard parser.cursor.peekAfterBlanks() == UInt8(ascii: "[") else {
        return try nextLine()
      }
      isArray = true
      parser.cursor.advance()
      if parser.cursor.peekAfterBlanks() == UInt8(ascii: "]") {
        parser.cursor.advance()
        return try finish()
      }
    case .afterElement:
      guard try parser.separator(closing: UInt8(ascii: "]")) else { return try finish() }
    case .afterLine:
      // Behind the last line the reader was done.
      return try nextLine()
    case .done: return nil
    }
    stage = .afterElement
    parser.cursor.beginElement()
    let node = try parser.value()
    count += 1
    return node
  }

  /// A value that is none of an array: an object of several where another begins on a further line.
  private mutating func nextLine() throws(Fault) -> JSONNode? {
    parser.cursor.beginElement()
    let node = try parser.value()
    count += 1
    let line = parser.cursor.position.line
    let next = parser.cursor.peekAfterBlanks()
    guard node.members != nil, next == UInt8(ascii: "{"), parser.cursor.position.line > line else {
      stage = .done
      try parser.end()
      return node
    }
    (isArray, stage) = (true, .afterLine)
    return node
  }

  private mutating func finish() throws(Fault) -> JSONNode? {
    stage = .done
    try parser.end()
    return nil
  }
}
