internal import Faults
package import Sheets
internal import Text

extension ReplayedCase {
  /// The case as a time line that a person can follow, one row a step; programs get the structure
  /// that they gave, filled in.
  ///
  /// Amounts are in whole tokens of 18 decimals.
  package var sheet: Sheet {
    let title = name ?? path.description
    var sheet = Sheet(Phrase(title))
    sheet.document = { json, empty throws(Fault) in try write(to: &json, empty) }
    sheet.lines = { take throws(Fault) in try StepRecords.eachLine(self, title, take) }
    sheet.append(
      .init(
        deferred: { .table(StepRecords.table(self, title)) }, key: StepRecords.key, for: .csv))
    sheet.csvTable = StepRecords.key
    guard !steps.isEmpty else {
      sheet.append(.init(.statement(Phrase(callLine), isBold: false), for: .text))
      return sheet
    }
    let count = "\(steps.count) \(steps.count == 1 ? "step" : "steps")"
    let view = TimelineView.view(of: subject)
    sheet.append(.init(.statement("\(subject), \(count)", isBold: false), for: .text))
    sheet.append(.init(deferred: { .cells(timeline(view)) }, for: .text))
    if let accounts = accounts(view) { sheet.append(.init(.cells(accounts), for: .text)) }
    return sheet
  }

  private func timeline(_ view: TimelineView) -> Cells {
    var cells = Cells(
      [
        .init("step", .right), .init(view.momentTitle), .init("after", .right),
        .init("operation"), .init("result"),
      ] + view.columns.map { .init($0.title, .decimal) }, indent: 0)
    var last: UInt64?
    for (index, step) in steps.enumerated() {
      let description = StepDescription(step)
      let elapsed = last.map { step.moment - $0 } ?? 0
      let row: [Phrase] = [
        Phrase(String(index)), view.moment(step.moment),
        elapsed == 0 ? "" : view.elapsed(elapsed), description.operation, description.result,
      ]
      cells.rows.append(row + view.columns.map { $0.cell(step) })
      last = step.moment
    }
    return cells
  }

  /// A case that is one call, on one line.
  private var callLine: String {
    let answer =
      switch outcome {
      case .output(let value): value.compactText
      case .reverted(let name): "reverts with \(name)"
      case nil: ""
      }
    return "\(subject) \(node["in"]?.value.compactText ?? "") -> \(answer)"
  }

  /// The accounts after the last step.
  private func accounts(_ view: TimelineView) -> Cells? {
    guard let state = lastState, !view.accountColumns.isEmpty,
      let accounts = JSONNode(value: state)["accounts"]?.members, !accounts.isEmpty
    else { return nil }
    let columns = view.accountColumns.filter { column in
      accounts.contains { $0.node[column.key] != nil }
    }
    return Cells(
      [.init("account at the end")] + columns.map { .init($0.title, .decimal) },
      rows: accounts.map { account in
        [Phrase(account.key)] + columns.map { StepFigure.tokens(account.node[$0.key]) }
      }, indent: 0)
  }
}

extension JSONValue {
  /// The value on one line.
  var compactText: String {
    var writer = JSONWriter(style: .compact)
    writer.value(self)
    return writer.takeText()
  }
}
