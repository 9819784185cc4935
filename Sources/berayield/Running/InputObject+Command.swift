internal import Faults
internal import Inputs

extension InputObject {
  /// The inputs of a command: the object of a JSON file (`-` for stdin) with options laid over, or the
  /// options alone; what is piped in where there is neither.
  ///
  /// - Parameters:
  ///   - file: the file's path; nil is none.
  ///   - what: what the object describes.
  ///   - keys: what it can have.
  ///   - options: texts by key; nil where an option is not given.
  ///   - notes: where unknown keys that are passed over are noted.
  ///   - part: what the command takes of a snapshot of a chain; nil where it takes none.
  /// - Throws: a `Fault` with its place.
  init(
    file: String?, _ what: String, keys: KeyTree, options: [String: String?],
    notes: inout InputNotes,
    part: ((SnapshotFile, inout InputNotes) throws(Fault) -> InputNode)? = nil
  ) throws(Fault) {
    // A time alone is nothing to work on.
    let isNeeded = options.allSatisfy { $0.key == "at" || $0.value == nil }
    guard let file = PipedInput.path(file, isNeeded: isNeeded) else {
      self.init(options: options)
      return
    }
    var node = try InputNode(path: file)
    if let part, let snapshot = try SnapshotFile(node) { node = try part(snapshot, &notes) }
    try self.init(node, what, keys: keys, options: options, notes: &notes)
  }
}
