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
    // What only notes say.
    case assumedValue, rowCount, blankLines, rejectedRows, omitted, warning

    /// What the code says, in one sentence.
    public var meaning: String {
      switch self {
      case .syntax: "The text breaks the grammar of its format: JSON, CSV, UTF-8."
      case .wrongType: "A value has another JSON type than its key takes."
      case .invalidValue: "A text is not the number, time or name that its input takes."
      case .outOfRange: "A value is outside of what its input can be."
      case .excessDigits: "A value has more digits than its scale keeps."
      case .tooLong: "There is more than is taken at once: digits, bytes, points."
      case .missingValue: "A value that must be given is not."
      case .unknownKey: "An object has a key that nothing reads."
      case .unknownName: "A name is not one of those that it can be."
      case .repeated: "The same thing is given twice where it can be once."
      case .conflict: "Two values exclude each other."
      case .missingColumn: "A header does not have a column that is needed."
      case .fieldCount: "A record has more or fewer fields than its header."
      case .noSolution: "No value of the unknown answers the question."
      case .reverts: "A contract would revert."
      case .refused: "The operation is not possible in the state that it meets."
      case .unreadable: "A file cannot be opened or read."
      case .unwritable: "An output cannot be opened, written or given its name."
      case .outOfSpace: "The device of an output, or a quota, is full."
      case .readerGone: "The reader of a pipe has gone."
      case .fileChanged: "A file changed while it was read."
      case .usage: "The command line does not fit the command."
      case .internalError: "The tool itself has failed."
      case .assumedValue: "A value that was not given was assumed."
      case .rowCount: "How many rows were read, written and rejected."
      case .blankLines: "Lines without any field were skipped."
      case .rejectedRows: "Where the rejected rows are."
      case .omitted: "What the form of the output has no room for."
      case .warning: "A doubt about an input, where the form of the output has no room for it."
      }
    }
  }
}
