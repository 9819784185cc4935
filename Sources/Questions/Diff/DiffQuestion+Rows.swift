internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import Yields

// The explanations as rows: for programs in order of rank, for people with their sentences.

extension DiffQuestion {
  static let ranked = "ranked"

  func row(_ explanation: PublishedExplanation) -> [Figure] {
    [
      .program("conventions", .elements(explanation.conventions.map { .string($0.name) })),
      .program(
        "sentences",
        .elements(
          explanation.conventions.map { .string("the published figure \($0.sentence)") })),
      .program("figure", .string(plain(explanation.figure))),
      .program("figurePercent", .string(percent(explanation.figure))),
      .program("difference", .string(plain(explanation.difference))),
    ]
  }

  func rankedTable(
    _ listed: ArraySlice<PublishedExplanation>, apr: APR, of snapshot: VaultSnapshot
  ) -> Table {
    Table(
      Self.ranked,
      rows: listed.enumerated().map { index, explanation in
        [
          .program("vault", .text(snapshot.vault)), .program("name", .text(snapshot.name)),
          .program("published", .string(text)), .program("apr", .string(apr.description)),
          .program("rank", .string(String(index + 1))),
          .program(
            "conventions", .string(explanation.conventions.map(\.name).joined(separator: "+"))),
          .program("figure", .string(plain(explanation.figure))),
          .program("difference", .string(plain(explanation.difference))),
        ]
      },
      columns: [
        "vault", "name", "published", "apr", "rank", "conventions", "figure", "difference",
      ])
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
    if diff.agrees { return "The figures agree within the tolerance: no convention is needed." }
    guard let best = diff.explanations.first else {
      return "No known convention, alone or with another, explains the published figure."
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
