package import Bulk
package import Yields

/// What is asked of a table, and in which form the answer is wanted.
package struct TableRequest: Sendable {
  /// Some of the names of a list.
  package enum Choice: Hashable, Sendable {
    case none, all
    case names([String])
  }

  /// The figures, the time and the conventions.
  package var analysis: CSVAnalysis
  /// Whether decimals have 256 bits and not 128.
  package var isWide = false
  /// The figures that leave as texts.
  package var texts: Set<FigureKey> = []
  /// Whether a row that cannot be evaluated is null and says why in a column `error`, and does not end the job.
  package var keepsBadRows = false
  /// Whether floats are taken as the decimals that they print.
  package var allowsFloat = false
  /// The columns that stand in front of the figures.
  package var kept = Choice.none
  /// How many threads work on a batch.
  package var threads = 1

  package init(_ analysis: CSVAnalysis) { self.analysis = analysis }
}
