internal import Faults
internal import Inputs

extension InputObject {
  /// The inputs of a command: the object of a JSON file (`-` for stdin) with options laid over, or the
  /// options alone.
  ///
  /// - Parameter part: what the command takes of a snapshot of a chain; nil where it takes none.
  init(
    file: String?, _ what: String, keys: KeyTree, options: [String: String?],
    notes: inout InputNotes,
    part: ((SnapshotFile, inout InputNotes) throws(Fault) -> InputNode)? = nil
  ) throws(Fault) {
    guard let file else {
      self.init(options: options)
      return
    }
    var node = try InputNode(path: file)
    if let part, let snapshot = try SnapshotFile(node) { node = try part(snapshot, &notes) }
    try self.init(node, what, keys: keys, options: options, notes: &notes)
  }
}
