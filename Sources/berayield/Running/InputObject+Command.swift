internal import Faults
internal import Inputs

extension InputObject {
  /// The inputs of a command: a file's object with options laid over, or the options alone.
  ///
  /// - Parameters:
  ///   - file: the JSON file, `-` for stdin, or nil.
  ///   - what: what its object describes, for the fault where it is none.
  ///   - keys: the members that it can have.
  ///   - options: texts by key; nil where an option is not given.
  init(
    file: String?, _ what: String, keys: [String], options: [String: String?],
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
