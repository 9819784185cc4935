package import Faults
internal import Quantities
package import Text

/// The forms of an answer.
package enum ResultFormat: String, Sendable, CaseIterable {
  case text, json, csv, ndjson, html

  /// Whether the form is rows of one kind.
  package var isRows: Bool { self == .csv || self == .ndjson }
}

/// Writes sheets one after the other in one format.
package struct SheetWriter: Sendable {
  /// What the sheets are together, which JSON shows.
  package enum Shape: Sendable {
    /// A single answer.
    case single
    /// An array of answers.
    case array
    /// An object of members, and the answers as an array behind them.
    case object([JSONMember], answers: String)
  }

  private let format: ResultFormat
  private let style: TextStyle
  private let shape: Shape
  /// The rows that CSV and NDJSON have, where somebody chose.
  private let table: String?
  private var json: JSONWriter
  private var csv = CSVWriter()
  private var count = 0
  private var notes: [Fault] = []
  /// The warnings that rows have no place for.
  private var warningCount = 0
  /// As many of these as a reader reads.
  private static let shownWarnings = 10
  /// How many bytes are gathered before they are handed on.
  private static let pieceLength = 1 << 16

  /// Takes a piece of the output.
  package typealias Sink = ([UInt8]) throws(Fault) -> Void
  /// Writes a document; `empty` empties the writer between the document's parts.
  package typealias Document =
    @Sendable (
      inout JSONWriter, _ empty: (inout JSONWriter) throws(Fault) -> Void
    ) throws(Fault) -> Void
  /// Hands over a line after the other.
  package typealias Lines =
    @Sendable (_ take: (JSONValue) throws(Fault) -> Void) throws(Fault) -> Void

  package init(
    format: ResultFormat, style: TextStyle, shape: Shape, table: String? = nil
  ) {
    self.format = format
    self.style = style
    self.shape = shape
    self.table = table
    json = JSONWriter(style: format == .ndjson ? .compact : .pretty)
    guard format == .json else { return }
    switch shape {
    case .single: break
    case .array: json.beginArray()
    case .object(let members, let answers):
      json.beginObject()
      json.members(members)
      json.key(answers)
      json.beginArray()
    }
  }

  /// What the rows leave out of the answers: what else there is, and warnings.
  package var omissions: [Fault] {
    let others = warningCount - Self.shownWarnings
    guard others > 0 else { return notes }
    return notes + [
      Fault(
        .omitted, severity: .note,
        found: "and \(others) more \(others == 1 ? "warning" : "warnings")", expected: "",
        hint: "use --format json for all")
    ]
  }

  /// Writes one sheet.
  ///
  /// - Parameters:
  ///   - sheet: the answer.
  ///   - sink: takes the bytes piece by piece, so that long rows are never whole in memory.
  /// - Throws: what `sink` throws, and what the making of a document throws.
  package mutating func write(_ sheet: Sheet, to sink: Sink) throws(Fault) {
    defer { count += 1 }
    switch format {
    case .text: try sink(Array(((count == 0 ? "" : "\n") + sheet.text(style)).utf8))
    case .html: try sink(Array(sheet.html(style).utf8))
    case .json:
      if let document = sheet.document {
        try document(&json) { json throws(Fault) in try Self.handOn(&json, to: sink) }
      } else {
        json.value(sheet.json)
      }
      try sink(json.takeBytes())
    case .ndjson:
      try writeLines(sheet, to: sink)
      try sink(json.takeBytes())
    case .csv:
      let rows = rows(of: sheet)
      if count == 0 { csv.record(rows.columns) }
      for record in rows.records {
        csv.record(record.map(\.text))
        if csv.bytes.count >= Self.pieceLength { try sink(csv.takeBytes()) }
      }
      try sink(csv.takeBytes())
    }
  }

  private static func handOn(_ json: inout JSONWriter, to sink: Sink) throws(Fault) {
    if json.bytes.count >= pieceLength { try sink(json.takeBytes()) }
  }

  private mutating func writeLine(_ line: JSONValue, to sink: Sink) throws(Fault) {
    json.value(line)
    json.newline()
    try Self.handOn(&json, to: sink)
  }

  /// An answer on a line, or a line for each of its rows.
  private mutating func writeLines(_ sheet: Sheet, to sink: Sink) throws(Fault) {
    if table == nil, let lines = sheet.lines {
      return try lines { line throws(Fault) in try writeLine(line, to: sink) }
    }
    let lines: RowSource<JSONValue>
    if table == nil, sheet.csvTable == nil {
      lines = RowSource([sheet.json])
    } else {
      let rows = rows(of: sheet)
      lines = rows.records.mapped { record in
        .object(zip(rows.columns, record).map { JSONMember(key: $0, value: $1.value) })
      }
    }
    for line in lines { try writeLine(line, to: sink) }
  }

  private mutating func rows(of sheet: Sheet) -> Rows {
    let name = table ?? sheet.usualRows
    if table == nil, count == 0 { noteOtherRows(of: sheet, than: name) }
    if name != Sheet.figures || !sheet.hasWarningsInRows {
      for warning in sheet.warnings { note(warning, about: sheet) }
    }
    return sheet.rows(of: name)
  }

  private mutating func note(_ warning: Warning, about sheet: Sheet) {
    warningCount += 1
    guard warningCount <= Self.shownWarnings else { return }
    var name = ""
    // Among several answers a warning says whose it is.
    if case .array = shape, let subject = sheet.subject.last(where: { $0.value.cell != nil }) {
      name = (subject.value.cell ?? "") + ": "
    }
    notes.append(
      Fault(.warning, severity: .note, found: name + warning.description, expected: ""))
  }

  private mutating func noteOtherRows(of sheet: Sheet, than name: String) {
    let others = sheet.rowNames.filter { $0 != name }
    guard !others.isEmpty else { return }
    notes.append(
      Fault(
        .omitted, severity: .note, found: "these rows are \(name)", expected: "",
        hint: "use --table \(others.joined(separator: "|")) for other rows"))
  }

  /// What comes after the last sheet: bytes to write.
  package mutating func end() -> [UInt8] {
    guard format == .json else { return [] }
    switch shape {
    case .single: break
    case .array: json.endArray()
    case .object:
      json.endArray()
      json.endObject()
    }
    json.newline()
    return json.takeBytes()
  }
}
