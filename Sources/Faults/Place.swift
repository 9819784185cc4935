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
  }

  public let origin: Origin
  /// Line and column from 1, where they are known.
  public let line: Int?
  public let column: Int?
  /// The option, the key, the JSON path or the name of the column.
  public let member: String?

  private init(origin: Origin, line: Int? = nil, column: Int? = nil, member: String?) {
    self.origin = origin
    self.line = line
    self.column = column
    self.member = member
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

  /// The file's name, if the place is in one.
  public var file: String? {
    guard case .file(let name) = origin else { return nil }
    return name
  }
}

extension Place: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: member`, as far as each is known.
  public var description: String {
    let position = [file, line.map(String.init), column.map(String.init)]
      .compactMap(\.self).joined(separator: ":")
    return [position, member ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
