package import ProofOfLiquidity
package import Quantities
package import Tabular

/// From JSON text to written reports: one vault after the other, so that an array of any length
/// needs no more memory than one of its elements.
package struct VaultPipeline {
  private let question: VaultQuestion
  private let convention: YieldConvention
  private let time: Timestamp?
  /// What was noted on the inputs so far.
  package private(set) var notes: InputNotes

  /// Fixes what is asked and under which convention.
  ///
  /// - Parameters:
  ///   - question: what is asked of each vault.
  ///   - convention: year, compounding, and the time for vaults that have none.
  ///   - time: the time of evaluation for all vaults, if one was asked for.
  ///   - notes: the notes to add to.
  package init(
    question: VaultQuestion, convention: YieldConvention, time: Timestamp?, notes: InputNotes
  ) {
    self.question = question
    self.convention = convention
    self.time = time
    self.notes = notes
  }

  /// Answers for one vault.
  ///
  /// - Parameters:
  ///   - fields: the vault's inputs.
  ///   - writer: writes the answer.
  ///   - sink: takes the bytes.
  /// - Throws: ``InputError``, and what `sink` throws.
  package mutating func run(
    _ fields: SnapshotFields, writer: VaultAnswerWriter, into sink: ([UInt8]) throws -> Void
  ) throws {
    var writer = writer
    try sink(writer.begin(isArray: false))
    try sink(writer.write(answer(to: fields)))
    try sink(writer.end())
  }

  /// Answers for every vault of a JSON document: an object, or an array of them.
  ///
  /// - Parameters:
  ///   - source: the document.
  ///   - overrides: values that replace those of a document with one vault.
  ///   - writer: writes the answers.
  ///   - sink: takes the bytes, in order.
  /// - Throws: ``InputError``, `FileError`, and what `sink` throws.
  package mutating func run(
    _ source: ByteSource, overrides: SnapshotFields, writer: VaultAnswerWriter,
    into sink: ([UInt8]) throws -> Void
  ) throws {
    var writer = writer
    var reader = JSONElementReader(source)
    var hasBegun = false
    while let node = try next(&reader, source.name) {
      if !hasBegun {
        try refuseOverrides(overrides, isArray: reader.isArray)
        try sink(writer.begin(isArray: reader.isArray))
        hasBegun = true
      }
      let path = reader.isArray ? JSONPath.root.appending(reader.count - 1) : .root
      let fields = try SnapshotFields(node, path: path, source: source.name, notes: &notes)
      try sink(writer.write(answer(to: fields.overridden(by: overrides))))
    }
    if !hasBegun { try sink(writer.begin(isArray: true)) }
    try sink(writer.end())
  }

  private mutating func answer(to fields: SnapshotFields) throws(InputError) -> VaultAnswer {
    try VaultAnswer(
      to: question, about: fields, convention: convention, time: time, notes: &notes)
  }

  private func next(_ reader: inout JSONElementReader, _ name: String) throws -> JSONNode? {
    do {
      return try reader.next()
    } catch let error as JSONError {
      throw InputError(error, in: name)
    }
  }

  private func refuseOverrides(_ overrides: SnapshotFields, isArray: Bool) throws(InputError) {
    guard isArray, !overrides.isEmpty else { return }
    throw InputError(
      at: .option("values of one vault"), found: "an array of vaults in the file",
      expected: "a file with one vault, whose values options can replace")
  }
}

extension InputError {
  /// A fault of JSON's own grammar.
  package init(_ error: JSONError, in source: String) {
    self.init(
      at: InputPlace(source: source, line: error.position.line, column: error.position.column),
      found: error.found, expected: error.expected)
  }
}
