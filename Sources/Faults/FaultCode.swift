/// The kinds of faults, a closed list; the raw value is stable for programs.
public enum FaultCode: String, CaseIterable, Hashable, Sendable {
  /// The text breaks the grammar of its format: JSON, CSV, UTF-8.
  case syntax
  /// A value has another JSON type than its key takes.
  case wrongType = "wrong-type"
  /// A text is not the number, time or name that its input takes.
  case invalidValue = "invalid-value"
  /// A value is outside of what its input can be.
  case outOfRange = "out-of-range"
  /// A value has more digits than its scale keeps.
  case excessDigits = "excess-digits"
  /// A value that must be given is not.
  case missingValue = "missing-value"
  /// A key that nothing reads.
  case unknownKey = "unknown-key"
  /// A name that is not one of those it can be.
  case unknownName = "unknown-name"
  /// The same thing twice where it can be once.
  case repeated
  /// Two values that exclude each other.
  case conflict
  /// A column that the header does not have.
  case missingColumn = "missing-column"
  /// A record with more or fewer fields than its header.
  case fieldCount = "field-count"
  /// More than is taken at once: digits, bytes, points.
  case tooLong = "too-long"
  /// No value of the unknown answers the question.
  case noSolution = "no-solution"
  /// A contract would revert.
  case reverts
  /// The operation is not possible in the state it meets.
  case refused
  /// The file cannot be opened or read.
  case unreadable
  /// The file cannot be written.
  case unwritable
  /// The device or the quota is full.
  case outOfSpace = "out-of-space"
  /// The reader of a pipe has gone.
  case readerGone = "reader-gone"
  /// The file changed while it was read.
  case fileChanged = "file-changed"
}
