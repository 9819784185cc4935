package import Text

/// One named value.
package struct Figure: Sendable {
  /// Its key in JSON and CSV.
  package let key: String
  /// What people call it.
  package let label: String
  /// Its value for programs.
  package let value: JSONValue
  /// Its value for people, with its unit.
  package let text: Phrase
  /// What stands beside the value for people: a remark, a reason.
  package let note: Phrase
  /// The page that a page leads to from here.
  package var link: String?

  package init(
    _ key: String, _ label: String, _ value: JSONValue, text: Phrase, note: Phrase = ""
  ) {
    self.key = key
    self.label = label
    self.value = value
    self.text = text
    self.note = note
  }

  /// A line for people alone.
  package init(_ label: String, _ text: Phrase, _ note: Phrase = "") {
    self.init("", label, .null, text: text, note: note)
  }
}

extension Figure {
  /// Whether people are shown nothing of it.
  var isForProgramsAlone: Bool { label.isEmpty && text.isEmpty }
}

/// Rows of the same kind.
package struct Table: Sendable {
  package let key: String
  package let title: Phrase?
  /// Keys are those of each row's figures; labels head the columns.
  package let rows: RowSource<[Figure]>
  /// The keys of the columns where there may be no row to take them from.
  package let columns: [String]?
  /// What people read where there is no row.
  package let empty: String
  /// The one row of CSV and NDJSON where there is none.
  package let standIn: [Figure]?
  /// The rows that a page for people shows; nil shows all.
  package let shown: [Int]?
  /// How many rows there are, where not all are here.
  package let total: Int
  /// The key by whose values the rows stand, the largest first, where a reader of a page may sort and search
  /// them.
  package var sortedBy: String?

  package init(
    _ key: String, _ title: Phrase? = nil, rows: [[Figure]], columns: [String]? = nil,
    empty: String = "none", standIn: [Figure]? = nil, shown: [Int]? = nil, total: Int? = nil
  ) {
    self.init(
      key, title, rows: RowSource(rows), columns: columns, empty: empty, standIn: standIn,
      shown: shown, total: total)
  }

  package init(
    _ key: String, _ title: Phrase? = nil, rows: RowSource<[Figure]>, columns: [String]? = nil,
    empty: String = "none", standIn: [Figure]? = nil, shown: [Int]? = nil, total: Int? = nil
  ) {
    self.key = key
    self.title = title
    self.rows = rows
    self.columns = columns
    self.empty = empty
    self.standIn = standIn
    self.shown = shown
    self.total = total ?? rows.count
  }
}

/// A table for people, cell by cell.
package struct Cells: Sendable {
  package let columns: [TextTable.Column]
  package var rows: [[Phrase]]
  package let indent: Int
  /// Whether the titles are shown.
  package let isTitled: Bool

  package init(
    _ columns: [TextTable.Column], rows: [[Phrase]] = [], indent: Int = 2, isTitled: Bool = true
  ) {
    self.columns = columns
    self.rows = rows
    self.indent = indent
    self.isTitled = isTitled
  }
}
