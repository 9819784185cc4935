internal import YieldKernels
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import Yields

// The comparison as people read it, in the unit in which the figure was published.

extension DiffQuestion {
  /// The comparison in a line among those of other vaults.
  func summary(of diff: VaultDiff?, _ report: VaultReport) -> [Figure] {
    let apr = diff?.figure.wad(rounding: .down)
    return [
      report.snapshot.nameFigure, .text("status", "status", report.status.name),
      Figure(
        "published", "published", .string(published.value.plainText),
        text: reading(published.value)),
      apr.map { .ratio("apr", "exact APR", $0) } ?? .none("apr", "exact APR", NoYield.nobodyStakes),
      Figure(
        "explanation", "the published figure", .text(outcome(diff)),
        text: Phrase(outcome(diff) ?? "is not explained")),
    ]
  }

  private func outcome(_ diff: VaultDiff?) -> String? {
    guard let diff else { return VaultStatus.noStake.name }
    guard !diff.agrees else { return "agrees" }
    return diff.explanations.first.map { "perhaps " + clauses($0) }
  }

  func append(_ diff: VaultDiff, toPage sheet: inout Sheet) {
    let listed = diff.explanations.prefix(limit)
    sheet.append(.init(.cells(figureCells(diff)), for: .text))
    sheet.append(.init(.statement("  \(verdict(diff))", isBold: true), for: .text))
    guard let cells = explanationCells(listed.isEmpty ? diff.nearest[...] : listed) else { return }
    sheet.append(.init(.cells(cells), for: .text))
    let more = diff.explanations.count - listed.count
    let rest = more > 0 ? ", \(more) not shown (see --limit)" : ""
    let fitting = diff.explanations.filter { !$0.conventions.isEmpty }.count
    sheet.append(
      .init(
        .statement(
          "  \(fitting) of \(diff.hypotheses) hypotheses fit the published figure\(rest)",
          isBold: false), for: .text))
  }

  /// The two figures and how far they may be apart.
  private func figureCells(_ diff: VaultDiff) -> Cells {
    let net = commission.map { "net of \($0)" } ?? ""
    return Cells(
      [.init(""), .init("", .decimal), .init("")],
      rows: [
        ["published", reading(diff.published.value), "written \(text)"],
        ["exact APR", reading(diff.figure), Phrase(net)],
        ["tolerance", reading(diff.tolerance), Phrase(toleranceRule)],
      ])
  }

  /// Where the tolerance comes from.
  private var toleranceRule: String {
    if tolerance != nil { return "as asked for" }
    if published.value.isZero, published.defaultTolerance.isZero {
      return "a zero without decimals is exactly 0"
    }
    let half = published.lastDigit.divided(byNonZero: ExactRational(2))
    return published.defaultTolerance < half
      ? "a tenth of the figure" : "half a unit of its last digit"
  }

  private func verdict(_ diff: VaultDiff) -> String {
    switch diff.agreement {
    case .rounded: return "The two figures agree, rounded to the published digits."
    case .cutOff: return "The two figures agree, if the published one was cut off, not rounded."
    case .doublePrecision: return "The two figures agree as far as double precision reaches."
    case .tolerance: return "The two figures agree within the tolerance."
    case nil: break
    }
    guard let best = diff.explanations.first else {
      return "No known convention, alone or combined with another, would explain the published "
        + "figure." + (diff.nearest.isEmpty ? "" : " The nearest:")
    }
    return "One explanation would be that the published figure \(clauses(best))."
  }

  private func clauses(_ explanation: PublishedExplanation) -> String {
    explanation.conventions.map(\.sentence).joined(separator: ", and ")
      + (explanation.agreement == .cutOff ? ", cut off, not rounded" : "")
  }

  /// One line a convention; nil where no convention is needed.
  private func explanationCells(_ shown: ArraySlice<PublishedExplanation>) -> Cells? {
    let needed = shown.filter { !$0.conventions.isEmpty }
    guard !needed.isEmpty else { return nil }
    var cells = Cells([
      .init("", .right), .init("figure", .decimal), .init("off by" + points, .decimal),
      .init("the published figure"),
    ])
    for (index, explanation) in needed.enumerated() {
      let figure = reading(explanation.figure)
      let off = Phrase(number(explanation.difference))
      let cut = explanation.agreement == .cutOff ? ", cut off" : ""
      for (line, convention) in explanation.conventions.enumerated() {
        cells.rows.append(
          line == 0
            ? ["\(index + 1)", figure, off, "\(convention.sentence)\(cut)"]
            : ["", "", "", "and \(convention.sentence)"])
      }
    }
    return cells
  }

  private var isPercent: Bool { published.unit != .one }
  private var points: String { isPercent ? ", points" : "" }

  private func reading(_ value: ExactRational) -> Phrase {
    "\(number(value))\(isPercent ? "%" : "")"
  }

  /// The value in the published unit, of which each is a finite decimal.
  private func number(_ value: ExactRational) -> Reading {
    let value = value.divided(byNonZero: published.unit)
    let places = value.denominator.bitWidth
    return .number((value * .powerOfTen(places)).numerator, decimals: places)
  }
}
