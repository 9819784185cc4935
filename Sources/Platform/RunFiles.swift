package import Faults

/// The files that a run names, compared before any of them is opened: what is written must not replace
/// what is read, or what else is written.
package struct RunFiles {
  /// A file that is written.
  package struct Output {
    let place: Place
    let path: String
    let hint: String?

    /// - Parameters:
    ///   - path: the path; `-` is stdout.
    ///   - place: what gave it.
    ///   - hint: what to do about it if it is the same file as another.
    package init(_ path: String, at place: Place, hint: String? = nil) {
      self.place = place
      self.path = path
      self.hint = hint
    }
  }

  private let inputs: [String]
  private let outputs: [Output]

  /// - Parameters:
  ///   - inputs: the paths of what is read; `-` is stdin.
  ///   - outputs: what is written.
  package init(inputs: [String], outputs: [Output]) {
    self.inputs = inputs
    self.outputs = outputs
  }

  /// Refuses names that are the same file, whatever they are spelled like.
  ///
  /// - Throws: `Fault`, also for an empty name and for a descriptor that is not open for writing.
  package func requireDistinct() throws(Fault) {
    try requireNames()
    guard inputs.count(where: { $0 == "-" }) < 2 else {
      throw Fault(
        .usage, found: "'-' as two inputs", expected: "at most one input from stdin")
    }
    let known = inputs.map { (path: $0, identity: FileIdentity(input: $0)) }
    var written: [(path: String, identity: FileIdentity)] = []
    for output in outputs {
      let identity = try identity(of: output)
      if let input = known.first(where: { identity.isSame(as: $0.identity) }) {
        throw Fault(
          .conflict, at: output.place,
          found: "the input file \(input.path == "-" ? output.path : input.path)",
          expected: "another file", hint: output.hint)
      }
      if let other = written.first(where: { identity.isSame(as: $0.identity) }) {
        let sharesStdout = other.identity.isStandardOutput
        throw Fault(
          .conflict, at: output.place,
          found: sharesStdout
            ? "'\(output.path)' beside results on stdout" : "the output file \(other.path)",
          expected: sharesStdout && identity.isDescriptor ? "a file" : "another file",
          hint: output.hint)
      }
      written.append((output.path, identity))
    }
  }

  private func identity(of output: Output) throws(Fault) -> FileIdentity {
    do throws(Fault) {
      return try FileIdentity(output: output.path)
    } catch {
      throw error.place?.file == output.path
        ? error.at(.file(output.path, member: output.place.member)) : error
    }
  }

  private func requireNames() throws(Fault) {
    if inputs.contains("") {
      throw Fault(.usage, found: "an empty file name", expected: "a file, or '-' for stdin")
    }
    if let output = outputs.first(where: { $0.path.isEmpty }) {
      throw Fault(
        .missingValue, at: output.place, found: "an empty file name",
        expected: "a file, or '-' for stdout")
    }
  }
}
