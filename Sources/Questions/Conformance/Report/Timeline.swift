internal import FixedPoint
internal import Text

/// A replayed case as a page that a person can follow: one row a step.
///
/// Amounts of an operation are exact, in whole tokens of 18 decimals. The columns marked with an
/// approximate sign are rounded half to even to six digits.
package struct Timeline {
  private let replayed: ReplayedCase

  /// Takes a case after it ran.
  ///
  /// - Parameter replayed: the case.
  package init(_ replayed: ReplayedCase) {
    self.replayed = replayed
  }

  /// The page: a title, the steps, and the accounts at the end.
  ///
  /// - Parameter style: whether headings are bold.
  /// - Returns: text ending in a line feed.
  package func page(_ style: TextStyle) -> String {
    let title = replayed.name ?? replayed.path.description
    guard !replayed.steps.isEmpty else { return style.heading(title) + "\n" + callLine + "\n" }
    let count = replayed.steps.count
    var page = style.heading(title)
    page += "\n\(replayed.subject), \(count) \(count == 1 ? "step" : "steps")\n\n"
    let view = TimelineView.view(of: replayed.subject)
    var table = TextTable(
      [
        .init("step", .right), .init(view.momentTitle), .init("after", .right),
        .init("operation"), .init("result"),
      ] + view.columns.map { .init($0.title, .decimal) })
    var last: UInt64?
    for (index, step) in replayed.steps.enumerated() {
      let description = StepDescription(step)
      let elapsed = last.map { step.moment - $0 } ?? 0
      table.append(
        [
          String(index), view.moment(step.moment),
          elapsed == 0 ? "" : view.elapsed(elapsed), description.operation, description.result,
        ] + view.columns.map { $0.cell(step) })
      for note in description.notes { table.append(["", "", "", "", note]) }
      last = step.moment
    }
    return page + table.text() + accountPage(view)
  }

  /// A case that is one call, on one line.
  private var callLine: String {
    let answer =
      switch replayed.outcome {
      case .output(let value): value.compactText
      case .reverted(let name): "reverts with \(name)"
      case nil: ""
      }
    return "\(replayed.subject) \(replayed.node["in"]?.value.compactText ?? "") -> \(answer)\n"
  }

  /// The accounts after the last step.
  private func accountPage(_ view: TimelineView) -> String {
    guard let state = replayed.steps.last?.state, !view.accountColumns.isEmpty,
      let accounts = JSONNode(value: state)["accounts"]?.members, !accounts.isEmpty
    else { return "" }
    var table = TextTable(
      [.init("account at the end")] + view.accountColumns.map { .init($0.title, .decimal) })
    for account in accounts {
      table.append(
        [account.key] + view.accountColumns.map { StepFigure.tokens(account.node[$0.key]) })
    }
    return "\n" + table.text()
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
