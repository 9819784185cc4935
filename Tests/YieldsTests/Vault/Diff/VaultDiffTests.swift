import Contracts
import FixedPoint
import Yields
import Quantities
import TestSupport
import Testing

/// Published figures and the conventions behind them.
///
///     planted ── one convention, 1060 figures ── always found, nearly always first
///             └─ two conventions ── always found
///     order ── fewer conventions, then what rounds to the published digits, then the closer figure
///     none ── the figures agree, or do not
///          └─ nothing explains: no explanation, the nearest named
///     edge ── nobody stakes, price of 1, published zero, tolerance
struct VaultDiffTests {
  @Test func `a planted convention is found, and ranked first`() throws {
    let planted = try DiffVector.all().filter { !$0.conventions.contains("+") }
    #expect(planted.count == 1060)
    var first = 0
    for vector in planted {
      let diff = try #require(try vector.diff(mostConventions: 1))
      let names = diff.explanations.map { $0.conventions.map(\.name).joined(separator: "+") }
      #expect(names.contains(vector.conventions), "\(vector.published): \(names)")
      // Two conventions can give the same figure: a raw price of 18 decimals, a rate at scale 1e18.
      let place = names.firstIndex(of: vector.conventions)
      if place.map({ diff.explanations[$0].figure }) == diff.explanations.first?.figure {
        first += 1
      }
      try expectDocumentedOrder(of: diff)
    }
    #expect(first >= 1000, "ranked first in \(first) of 1060")
  }

  @Test func `a planted pair is found`() throws {
    let planted = try DiffVector.all().filter { $0.conventions.contains("+") }
    #expect(planted.count == 60)
    for vector in planted {
      let diff = try #require(try vector.diff(mostConventions: 2))
      let names = diff.explanations.map { Set($0.conventions.map(\.name)) }
      #expect(
        names.contains(Set(vector.conventions.split(separator: "+").map(String.init))),
        "\(vector.conventions) \(vector.published): \(names)")
      try expectDocumentedOrder(of: diff)
    }
  }

  /// The exact figure is 0.500204...; each of these is what rounding it gives.
  @Test(arguments: [
    ("0.5", "0.01"), ("0.5", "0.001"), ("0.5002", "0.0001"), ("0.50020", "0.00001"),
    ("0.500205", "0.000001"), ("0.500204779481316715", "0.000000000000000001"),
  ])
  func `figures that agree need no convention`(published: String, lastDigit: String) throws {
    let diff = try Self.documentation(published, lastDigit: lastDigit)
    #expect(diff.agrees)
    #expect(diff.explanations.first?.conventions == [])
  }

  @Test(arguments: [
    ("0.5002", "0.0001", PublishedAgreement.rounded), ("0.50020", "0.00001", .rounded),
    ("0.500204", "0.000001", .cutOff), ("0.500205", "0.000001", .rounded),
    ("0.500204779481316715", "0.000000000000000001", .cutOff),
    ("0.5002047794813167150", "0.0000000000000000001", .doublePrecision),
  ])
  func `the rule by which figures agree`(
    published: String, lastDigit: String, rule: PublishedAgreement
  ) throws {
    #expect(try Self.documentation(published, lastDigit: lastDigit).agreement == rule)
  }

  /// More than a unit of the last digit away, or nearer to zero: neither rounding nor cutting off gives
  /// them.
  @Test(arguments: [
    ("0.51", "0.01"), ("0.501", "0.001"), ("0.5003", "0.0001"),
    ("0.49", "0.01"), ("0.52", "0.01"), ("0.502", "0.001"), ("0.499", "0.001"),
    ("0.5004", "0.0001"), ("0.5001", "0.0001"), ("0.500206", "0.000001"), ("50", "1"),
  ])
  func `figures that do not agree are not said to`(published: String, lastDigit: String) throws {
    let diff = try Self.documentation(published, lastDigit: lastDigit)
    #expect(!diff.agrees)
    #expect(!diff.explanations.contains { $0.conventions.isEmpty })
  }

  @Test func `what nothing explains is said to be so, with what is nearest`() throws {
    let diff = try Self.documentation("0.777", lastDigit: "0.001")
    #expect(!diff.agrees)
    #expect(diff.explanations.isEmpty)
    // 0.8720, 0.6491, 1: none of them within the published digit.
    #expect(
      diff.nearest.map(\.conventions)
        == [
          [.otherEraBlockReward(.bgt)], [.compoundedContinuously],
          [.compounded(periodsPerYear: 15_768_000)],
        ])
  }

  @Test func `a price of one that is left out explains nothing`() throws {
    let diff = try Self.documentation("0.5002", lastDigit: "0.0001", rewardPrice: "1")
    #expect(!diff.explanations.contains { $0.conventions == [.rewardPriceMissing] })
  }

  @Test func `a raw oracle price is one convention, not two`() throws {
    let diff = try Self.documentation("0.000000005002047794", lastDigit: "0.000000000000000001")
    #expect(diff.explanations.first?.conventions == [.stakePriceRaw(decimals: 8)])
  }

  @Test func `a zero is a zero, not anything below one`() throws {
    let diff = try Self.documentation("0", lastDigit: "1")
    #expect(diff.explanations.map(\.conventions) == [[.readAsZero]])
  }

  @Test func `a single digit does not agree with everything`() throws {
    #expect(try !Self.documentation("1", lastDigit: "1").agrees)
    #expect(try Self.documentation("0.5", lastDigit: "0.1").agrees)
  }

  @Test func `the tolerance asked for is the one used`() throws {
    let tolerance = try ExactRational(parsing: "0.3")
    #expect(try Self.documentation("0.777", lastDigit: "0.001", tolerance: tolerance).agrees)
    #expect(
      try Self.documentation("0.5003", lastDigit: "0.0001", tolerance: .zero).explanations.isEmpty)
  }

  @Test func `without a stake there is nothing to compare with`() throws {
    let figure = PublishedFigure(value: .one, lastDigit: .one)
    let convention = YieldConvention(time: try Timestamp(1_767_600_000))
    let empty = try Self.vault(totalSupply: 0)
    let diff = VaultDiff(explaining: figure, of: empty, under: convention)
    #expect(diff?.figure == nil)
  }

  private static func vault(
    rewardPrice: String = "7.8", totalSupply: ExactInteger = 598_626_940_947_001_140_289
  ) throws -> VaultSnapshot {
    VaultSnapshot(
      rewardRate: try RewardRate(raw: 272_490_527_103_681_170_793_308_992_914_391_673),
      periodFinish: nil,
      totalSupply: try TokenAmount(raw: totalSupply, decimals: .eighteen),
      rewardPrice: try Price(Wad(parsing: rewardPrice)),
      stakePrice: try Price(Wad(parsing: "223845.58")))
  }

  private static func documentation(
    _ published: String, lastDigit: String, rewardPrice: String = "7.8",
    tolerance: ExactRational? = nil
  ) throws -> VaultDiff {
    let figure = PublishedFigure(
      value: try ExactRational(parsing: published), lastDigit: try ExactRational(parsing: lastDigit)
    )
    let convention = YieldConvention(time: try Timestamp(1_767_600_000))
    return try #require(
      VaultDiff(
        explaining: figure, of: try vault(rewardPrice: rewardPrice), under: convention,
        tolerance: tolerance))
  }
}
