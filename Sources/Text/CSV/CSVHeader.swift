package import Faults

/// A header that names columns: which field of a record is which of the columns that are wanted.
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

  /// The names of the header, in order.
  package let names: [String]
  private let file: String
  private let line: Int

  /// Names a header's columns.
  ///
  /// - Parameters:
  ///   - names: its fields.
  ///   - file: the input as the user named it.
  ///   - line: where the header stands.
  package init(_ names: [String], file: String, line: Int) {
    (self.names, self.file, self.line) = (names, file, line)
  }

  /// Finds the wanted columns among the names; each at most once, and no name is two of them.
  ///
  /// - Parameter columns: what is wanted.
  /// - Returns: the index of each, nil for an optional one that is not there.
  /// - Throws: `Fault` at the header.
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
    return indices
  }

  /// The index of a required column.
  package func index(ofRequired name: String) throws(Fault) -> Int {
    guard let index = try index(of: Column(name, isChosen: true)) else {
      preconditionFailure("a required column is found or refused")
    }
    return index
  }

  private func index(of column: Column) throws(Fault) -> Int? {
    let found = names.indices.filter { column.spellings.contains(names[$0]) }
    if let first = found.first, found.count > 1 {
      guard Set(found.map { names[$0] }).count > 1 else { throw repeated(names[first]) }
      throw fault(
        .repeated, found: "\(column.name) in two spellings", expected: "one such column")
    }
    guard found.isEmpty, column.isRequired else { return found.first }
    let shown = names.prefix(20).map(Quotation.of).joined(separator: ", ")
    throw fault(
      .missingColumn, found: "the columns \(shown)\(names.count > 20 ? ", ..." : "")",
      expected: column.spellings.map(Quotation.of).joined(separator: " or "), hint: hint(column))
  }

  /// What was probably meant: a column of the header by the name chosen, or the column wanted by one of
  /// the header's names.
  private func hint(_ column: Column) -> String? {
    if column.isChosen, let chosen = column.spellings.first {
      return Resemblance.nearest(to: chosen, among: names).map {
        "did you mean \(Quotation.of($0))?"
      }
    }
    return names.first { Resemblance.nearest(to: $0, among: column.spellings) != nil }
      .map { "did you mean \(column.name) by \(Quotation.of($0))?" }
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
