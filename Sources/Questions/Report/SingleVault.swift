package import Platform
internal import Text

/// The one vault of a JSON document.
package enum SingleVault {
  /// Reads a document with one vault: an object, or an array of one.
  ///
  /// - Parameters:
  ///   - source: the document.
  ///   - overrides: values that replace those of the document.
  ///   - notes: where an ignored key is reported.
  /// - Returns: the vault's inputs.
  /// - Throws: ``InputError``, also for no vault or several; `FileError`.
  package static func read(
    _ source: ByteSource, overrides: SnapshotFields, notes: inout InputNotes
  ) throws -> SnapshotFields {
    var reader = JSONElementReader(source)
    var fields: SnapshotFields?
    while let node = try next(&reader, source.name) {
      guard fields == nil else {
        throw InputError(
          at: InputPlace(
            source: source.name, line: node.position.line, column: node.position.column),
          found: "a second vault", expected: "a document with one vault: a page shows one")
      }
      let path = reader.isArray ? JSONPath.root.appending(0) : .root
      fields = try SnapshotFields(node, path: path, source: source.name, notes: &notes)
    }
    guard let fields else {
      throw InputError(
        at: InputPlace(source: source.name), found: "no vault",
        expected: "a document with one vault")
    }
    return fields.overridden(by: overrides)
  }

  private static func next(
    _ reader: inout JSONElementReader, _ name: String
  ) throws -> JSONNode? {
    do {
      return try reader.next()
    } catch let error as JSONError {
      throw InputError(error, in: name)
    }
  }
}
