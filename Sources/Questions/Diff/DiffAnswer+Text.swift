internal import FixedPoint
internal import Yields
internal import Quantities
internal import Text

// A comparison as a page for people: the two figures, the verdict, the explanations.

extension DiffAnswer {
  /// The page: figures, verdict, explanations.
  ///
  /// - Parameter style: digits and colour.
  /// - Returns: lines that end in a line feed.
  package func page(_ style: TextStyle) -> String {
    let names = [snapshot.name, snapshot.vault].compactMap { $0 }
    let name = names.isEmpty ? "Reward vault" : names.joined(separator: "  ")
    var sections = [style.heading("\(name)  [diff]"), figureTable(style)]
    sections.append(style.heading("  \(verdict)") + "\n")
    let shown = diff.explanations.isEmpty ? diff.nearest[...] : listed
    let table = explanationTable(shown, style)
    if !table.isEmpty { sections.append(table) }
    return sections.joined(separator: "\n")
  }

  private func figureTable(_ style: TextStyle) -> String {
    var table = TextTable([.init(""), .init("", .decimal), .init("")])
    let value = diff.published.value.wad(rounding: .halfEven)
    table.append(["published", value.text(), "\(style.percent(value)), written \(text)"])
    let ours = diff.figure.wad(rounding: .down)
    let net = commission.map { ", net of \($0)" } ?? ""
    table.append(["APR", ours.text(), style.percent(ours) + net])
    table.append(["tolerance", plain(diff.tolerance), ""])
    return table.text(indent: 2)
  }

  private var verdict: String {
    if diff.agrees { return "The figures agree within the tolerance: no convention is needed." }
    guard let best = diff.explanations.first else {
      return "No known convention, alone or with another, explains the published figure."
        + (diff.nearest.isEmpty ? "" : " The nearest:")
    }
    let clauses = best.conventions.map(\.sentence).joined(separator: ", and ")
    return "The published figure \(clauses)."
  }

  private func explanationTable(
    _ shown: ArraySlice<PublishedExplanation>, _ style: TextStyle
  ) -> String {
    let needed = shown.filter { !$0.conventions.isEmpty }
    guard !needed.isEmpty else { return "" }
    var table = TextTable([
      .init("", .right), .init("figure", .decimal), .init("off by", .right),
      .init("the published figure"),
    ])
    for (index, explanation) in needed.enumerated() {
      let figure = isPercent ? "\(percent(explanation.figure))%" : plain(explanation.figure)
      let off = explanation.difference.isZero ? "0" : explanation.difference.shortText()
      for (line, convention) in explanation.conventions.enumerated() {
        table.append([
          line == 0 ? "\(index + 1)" : "", line == 0 ? figure : "", line == 0 ? off : "",
          (line == 0 ? "" : "and ") + convention.sentence,
        ])
      }
    }
    let rest = diff.explanations.count - listed.count
    return table.text(indent: 2)
      + (rest > 0 ? "\n  and \(rest) more within the tolerance (--limit)\n" : "")
  }
}
