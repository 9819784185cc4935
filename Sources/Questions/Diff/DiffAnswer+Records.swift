internal import FixedPoint
internal import Yields
internal import Quantities
package import Text

// The explanations as records: one JSON object a vault, one CSV row an explanation.

extension DiffAnswer: AnswerRecord {
  package var json: JSONValue {
    .members([
      "vault": .text(snapshot.vault), "name": .text(snapshot.name),
      "published": .string(text), "publishedFraction": .string(plain(diff.published.value)),
      "tolerance": .string(plain(diff.tolerance)),
      "apr": .string(diff.figure.wad(rounding: .down).text()),
      "aprPercent": .string(APR(diff.figure.wad(rounding: .down)).percent),
      "agrees": .bool(diff.agrees), "explained": .bool(!diff.explanations.isEmpty),
      "explanationCount": .number(String(diff.explanations.count)),
      "explanations": .elements(listed.map(json(of:))),
      "nearest": .elements(diff.nearest.map(json(of:))),
      "commissionBps": .text(commission.map { String($0.value) }),
      "evaluatedAt": .count(time.seconds), "yearSeconds": .count(year.seconds),
    ])
  }

  package var csvHeader: [String] {
    ["vault", "name", "published", "apr", "rank", "conventions", "figure", "difference"]
  }

  package var csvRecords: [[String?]] {
    listed.enumerated().map { index, explanation in
      [
        snapshot.vault, snapshot.name, text, diff.figure.wad(rounding: .down).text(),
        String(index + 1),
        explanation.conventions.map(\.name).joined(separator: "+"), plain(explanation.figure),
        plain(explanation.difference),
      ]
    }
  }

  /// The explanations up to the limit.
  var listed: ArraySlice<PublishedExplanation> { diff.explanations.prefix(limit) }

  /// A fraction as plain decimals, rounded half to even at the 18th.
  func plain(_ value: ExactRational) -> String { value.wad(rounding: .halfEven).text() }

  func percent(_ value: ExactRational) -> String {
    (value * ExactRational(100)).wad(rounding: .halfEven).text()
  }

  private func json(of explanation: PublishedExplanation) -> JSONValue {
    .members([
      "conventions": .elements(explanation.conventions.map { .string($0.name) }),
      "sentences": .elements(
        explanation.conventions.map { .string("the published figure \($0.sentence)") }),
      "figure": .string(plain(explanation.figure)),
      "figurePercent": .string(percent(explanation.figure)),
      "difference": .string(plain(explanation.difference)),
    ])
  }
}
