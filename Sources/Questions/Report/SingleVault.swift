package import Platform
internal import Text
internal import Faults

/// The one vault of a JSON document.
package enum SingleVault {
  /// Reads a document with one vault: an object, or an array of one.
  ///
  /// - Parameters:
  ///   - source: the document.
  ///   - overrides: values that replace those of the document.
  ///   - notes: where an ignored key is reported.
  /// - Returns: the vault's inputs.
  /// - Throws: `Fault`, also for no vault or several; `Fault`.
  package static func read(
    _ source: ByteSource, overrides: SnapshotFields, notes: inout InputNotes
  ) throws -> SnapshotFields {
    var reader = JSONElementReader(source)
    var fields: SnapshotFields?
    while let node = try reader.next() {
      guard fields == nil else {
        throw Fault(
          .invalidValue,
          at: .file(source.name, line: node.position.line, column: node.position.column),
          found: "a second vault", expected: "a document with one vault: a page shows one")
      }
      let path = reader.isArray ? JSONPath.root.appending(0) : .root
      fields = try SnapshotFields(node, path: path, source: source.name, notes: &notes)
    }
    guard let fields else {
      throw Fault(
        .invalidValue, at: .file(source.name), found: "no vault",
        expected: "a document with one vault")
    }
    return fields.overridden(by: overrides)
  }
}
