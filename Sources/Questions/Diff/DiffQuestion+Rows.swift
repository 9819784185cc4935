internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import Yields

// The explanations as rows: for programs in order of rank, for people with their sentences.

extension DiffQuestion {
  static let explanations = "explanations"
  static let columns = answer.columns(of: explanations)

  func row(_ explanation: PublishedExplanation) -> [Figure] {
    let conventions = explanation.conventions
    let values: [JSONValue] = [
      .elements(conventions.map { .string($0.name) }),
      .elements(conventions.map { .string("the published figure \($0.sentence)") }),
      .string(plain(explanation.figure)), .string(percent(explanation.figure)),
      .string(plain(explanation.difference)),
    ]
    return zip(Self.columns, values).map { .program($0, $1) }
  }

  /// The comparison in a line among those of other vaults.
  func summary(of diff: VaultDiff, _ snapshot: VaultSnapshot) -> [Figure] {
    let best =
      diff.agrees
      ? "agrees"
      : diff.explanations.first.map { explanation in
        explanation.conventions.map(\.sentence).joined(separator: ", and ")
      }
    return [
      snapshot.nameFigure,
      .ratio("published", "published", diff.published.value.wad(rounding: .halfEven)),
      .ratio("apr", "exact APR", diff.figure.wad(rounding: .down)),
      Figure(
        "explanation", "the published figure", .text(best),
        text: Phrase(best ?? "is not explained")),
    ]
  }

  /// The two figures and how far they may be apart.
  func figureCells(_ diff: VaultDiff, apr: APR) -> Cells {
    let value = diff.published.value.wad(rounding: .halfEven)
    let net = commission.map { "net of \($0)" } ?? ""
    return Cells(
      [.init(""), .init("", .decimal), .init("")],
      rows: [
        ["published", Phrase(.percent(value)), "written \(text)"],
        ["exact APR", Phrase(.percent(apr.wad)), Phrase(net)],
        ["tolerance", Phrase(.percent(diff.tolerance.wad(rounding: .halfEven))), ""],
      ])
  }

  func verdict(_ diff: VaultDiff) -> String {
    if diff.agrees { return "The two figures agree within the tolerance." }
    guard let best = diff.explanations.first else {
      return "No known convention, alone or combined with another, explains the published figure."
        + (diff.nearest.isEmpty ? "" : " The nearest:")
    }
    let clauses = best.conventions.map(\.sentence).joined(separator: ", and ")
    return "The published figure \(clauses)."
  }

  /// One line a convention; nil where no convention is needed.
  func explanationCells(_ shown: ArraySlice<PublishedExplanation>) -> Cells? {
    let needed = shown.filter { !$0.conventions.isEmpty }
    guard !needed.isEmpty else { return nil }
    var cells = Cells([
      .init("", .right), .init("figure", .decimal), .init("off by", .decimal),
      .init("the published figure"),
    ])
    for (index, explanation) in needed.enumerated() {
      let figure = Phrase(.percent(explanation.figure.wad(rounding: .halfEven)))
      let off = Phrase(.percent(explanation.difference.wad(rounding: .halfEven)))
      for (line, convention) in explanation.conventions.enumerated() {
        cells.rows.append(
          line == 0
            ? ["\(index + 1)", figure, off, "\(convention.sentence)"]
            : ["", "", "", "and \(convention.sentence)"])
      }
    }
    return cells
  }
}
