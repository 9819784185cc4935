public import Faults
public import Quantities

/// How often a warning occurred among the rows of a file or the points of a grid.
public struct WarningTotal: Hashable, Sendable {
  /// Which.
  public let code: WarningCode
  /// How many rows or points have it.
  public let count: Int
  /// The first of them: the line on which a row begins, or the number of a point, from 0.
  public let first: Int

  /// The total of a file's rows as a note at the first of them.
  ///
  /// - Parameter file: the file as the user named it.
  /// - Returns: `rows.csv:2: rewardRateScale in 1000 rows, the first here`.
  public func note(ofRowsIn file: String) -> Fault {
    Fault(
      .warning, severity: .note, at: .file(file, line: first),
      found: "\(code.rawValue) in \(RowCount.text(count))", expected: "")
  }

  /// The total of a grid's points as a note.
  ///
  /// - Parameter place: says where a point is by its number.
  /// - Returns: `rewardRateScale in 6 points, first at rewardPrice=5`.
  public func note(ofPointsAt place: (Int) -> String) -> Fault {
    let points = count == 1 ? "1 point, at" : "\(count) points, first at"
    return Fault(
      .warning, severity: .note, found: "\(code.rawValue) in \(points) \(place(first))",
      expected: "")
  }
}

/// How a note at the first of some rows counts them.
package enum RowCount {
  /// `1 row`, or `5 rows, the first here`.
  package static func text(_ count: Int) -> String {
    count == 1 ? "1 row" : "\(count) rows, the first here"
  }
}
