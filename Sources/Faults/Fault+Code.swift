extension Fault {
  /// The kinds of faults and notes, a closed list; the raw values are stable for programs.
  ///
  /// What each says stands in ``meaning``, where the list of documents is made from.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    // What a text, a value or a name can be.
    case syntax, wrongType, invalidValue, outOfRange, excessDigits, tooLong, missingValue,
      unknownKey,
      unknownName, repeated, conflict
    // Tables.
    case missingColumn, fieldCount
    // What is asked for cannot be.
    case noSolution, reverts, refused
    // Files.
    case unreadable, unwritable, outOfSpace, readerGone, fileChanged
    // The command line, and the tool itself.
    case usage, internalError
    // The chain.
    case chain, differs, skipped, reading, unread
    // What only notes say.
    case assumedValue, ownTime, unusedValue, reordered, rowCount, blankLines, rejectedRows,
      comparison
    case omitted, warning

    /// What the code says, in one sentence.
    public var meaning: String {
      switch self {
      case .syntax: "The text breaks the grammar of its format: JSON, CSV, UTF-8."
      case .wrongType: "A value has the wrong JSON type for its key."
      case .invalidValue: "A value cannot be read as the number, time or name that is needed."
      case .outOfRange: "A value is outside the range of its input."
      case .excessDigits: "A value has more digits than its scale holds."
      case .tooLong: "There are too many digits, bytes or points."
      case .missingValue: "A required value is missing."
      case .unknownKey: "An object has an unknown key."
      case .unknownName: "A name is not one of the known names."
      case .repeated: "Something is given twice that can be given once."
      case .conflict: "Two values exclude each other."
      case .missingColumn: "A header lacks a required column."
      case .fieldCount: "A record has more or fewer fields than its header."
      case .noSolution: "The equation has no solution."
      case .reverts: "A contract would revert."
      case .refused: "The operation is not possible in the current state."
      case .unreadable: "A file cannot be opened or read."
      case .unwritable: "An output cannot be opened, written or given its name."
      case .outOfSpace: "The disk or a quota is full."
      case .readerGone: "The reader of a pipe has closed it."
      case .fileChanged: "A file changed while it was read."
      case .usage: "The command line does not fit the command."
      case .internalError: "The tool itself failed."
      case .chain: "The chain could not be read."
      case .differs: "Two endpoints say different things about the same block."
      case .skipped: "An endpoint was given up and another one read."
      case .reading: "A watch has read a block."
      case .unread: "A watch has no readings for some time, or has them again; it goes on."
      case .assumedValue: "A value was not given and was assumed."
      case .reordered: "Lines were put in order."
      case .ownTime: "Values were evaluated at their own time, which may be long ago."
      case .unusedValue:
        "A value is given and not used: another one wins, or other commands use it."
      case .rowCount: "How many rows were read, written and rejected."
      case .blankLines: "Lines without any field were skipped."
      case .rejectedRows: "Where the rejected rows are, or how many are not listed."
      case .comparison: "How many published yields agree, and what explains the others."
      case .omitted: "The output format leaves something out."
      case .warning: "A warning, where the output format has no room for it."
      }
    }
  }
}
