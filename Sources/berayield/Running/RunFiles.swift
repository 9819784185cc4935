internal import Faults
internal import Platform

/// The files that a run names, compared before any of them is opened: what is written must not replace
/// what is read, or what else is written.
struct RunFiles {
  private let inputs: [String]
  private let outputs: KeyValuePairs<String, String?>

  /// - Parameters:
  ///   - inputs: the paths of what is read; `-` is stdin, nil is not given.
  ///   - outputs: the paths of what is written, by the options that name them; `-` is stdout.
  init(inputs: [String?], outputs: KeyValuePairs<String, String?>) {
    self.inputs = inputs.compactMap(\.self)
    self.outputs = outputs
  }

  /// Refuses names that are the same file, whatever they are spelled like.
  ///
  /// - Parameter hints: what to do about an option's file.
  /// - Throws: `Fault`, also for an empty name and for a descriptor that is not open for writing.
  func requireDistinct(hints: [String: String] = [:]) throws {
    try requireNames()
    let known = inputs.map { (path: $0, identity: FileIdentity(input: $0)) }
    var written: [(path: String, identity: FileIdentity)] = []
    for (option, path) in outputs {
      guard let path else { continue }
      let identity = try OutputFile.naming([option: path]) { try FileIdentity(output: path) }
      let same = { (other: (path: String, identity: FileIdentity)) in
        identity.isSame(as: other.identity)
      }
      if let input = known.first(where: same) {
        throw Fault(
          .conflict, at: .option(option),
          found: "the input file \(input.path == "-" ? path : input.path)",
          expected: "another file", hint: hints[option])
      }
      if let other = written.first(where: same) {
        let sharesStdout = other.identity.isStandardOutput
        throw Fault(
          .conflict, at: .option(option),
          found: sharesStdout
            ? "'\(path)' beside results on stdout" : "the output file \(other.path)",
          expected: sharesStdout && identity.isDescriptor ? "a file" : "another file",
          hint: hints[option])
      }
      written.append((path, identity))
    }
  }

  private func requireNames() throws(Fault) {
    if inputs.contains("") {
      throw Fault(.usage, found: "an empty file name", expected: "a file, or '-' for stdin")
    }
    if let option = outputs.first(where: { $0.value == "" })?.key {
      throw Fault(
        .missingValue, at: .option(option), found: "an empty file name",
        expected: "a file, or '-' for stdout")
    }
  }
}
