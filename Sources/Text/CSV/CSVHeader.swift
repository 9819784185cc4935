package import Faults

/// A header that names columns: which field of a record is which of the columns that are wanted.
///
/// Names match whatever their case, and whatever blanks stand around them.
package struct CSVHeader: Sendable {
  /// A column that the reader of a file wants.
  package struct Column: Hashable, Sendable {
    /// What messages call it.
    package let name: String
    /// The names that a header may have for it.
    package let spellings: [String]
    /// Whether a header without it is refused.
    package let isRequired: Bool
    /// Whether the user chose the name: then the name may be misspelt, else the header.
    package let isChosen: Bool

    package init(
      _ name: String, spellings: [String]? = nil, isRequired: Bool = true, isChosen: Bool = false
    ) {
      self.name = name
      // A name of one word is the same in every spelling.
      self.spellings = (spellings ?? [name]).reduce(into: []) { distinct, spelling in
        if !distinct.contains(spelling) { distinct.append(spelling) }
      }
      self.isRequired = isRequired
      self.isChosen = isChosen
    }
  }

  /// The names of the header, in order, without the blanks around them.
  package let names: [String]
  private let folded: [String]
  private let file: String
  private let line: Int
  private let form: CSVForm

  /// Names a header's columns.
  ///
  /// - Parameters:
  ///   - names: its fields.
  ///   - file: the input as the user named it.
  ///   - line: where the header stands.
  ///   - form: how the file is written.
  package init(_ names: [String], file: String, line: Int, form: CSVForm = CSVForm()) {
    self.names = names.map(CSVForm.trimmed)
    folded = names.map(Self.folded)
    (self.file, self.line, self.form) = (file, line, form)
  }

  private static func folded(_ name: String) -> String { CSVForm.trimmed(name).lowercased() }

  /// Finds the wanted columns among the names; each at most once, and no name is two of them.
  ///
  /// - Parameter columns: what is wanted.
  /// - Returns: the index of each, nil for an optional one that is not there.
  /// - Throws: `Fault` at the header, one for all columns that are missing.
  package func indices(of columns: [Column]) throws(Fault) -> [Int?] {
    var taken: [Int: Column] = [:]
    var indices: [Int?] = []
    for column in columns {
      let index = try index(of: column)
      if let index, let other = taken.updateValue(column, forKey: index) {
        throw fault(
          .conflict,
          found: "the column \(Quotation.of(names[index])) chosen for \(other.name) and for "
            + column.name, expected: "one meaning")
      }
      indices.append(index)
    }
    let missing = zip(columns, indices).filter { $0.isRequired && $1 == nil }.map(\.0)
    guard missing.isEmpty else { throw absence(of: missing) }
    return indices
  }

  /// The index of a required column.
  package func index(ofRequired name: String) throws(Fault) -> Int {
    let column = Column(name, isChosen: true)
    guard let index = try index(of: column) else { throw absence(of: [column]) }
    return index
  }

  /// The first column of one of these names, if there is any.
  package func firstIndex(ofAny names: [String]) -> Int? {
    folded.firstIndex { names.contains($0) }
  }

  private func index(of column: Column) throws(Fault) -> Int? {
    let spellings = column.spellings.map(Self.folded)
    var found = folded.indices.filter { spellings.contains(folded[$0]) }
    if column.isChosen, found.count > 1 {
      // Who chose a name wrote it out: another case is another name where the name itself is there.
      let exact = found.filter { column.spellings.contains(names[$0]) }
      if !exact.isEmpty { found = exact }
    }
    if let first = found.first, found.count > 1 {
      guard Set(found.map { names[$0] }).count > 1 else { throw repeated(names[first]) }
      throw fault(
        .repeated, found: "\(column.name) in two spellings", expected: "one such column")
    }
    return found.first
  }

  /// Refuses a header that has a name twice.
  package func requireDistinctNames() throws(Fault) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted { throw repeated(name) }
  }

  /// Refuses a record with more or fewer fields than the header has names.
  package func requireFieldCount(of record: CSVRecordReader.Record) throws(Fault) {
    guard record.fields.count == names.count else {
      throw .csvFieldCount(
        record.fields.count, expected: names.count, at: .file(file, line: record.position.line))
    }
  }

  /// A fault of the header as a whole.
  package func fault(
    _ code: Fault.Code, found: String, expected: String, hint: String? = nil
  ) -> Fault {
    Fault(
      code, at: .file(file, line: line, member: "header"), found: found, expected: expected,
      hint: hint)
  }

  private func repeated(_ name: String) -> Fault {
    fault(
      .repeated, found: "the column \(Quotation.of(name)) twice", expected: "each name once")
  }
}

// What is missing, and why.
extension CSVHeader {
  /// The fault that columns are not there: the file is divided in another way, or it has other names.
  private func absence(of columns: [Column]) -> Fault {
    if let other = otherForm { return other }
    let shown = names.prefix(20).map(Quotation.of).joined(separator: ", ")
    let expected = columns.map { $0.spellings.map(Quotation.of).joined(separator: " or ") }
    return fault(
      .missingColumn, found: "the columns \(shown)\(names.count > 20 ? ", ..." : "")",
      expected: expected.joined(separator: "; "), hint: hint(columns))
  }

  /// The fault of a header that says itself how it was meant to be read.
  private var otherForm: Fault? {
    guard let first = names.first else { return nil }
    if names.contains(where: { $0.utf8.contains(UInt8(ascii: "\r")) }) {
      return fault(
        .syntax, found: "lines that end in a carriage return alone", expected: "line feeds",
        hint: #"tr '\r' '\n' < FILE makes them"#)
    }
    if first.lowercased().hasPrefix("sep=") {
      return fault(
        .syntax, found: "\(Quotation.of(first)), a line for spreadsheets",
        expected: "the names of columns", hint: "leave the line out: tail -n +2 FILE")
    }
    let other = CSVDelimiter.allCases.first {
      $0 != form.delimiter && first.utf8.contains($0.rawValue)
    }
    guard names.count == 1, let other else { return nil }
    return fault(
      .missingColumn, found: "a header divided by \(other.phrase)",
      expected: form.delimiter.phrase, hint: other.option)
  }

  /// What was probably meant: columns of the header by the names chosen, or the columns wanted by some
  /// of the header's names.
  private func hint(_ columns: [Column]) -> String? {
    let meant = columns.compactMap { column -> String? in
      if column.isChosen, let chosen = column.spellings.first {
        return Resemblance.nearest(to: chosen, among: names).map { Quotation.of($0) }
      }
      return names.first { Resemblance.nearest(to: $0, among: column.spellings) != nil }
        .map { "\(column.name) by \(Quotation.of($0))" }
    }
    return meant.isEmpty ? nil : "did you mean \(meant.joined(separator: ", "))?"
  }
}
