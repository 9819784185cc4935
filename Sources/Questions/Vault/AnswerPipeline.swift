package import Platform
internal import Text
internal import Faults

/// From the values of vaults to written answers: one vault after the other, so that an array of any
/// length needs no more memory than one of its elements.
package struct AnswerPipeline<Answer: AnswerRecord> {
  private let ask: (SnapshotFields, inout InputNotes) throws -> Answer
  /// What was noted on the inputs so far.
  package private(set) var notes: InputNotes

  /// Fixes what is asked.
  ///
  /// - Parameters:
  ///   - notes: the notes to add to.
  ///   - ask: answers for one vault.
  package init(
    notes: InputNotes, ask: @escaping (SnapshotFields, inout InputNotes) throws -> Answer
  ) {
    self.ask = ask
    self.notes = notes
  }

  /// Answers for one vault.
  ///
  /// - Parameters:
  ///   - fields: the vault's inputs.
  ///   - writer: writes the answer.
  ///   - sink: takes the bytes.
  /// - Throws: `Fault`, and what `sink` throws.
  package mutating func run(
    _ fields: SnapshotFields, writer: AnswerWriter, into sink: ([UInt8]) throws -> Void
  ) throws {
    var writer = writer
    try sink(writer.begin(isArray: false))
    try sink(writer.write(ask(fields, &notes)))
    try sink(writer.end())
  }

  /// Answers for every vault of a JSON document: an object, or an array of them.
  ///
  /// - Parameters:
  ///   - source: the document.
  ///   - overrides: values that replace those of a document with one vault.
  ///   - writer: writes the answers.
  ///   - sink: takes the bytes, in order.
  /// - Throws: `Fault`, `Fault`, and what `sink` throws.
  package mutating func run(
    _ source: ByteSource, overrides: SnapshotFields, writer: AnswerWriter,
    into sink: ([UInt8]) throws -> Void
  ) throws {
    var writer = writer
    var reader = JSONElementReader(source)
    var hasBegun = false
    while let node = try reader.next() {
      if !hasBegun {
        try refuseOverrides(overrides, isArray: reader.isArray)
        try sink(writer.begin(isArray: reader.isArray))
        hasBegun = true
      }
      let path = reader.isArray ? JSONPath.root.appending(reader.count - 1) : .root
      let fields = try SnapshotFields(node, path: path, source: source.name, notes: &notes)
      try sink(writer.write(ask(fields.overridden(by: overrides), &notes)))
    }
    if !hasBegun { try sink(writer.begin(isArray: true)) }
    try sink(writer.end())
  }

  private func refuseOverrides(_ overrides: SnapshotFields, isArray: Bool) throws(Fault) {
    guard isArray, !overrides.isEmpty else { return }
    throw Fault(
      .invalidValue, at: .option("values of one vault"), found: "an array of vaults in the file",
      expected: "a file with one vault, whose values options can replace")
  }
}
