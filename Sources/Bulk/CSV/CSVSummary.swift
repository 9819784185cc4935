/// What a bulk run did.
///
/// Rows in are rows out and rejected rows, always.
public struct CSVSummary: Hashable, Sendable {
  /// Data rows of the input: neither the header nor blank lines.
  public internal(set) var rowsIn = 0
  /// Rows that were written with their figures.
  public internal(set) var rowsOut = 0
  /// Rows that went to the rejects.
  public internal(set) var rejectedRows = 0
  /// Lines without a byte, which are no rows.
  public internal(set) var blankLines = 0
  /// Prices that had digits beyond the 18th decimal and were rounded half to even.
  public internal(set) var roundedValues = 0
  /// Bytes of the input.
  public internal(set) var bytesIn = 0
  /// Bytes of the output.
  public internal(set) var bytesOut = 0
  /// The first rejected rows, at most ``firstRejectsLimit``.
  public internal(set) var firstRejects: [CSVReject] = []

  /// How many rejected rows a summary keeps.
  public static let firstRejectsLimit = 10
}

/// A row that has no result, and why.
public struct CSVReject: Hashable, Sendable {
  /// The line on which the row begins, from 1.
  public let line: Int
  /// The byte at which the row begins, from 0.
  public let byteOffset: Int
  /// The column at fault by its header, or empty where the whole row is.
  public let column: String
  /// What was found and what was expected.
  public let reason: String
}

/// Why a bulk run was given up.
///
/// No output appears under its name then.
public enum CSVAnalysisError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The input named `input` cannot be analysed on account of its header.
  case header(input: String, line: Int, reason: String)
  /// A row of the input named `input` is bad and the run was asked to be strict.
  case rejectedRow(input: String, reject: CSVReject)
  /// The file named `input` changed while it was read.
  case inputChanged(input: String)

  /// One line: `FILE:LINE: what was found; what was expected`.
  public var description: String {
    switch self {
    case .header(let input, let line, let reason):
      return "\(input):\(line): header: \(reason)"
    case .rejectedRow(let input, let reject):
      let column = reject.column.isEmpty ? "" : "\(reject.column): "
      return "\(input):\(reject.line): \(column)\(reject.reason)"
    case .inputChanged(let input):
      return "\(input): the file changed while it was read; expected it to stay as it was opened"
    }
  }
}
