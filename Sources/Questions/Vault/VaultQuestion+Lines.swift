package import Bulk
internal import Contracts
internal import Inputs
internal import Quantities
package import Sheets
internal import Yields

extension VaultQuestion {
  /// What writes further vaults as CSV rows like that of an answer.
  ///
  /// - Parameters:
  ///   - first: an answer; its row names the columns.
  ///   - options: what is asked beside the vaults.
  /// - Returns: nil where a row has what words do not tell.
  package func lines(like first: Sheet, options: [String: String?]) -> FlatVaults? {
    var (question, notes) = (self, InputNotes(strict: true))
    guard first.usualRows == Sheet.figures, let row = first.rows(of: Sheet.figures).first,
      (try? question.read(InputObject(options: options), notes: &notes)) != nil,
      question.balance == nil, question.deposit == nil,
      question.commission.map({
        Plausibility.commission($0, cap: rules.profile.commission.maxRate, "commission") == nil
      }) ?? true
    else { return nil }
    var columns: [FlatVaults.Column] = []
    for (name, cell) in row {
      guard let column = Self.column(name, of: cell) else { return nil }
      columns.append(column)
    }
    return FlatVaults(
      columns: columns, time: time,
      convention: YieldConvention(
        time: time.resolved(for: nil), year: year, compounding: question.compounding,
        commission: question.commission))
  }

  /// What is in a column of answers, one of which has `cell` there.
  private static func column(_ name: String, of cell: String?) -> FlatVaults.Column? {
    switch FigureKey(rawValue: name) {
    case .vault: return .text(.vault)
    case .name: return .text(.name)
    case .yearSeconds, .compounding, .commissionBps: return .constant(cell)
    case let key?: return VaultFigure.with(key) == nil ? nil : .figure(key)
    case nil: break
    }
    // A vault that gives the first two is no flat one.
    if VaultSnapshot.waitingKeys.contains(name) { return .constant(nil) }
    return name == Figure.rewardToken(nil).key ? .constant(cell) : nil
  }
}

extension Rows {
  /// The columns of the first record and its cells.
  fileprivate var first: [(column: String, cell: String?)]? {
    records.first.map { record in zip(columns, record).map { ($0, $1.text) } }
  }
}
