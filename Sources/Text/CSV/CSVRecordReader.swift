package import Faults
package import Platform

/// Reads the records of a CSV text one at a time: the grammar of ``CSVGrammar``, nothing forgiven.
///
/// For inputs that fit in memory. Broken quoting, a carriage return that ends no line and invalid
/// UTF-8 are errors with their place. Blank lines between records are skipped. A byte order mark in
/// front is accepted.
package final class CSVRecordReader {
  package struct Record: Hashable, Sendable {
    package let fields: [String]
    /// Where the record begins.
    package let position: SourcePosition
  }

  private let bytes: [UInt8]
  /// The input as the user named it.
  private let name: String
  /// How the text is written.
  package let form: CSVForm
  private var record = CSVRecord()
  private var index: CSVIndex
  /// Where the next record begins.
  private var start: SourcePosition

  package init(_ bytes: [UInt8], name: String = "table", form: CSVForm = CSVForm()) {
    self.bytes = bytes
    self.name = name
    self.form = form
    let offset = bytes.starts(with: CSVGrammar.byteOrderMark) ? CSVGrammar.byteOrderMark.count : 0
    start = SourcePosition(line: 1, column: 1, byteOffset: offset)
    index = CSVIndex(from: offset, delimiter: form.delimiter)
  }

  /// Reads an input whole, unless a line or a quoted field of it does not end.
  ///
  /// - Throws: `Fault` where it cannot be read, for a line of more than ``CSVGrammar/longestLine``
  ///   bytes or a quoted field of more than ``CSVGrammar/longestQuotedField``.
  package convenience init(
    reading source: ByteSource, form: CSVForm = CSVForm()
  ) throws(Fault) {
    var (lines, lineStart) = (0, 0)
    var openQuote: Int?
    let bytes = try source.readAll { bytes, piece throws(Fault) in
      if piece < ForeignFormat.length,
        let refusal = ForeignFormat.refusal(of: bytes, name: source.name, wanted: .csv)
      {
        throw refusal
      }
      var from = piece
      while from < bytes.count {
        let end = bytes.span.firstIndex(of: UInt8(ascii: "\n"), from: from).map { $0 + 1 }
        guard (end ?? bytes.count) - lineStart <= CSVGrammar.longestLine else {
          throw .longLine(limit: CSVGrammar.longestLine, of: source.name, line: lines + 1)
        }
        if let end { (lines, lineStart) = (lines + 1, end) }
        from = end ?? bytes.count
      }
      from = piece
      while let quote = bytes.span.firstIndex(of: UInt8(ascii: "\""), from: from) {
        openQuote = openQuote == nil ? quote : nil
        from = quote + 1
      }
      if let openQuote, bytes.count - openQuote > CSVGrammar.longestQuotedField {
        throw Fault(
          .tooLong,
          at: .file(source.name, line: 1 + bytes[..<openQuote].count { $0 == UInt8(ascii: "\n") }),
          found: "a quoted field longer than \(CSVGrammar.longestQuotedField) bytes",
          expected: "its closing quote")
      }
    }
    self.init(bytes, name: source.name, form: form)
  }

  /// The next record, or nil after the last.
  package func next() throws(Fault) -> Record? {
    let bytes = bytes
    while start.byteOffset < bytes.count {
      let position = start
      // Everything is there, so that every record has its end.
      _ = CSVGrammar.read(
        &record, in: bytes.span, from: position.byteOffset, limit: bytes.count, isFinal: true,
        index: &index)
      start = SourcePosition(
        line: position.line + record.lineFeeds, column: 1, byteOffset: record.end)
      let fields = try fields(from: position)
      if !record.isBlank { return Record(fields: fields, position: position) }
    }
    return nil
  }

  private func fields(from start: SourcePosition) throws(Fault) -> [String] {
    let bytes = bytes
    if let damage = record.damage {
      throw .csv(damage, at: place(of: damage.offset, from: start))
    }
    var fields: [String] = []
    for field in record.fields {
      if !field.isQuoted, let offset = (field.start..<field.end).first(where: isReturn) {
        throw strayReturn(at: offset, from: start)
      }
      guard let text = String(validating: field.content(in: bytes.span), as: UTF8.self) else {
        throw Fault(
          .syntax, at: place(of: field.start, from: start),
          found: "a field that is not valid UTF-8", expected: "UTF-8")
      }
      fields.append(form.value(of: text))
    }
    if record.end == record.content.upperBound + 1, isReturn(record.content.upperBound) {
      throw strayReturn(at: record.content.upperBound, from: start)
    }
    return fields
  }

  private func isReturn(_ offset: Int) -> Bool { bytes[offset] == UInt8(ascii: "\r") }

  private func strayReturn(at offset: Int, from start: SourcePosition) -> Fault {
    Fault(
      .syntax, at: place(of: offset, from: start),
      found: "a carriage return without a line feed", expected: "both or a line feed",
      hint: #"tr '\r' '\n' < FILE makes line feeds of them"#)
  }

  /// The line and column of a byte of the record that begins at `start`.
  private func place(of offset: Int, from start: SourcePosition) -> Place {
    let before = bytes[start.byteOffset..<offset]
    let lineFeeds = before.count { $0 == UInt8(ascii: "\n") }
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? start.byteOffset
    return .file(name, line: start.line + lineFeeds, column: offset - lineStart + 1)
  }
}
