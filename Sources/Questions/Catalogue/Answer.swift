internal import Sheets

/// What a command answers: the keys of its JSON, and which of them are rows of CSV and NDJSON.
package struct Answer: Sendable {
  /// What a JSON document is as a whole.
  package enum Root: Sendable {
    case object([AnswerKey])
    /// An array of objects.
    case rows([AnswerKey])
    /// The block of a snapshot under `provenance`, and an array of objects under `vaults`.
    case snapshot([AnswerKey])
  }

  /// A table by the name that `--table` takes.
  package struct Rows: Sendable {
    package let name: String
    package let keys: [AnswerKey]
  }

  /// The name of its schema.
  package let name: String
  /// The words of the command line that it answers.
  package let command: String
  /// What it is, in one sentence.
  package let meaning: String
  /// What a document can be; all are of the same keys.
  package let roots: [Root]
  /// The figures in front of the rows of its tables, which name what an answer is about.
  package let subject: [String]
  /// The rows of CSV where nobody chooses.
  package let usualRows: String
  /// Rows that no array of the document holds.
  package let ownRows: [Rows]
  /// Rows beside those of the document's arrays.
  package let furtherRows: [Rows]
  /// What a line of NDJSON is, where that is neither a document nor a row of a table.
  package let line: [AnswerKey]?

  init(
    _ name: String, _ command: String, _ meaning: String, roots: [Root], subject: [String] = [],
    usualRows: String = figures, ownRows: [Rows] = [], furtherRows: [Rows] = [],
    line: [AnswerKey]? = nil
  ) {
    self.name = name
    self.command = command
    self.meaning = meaning
    self.roots = roots
    self.subject = subject
    self.usualRows = usualRows
    self.ownRows = ownRows
    self.furtherRows = furtherRows
    self.line = line
  }

  init(
    _ name: String, _ command: String, _ meaning: String, usualRows: String = figures,
    _ keys: [AnswerKey]
  ) {
    self.init(name, command, meaning, roots: [.object(keys)], usualRows: usualRows)
  }

  /// The name of all figures as one row.
  package static let figures = "figures"
}

extension Answer {
  /// The keys of the first of its forms.
  package var keys: [AnswerKey] {
    switch roots.first {
    case .object(let keys), .rows(let keys), .snapshot(let keys): keys
    case nil: []
    }
  }

  /// What can be rows of CSV and NDJSON: the figures, then the tables.
  package var rows: [Rows] {
    guard ownRows.isEmpty else { return ownRows }
    if case .rows = roots.first { return [] }
    let figures = Self.figures(of: keys, under: "")
    let front = keys.filter { subject.contains($0.name) }
    let tables = Self.tables(of: keys, under: "").map { table in
      let columns = table.keys.map(\.name)
      return Rows(
        name: table.name,
        keys: front.map { $0.named(Sheet.column($0.name, beside: columns)) } + table.keys)
    }
    return (figures.isEmpty ? [] : [Rows(name: Self.figures, keys: figures)]) + tables
      + furtherRows
  }

  /// The columns that a table always has, a subject not among them.
  func columns(of table: String) -> [String] {
    rows.first { $0.name == table }?.keys
      .filter { $0.condition == nil && !subject.contains($0.name) }.map(\.name) ?? []
  }

  private static func figures(of keys: [AnswerKey], under prefix: String) -> [AnswerKey] {
    keys.flatMap { key -> [AnswerKey] in
      switch key.content {
      case .rows: []
      case .object(let inner):
        figures(of: inner, under: prefix + key.name + ".").map { figure in
          key.condition.map { figure.given($0) } ?? figure
        }
      case .value, .words, .countOr, .texts, .metric, .warnings, .place, .given:
        [
          AnswerKey(
            prefix + key.name, key.content, key.meaning, null: key.absence, given: key.condition)
        ]
      }
    }
  }

  private static func tables(of keys: [AnswerKey], under prefix: String) -> [Rows] {
    keys.flatMap { key -> [Rows] in
      switch key.content {
      case .rows(let inner): [Rows(name: prefix + key.name, keys: inner)]
      case .object(let inner): tables(of: inner, under: prefix + key.name + ".")
      case .value, .words, .countOr, .texts, .metric, .warnings, .place, .given: []
      }
    }
  }
}
