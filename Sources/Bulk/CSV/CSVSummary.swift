public import Faults
public import Quantities

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
  /// How often each warning occurred, and on which line first.
  public internal(set) var warnings: [WarningTotal] = []
  /// What came of the published yields; nil in a run that compares none.
  public internal(set) var comparison: ComparisonTotals?
  /// The times of the rows that were written, where each has its own; nil where none has.
  ///
  /// A period is over that ends at ``CSVAnalysis/time`` or before.
  public internal(set) var ownTimes: OwnTimes?
  /// The header of the column of timestamps, if there is one and ``CSVAnalysis/overridesTimestamps``.
  public internal(set) var unusedTimeColumn: String?
  /// The note about the first time that names no zone; nil where there is none.
  public internal(set) var zonelessTime: Fault?
  /// Bytes of the input.
  public internal(set) var bytesIn = 0
  /// Bytes of the output.
  public internal(set) var bytesOut = 0
  /// Why the first rejected rows have no result, at most ``firstRejectsLimit``: placed at the input, the
  /// line on which the row begins, and the column's header where one is at fault.
  public internal(set) var firstRejects: [Fault] = []

  /// How many rejected rows a summary keeps.
  public static let firstRejectsLimit = 10
}
