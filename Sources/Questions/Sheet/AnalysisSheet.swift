package import FixedPoint
package import Text

/// The result of an analysis as figures and tables, in the order for reading: one list that every
/// format is written from.
package struct AnalysisSheet: Sendable {
  /// One named value.
  package struct Figure: Sendable {
    /// Its key in JSON and CSV.
    let key: String
    /// What people call it.
    let label: String
    /// Its value for programs.
    let value: JSONValue
    /// Its value for people, with its unit.
    let text: String
    /// The fraction that people also want in percent.
    let fraction: Wad?

    package init(
      _ key: String, _ label: String, _ value: JSONValue, text: String, fraction: Wad? = nil
    ) {
      self.key = key
      self.label = label
      self.value = value
      self.text = text
      self.fraction = fraction
    }
  }

  /// Rows of the same kind.
  package struct Table: Sendable {
    let key: String
    let title: String
    /// Keys are those of each row's figures; labels head the columns.
    let rows: [[Figure]]
    /// What people read where there is no row.
    let empty: String
    /// The rows that a page for people shows; nil shows all.
    let shown: [Int]?

    package init(
      _ key: String, _ title: String, rows: [[Figure]], empty: String = "none",
      shown: [Int]? = nil
    ) {
      self.key = key
      self.title = title
      self.rows = rows
      self.empty = empty
      self.shown = shown
    }
  }

  enum Section: Sendable {
    case figures(key: String?, title: String?, [Figure])
    case table(Table)
  }

  /// The heading of the page.
  package let title: String
  var sections: [Section] = []
  /// What looks wrong about the inputs, one sentence each.
  package var warnings: [String] = []
  /// What a reader should know about the figures, one sentence each; people's page only.
  package var remarks: [String] = []
  /// The table that CSV writes; nil writes the figures as one record.
  package var csvTable: String?

  package init(title: String) {
    self.title = title
  }

  /// Adds figures; with a key they are an object of their own.
  package mutating func append(
    _ key: String? = nil, title: String? = nil, figures: [Figure]
  ) {
    sections.append(.figures(key: key, title: title, figures))
  }

  /// Adds a table.
  package mutating func append(_ table: Table) {
    sections.append(.table(table))
  }
}
