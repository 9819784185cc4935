internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text
internal import YieldKernels
internal import Yields

// The explanations as rows for programs, in order of rank.

extension DiffQuestion {
  static let explanations = "explanations"
  static let columns = answer.columns(of: explanations)

  func rows(_ listed: ArraySlice<PublishedExplanation>, _ diff: VaultDiff) -> [[Figure]] {
    listed.enumerated().map { index, explanation in
      row(
        explanation, rank: explanation.agreement == nil ? .null : .number(String(index + 1)),
        names: explanation.conventions.map(\.name), hypotheses: diff.hypotheses)
    }
  }

  /// The row of a figure that nothing explains: the nearest, where there is any; without a difference
  /// nobody stakes.
  func unexplained(_ diff: VaultDiff?) -> [Figure] {
    row(
      diff?.closest, rank: .null, names: [diff == nil ? VaultStatus.noStake.name : "none"],
      hypotheses: diff?.hypotheses ?? 0)
  }

  private func row(
    _ explanation: PublishedExplanation?, rank: JSONValue, names: [String], hypotheses: Int
  ) -> [Figure] {
    func decimals(_ value: ExactRational?) -> JSONValue { .text(value?.plainText) }
    let (figure, difference) = (explanation?.figure, explanation?.difference)
    let sentences = explanation?.conventions.map { "the published figure \($0.sentence)" } ?? []
    let values: [JSONValue] = [
      rank, .elements(names.map { .string($0) }), .elements(sentences.map { .string($0) }),
      decimals(figure), decimals(figure.map { $0 * ExactRational(100) }),
      decimals(difference), decimals(difference.map { $0 * ExactRational(100) }),
      .text(explanation?.agreement?.rawValue), .number(String(hypotheses)),
    ]
    return zip(Self.columns, values).map { .program($0, $1) }
  }
}
