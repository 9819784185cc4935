internal import Text

/// Where a value came from: a file and a place in it, or an option of the command line.
package struct InputPlace: Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it, `standard input`, or nil for the command line.
  package let source: String?
  /// Line and column, 1-based, where they are known.
  package let line: Int?
  package let column: Int?
  /// The JSON path, the column name or the option: what the user calls the value.
  package let field: String?

  package init(source: String?, line: Int? = nil, column: Int? = nil, field: String? = nil) {
    self.source = source
    self.line = line
    self.column = column
    self.field = field
  }

  /// A value given as an option, for example `--reward-rate`.
  package static func option(_ name: String) -> InputPlace {
    InputPlace(source: nil, field: name)
  }

  /// `FILE:LINE:COLUMN: field`, as far as each is known.
  package var description: String {
    let position = [source, line.map(String.init), column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
    return [position, field ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

/// One fault in what the user gave: where, what was found, and what was expected.
package struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  package let place: InputPlace
  package let found: String
  package let expected: String
  /// What the user could do about it, printed on a line of its own.
  package let hint: String?

  package init(at place: InputPlace, found: String, expected: String, hint: String? = nil) {
    self.place = place
    self.found = found
    self.expected = expected
    self.hint = hint
  }

  /// Whether the value stood on the command line (exit code 2) rather than in data (exit code 3).
  package var isUsage: Bool { place.source == nil }

  /// One line: `FILE:LINE:COLUMN: field: found ...; expected ...`.
  package var description: String {
    let text = "found \(found); expected \(expected)"
    let position = place.description
    return position.isEmpty ? text : "\(position): \(text)"
  }
}
