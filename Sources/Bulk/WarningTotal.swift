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

  /// The total as a note: `rewardRateScale in 1000 rows, first line 2`.
  ///
  /// - Parameters:
  ///   - thing: what was counted, `row` or `point`.
  ///   - place: says where the first one is.
  /// - Returns: a note.
  public func note(of thing: String, at place: (Int) -> String) -> Fault {
    let text =
      count == 1
      ? "\(code.rawValue) in 1 \(thing), \(place(first))"
      : "\(code.rawValue) in \(count) \(thing)s, first \(place(first))"
    return Fault(.warning, severity: .note, found: text, expected: "")
  }
}
