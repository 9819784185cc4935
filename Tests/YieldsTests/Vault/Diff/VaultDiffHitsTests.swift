import FixedPoint
import Quantities
import TestSupport
import Testing
import Yields

/// Figures that nobody planted, against an independent count of what explains them
/// (`Tests/Vectors/generators/diff_hits.py`).
///
///     must ── rounds to the published digits, or is cut off to them ── is an explanation
///     may ── the same, and what is at a bound ── may be one
///     anything else ── is none
@Suite struct VaultDiffHitsTests {
  /// Pairs take ten times as long: every eighth figure, all with a scale of 8 (`make verify`).
  @Test func `explanations are those of an independent count, in the documented order`() throws {
    var hits = 0
    for (index, row) in try VectorRow.all(in: "diff_hits.csv").enumerated() {
      let published = try Self.figure(row.text("published"))
      let most = index % max(1, 8 / TestScale.factor) == 0 ? 2 : 1
      let diff = try #require(
        VaultDiff(
          explaining: published, of: try Self.vault(row.rate()),
          under: YieldConvention(time: try Timestamp(1)), mostConventions: most))
      let found = Set(diff.explanations.map { Self.name($0.conventions) })
      #expect(found.count == diff.explanations.count, "\(row.place): one explanation twice")
      let must = try row.names("must").filter { $0.count <= most }
      #expect(found.isSuperset(of: must), "\(row)")
      #expect(found.isSubset(of: try row.names("may")), "\(row)")
      #expect(diff.agrees == found.contains([]), "\(row.place)")
      try expectDocumentedOrder(of: diff)
      hits += found.isEmpty ? 0 : 1
    }
    #expect(hits > 15)
  }

  /// `exact` are no conventions, `a+b` two.
  private static func name(_ conventions: [PublishedConvention]) -> Set<String> {
    Set(conventions.map(\.name))
  }

  private static func figure(_ text: String) throws -> PublishedFigure {
    let number = text.dropLast()
    let places = number.split(separator: ".").dropFirst().first?.count ?? 0
    return PublishedFigure(
      value: try ExactRational(parsing: number) * .powerOfTen(-2),
      lastDigit: .powerOfTen(-2 - places))
  }

  private static func vault(_ rate: ExactInteger) throws -> VaultSnapshot {
    var vault = try VaultReportTests.documentation()
    vault.rewardRate = try RewardRate(raw: rate)
    return vault
  }
}

extension VectorRow {
  fileprivate func rate() throws -> ExactInteger { try integer("rewardRate") }

  fileprivate func names(_ column: String) throws -> Set<Set<String>> {
    Set(
      try text(column).split(separator: " ").map {
        $0 == "exact" ? [] : Set($0.split(separator: "+").map(String.init))
      })
  }
}

/// Fewer conventions come first, then figures that round to the published digits, then the closer.
///
/// The order among those that round to the published digits is that of `PublishedSubject`.
func expectDocumentedOrder(of diff: VaultDiff) throws {
  for list in [diff.explanations, diff.nearest] {
    let ranks = list.map { explanation -> (count: Int, distance: ExactRational) in
      let distance = explanation.difference.magnitude
      let isPrinted = distance + distance <= diff.published.lastDigit
      return (explanation.conventions.count, isPrinted ? .zero : distance)
    }
    for (rank, next) in zip(ranks, ranks.dropFirst()) {
      #expect(
        rank.count < next.count || rank.count == next.count && rank.distance <= next.distance,
        "\(list.map { $0.conventions.map(\.name) }) for \(diff.published.value)")
    }
  }
  for explanation in diff.explanations + diff.nearest {
    #expect(explanation.difference == explanation.figure - diff.published.value)
  }
  #expect(diff.explanations.isEmpty != diff.nearest.isEmpty)
}
