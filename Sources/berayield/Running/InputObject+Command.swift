internal import Faults
internal import Inputs

extension InputObject {
  /// The inputs of a command: the object of a JSON file (`-` for stdin) with options laid over, or the
  /// options alone.
  init(
    file: String?, _ what: String, keys: KeyTree, options: [String: String?],
    notes: inout InputNotes
  ) throws(Fault) {
    guard let file else {
      self.init(options: options)
      return
    }
    try self.init(
      try InputNode(path: file), what, keys: keys, options: options, notes: &notes)
  }
}
