/// Where a value came from, as the user would look for it.
public struct Place: Hashable, Sendable {
  /// The kinds of sources.
  public enum Origin: Hashable, Sendable {
    /// The command line.
    case option
    /// An input by its key, where only the reader of the input knows more.
    case input
    /// A file as the user named it, or `standard input`.
    case file(String)
    /// A row of a table in memory, from 0.
    case row(Int)
  }

  /// What the value was given by.
  public let origin: Origin
  /// The line from 1, where it is known.
  public let line: Int?
  /// The column from 1, where it is known.
  public let column: Int?
  /// The option, the key, the JSON path or the name of the column.
  public let member: String?

  private init(origin: Origin, line: Int? = nil, column: Int? = nil, member: String?) {
    self.origin = origin
    self.line = line
    self.column = column
    // A path in a document is made of keys that are short; any other name is the user's own.
    self.member = member.map { $0.hasPrefix("$") ? $0 : Quotation.bare($0) }
  }

  /// A value given as an option, for example `--reward-rate`.
  public static func option(_ name: String) -> Place { Place(origin: .option, member: name) }

  /// An input by its key, for example `rewardRate`; the border that read it knows the place.
  public static func input(_ key: String) -> Place { Place(origin: .input, member: key) }

  /// A place in a file, as far as it is known.
  public static func file(
    _ name: String, line: Int? = nil, column: Int? = nil, member: String? = nil
  ) -> Place {
    Place(origin: .file(name), line: line, column: column, member: member)
  }

  /// A cell of a table in memory: its row from 0, and the name of its column.
  public static func row(_ row: Int, column: String? = nil) -> Place {
    Place(origin: .row(row), member: column)
  }

  /// The row of a table in memory, from 0, if the place is in one.
  public var row: Int? {
    guard case .row(let row) = origin else { return nil }
    return row
  }

  /// The file's name, if the place is in one.
  public var file: String? {
    guard case .file(let name) = origin else { return nil }
    return name
  }
}

extension Place: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: member`, as far as each is known.
  public var description: String {
    let position = [file.map(Quotation.name), line.map(String.init), column.map(String.init)]
      .compactMap(\.self).joined(separator: ":")
    let parts = [row.map { "row \($0)" } ?? position, member ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
