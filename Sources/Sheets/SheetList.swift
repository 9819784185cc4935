package import Faults
internal import FixedPoint
internal import Text

/// How several answers of a kind stand together: in which order, how many, with which columns.
package struct SheetList: Sendable {
  /// The figure to sort by, the largest first; nil keeps the order of the input.
  package var sort: String?
  /// How many answers are shown, from the first on.
  package var top: Int?
  /// The columns of the table; nil for the usual ones.
  package var columns: [String]?

  package init(sort: String? = nil, top: Int? = nil, columns: [String]? = nil) {
    self.sort = sort
    self.top = top
    self.columns = columns
  }

  /// Whether all answers must be known before the first is shown.
  package var isOrdered: Bool { sort != nil || top != nil }

  /// The answers in order, as many as are wanted; those without the figure come last, and behind them
  /// what is unknown.
  ///
  /// - Throws: a `Fault` for a figure that the answers do not have.
  package func ordered(_ sheets: [Sheet], isTable: Bool = false) throws(Fault) -> [Sheet] {
    var sheets = sheets
    if let sort, let first = sheets.first {
      _ = try Self.figure(sort, of: first, "--sort")
      let keyed = sheets.map { sheet in
        (key: SortKey(sheet.summary.first { $0.key == sort }?.value ?? .null), sheet: sheet)
      }
      // Stable: what is equal stays in the order of the input.
      sheets = keyed.sorted { $0.key.precedes($1.key) }.map(\.sheet)
    }
    if isOrdered || isTable {
      sheets = sheets.filter { !$0.isUnknown } + sheets.filter(\.isUnknown)
    }
    return top.map { Array(sheets.prefix($0)) } ?? sheets
  }

  /// The answers as one table, a line each.
  ///
  /// - Parameters:
  ///   - sheets: the answers.
  ///   - remark: what stands above, if anything does.
  /// - Returns: a sheet with the table alone.
  /// - Throws: a `Fault` for a column that the answers do not have.
  package func table(_ sheets: [Sheet], under remark: Phrase? = nil) throws(Fault) -> Sheet {
    let names = columns ?? []
    if let second = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
      throw Fault(
        .repeated, at: .option("--columns"), found: "\(names[second]) twice",
        expected: "each column once")
    }
    var rows: [[Figure]] = []
    for sheet in sheets {
      var row: [Figure] = []
      for key in columns ?? sheet.summaryColumns {
        row.append(try Self.figure(key, of: sheet, "--columns"))
      }
      rows.append(row)
    }
    var list = Sheet()
    list.provenance = sheets.first?.provenance
    if let remark { list.append(.init(.statement(remark, isBold: false), for: .text)) }
    list.append(Table("vaults", rows: rows), for: .text)
    return list
  }

  /// What the table leaves out of answers such as this one: the parts that no line can hold.
  package static func omissions(of sheet: Sheet) -> [Fault] {
    let parts = sheet.sections.compactMap(\.key).filter { $0 != sheet.csvTable }
    guard !parts.isEmpty else { return [] }
    return [
      Fault(
        .omitted, severity: .note, found: "the table leaves out \(parts.joined(separator: ", "))",
        expected: "", hint: "use --pages to show it for each vault")
    ]
  }

  private static func figure(
    _ key: String, of sheet: Sheet, _ option: String
  ) throws(Fault) -> Figure {
    if let figure = sheet.summary.first(where: { $0.key == key }) { return figure }
    let keys = sheet.summary.map(\.key)
    throw Fault(
      .unknownName, at: .option(option), found: Quotation.of(key),
      expected: "one of " + keys.joined(separator: ", "),
      hint: Resemblance.hint(for: key, among: keys))
  }
}

/// A value to sort by.
private enum SortKey {
  case number(ExactRational)
  case text(String)
  case missing

  init(_ value: JSONValue) {
    switch value {
    case .number(let text), .string(let text):
      self = ExactRational(decimal: text).map { .number($0) } ?? .text(text)
    case .bool(let flag): self = .number(ExactRational(flag ? 1 : 0))
    case .null, .array, .object: self = .missing
    }
  }

  /// Numbers from the largest down, then texts by their letters, then what is missing.
  func precedes(_ other: SortKey) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left > right
    case (.text(let left), .text(let right)): left < right
    case (.number, _): true
    case (.text, .missing): true
    default: false
    }
  }
}

extension ExactRational {
  /// The value of plain decimals; nil for another text.
  fileprivate init?(decimal text: String) {
    guard let wad = try? Wad(parsing: text) else { return nil }
    self.init(wad)
  }
}
