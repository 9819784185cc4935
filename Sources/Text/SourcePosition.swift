/// A place in an input, for error messages: line and column count from 1, the byte offset from 0.
///
/// The column counts Unicode scalars, as editors show it; the byte offset is exact whatever the text.
package struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  package let line: Int
  package let column: Int
  package let byteOffset: Int

  package init(line: Int, column: Int, byteOffset: Int) {
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
  }

  /// The first byte of an input.
  package static let start = SourcePosition(line: 1, column: 1, byteOffset: 0)

  package var description: String { "\(line):\(column)" }
}
