internal import Platform
internal import Questions

extension OutputOptions {
  /// Makes one answer and writes it whole, or nothing.
  ///
  /// - Parameter answer: makes the answer; notes the peculiarities of its inputs.
  /// - Throws: what `answer` throws, and `Fault`.
  func write(_ answer: (inout InputNotes) throws -> some AnswerRecord) throws {
    var notes = inputNotes
    let record = try answer(&notes)
    var writer = AnswerWriter(format: format, style: textStyle)
    let bytes = writer.begin(isArray: false) + writer.write(record) + writer.end()
    try write { file in try file.write(bytes) }
    Diagnostics.notes(notes.notes)
  }
}
