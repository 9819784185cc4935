import Contracts
import FixedPoint
import Quantities
import TestSupport
import Testing
import Yields

/// One row of `Tests/Vectors/diff.csv`: a figure that mpmath made under known conventions
/// (`Tests/Vectors/generators/diff.py`).
struct DiffVector: Sendable {
  let place: String
  let snapshot: VaultSnapshot
  let time: Timestamp
  let commission: BasisPoints?
  let tokenSupply: ExactInteger?
  let era: ProtocolProfile.Era?
  let otherRewardPrice: Price?
  let published: String
  let conventions: String

  static func all() throws -> [DiffVector] {
    try VectorRow.all(in: "diff.csv").map { try DiffVector($0) }
  }

  private init(_ row: VectorRow) throws {
    place = row.place
    snapshot = VaultSnapshot(
      rewardRate: try RewardRate(raw: try row.integer("rewardRate")),
      periodFinish: try row.timestamp("periodFinish"),
      totalSupply: try row.stake("totalSupply"),
      rewardPrice: try row.price("rewardPrice"), stakePrice: try row.price("stakePrice"))
    time = try row.timestamp("at")
    commission = try row.valueIfPresent("commission") { Int($0) }.map { try BasisPoints($0) }
    tokenSupply = try row.integerIfPresent("tokenSupply")
    era = try row.valueIfPresent("era") { ProtocolProfile.Era(rawValue: $0) }
    otherRewardPrice = try row.valueIfPresent("otherRewardPrice") {
      try Price(try Wad(parsing: $0))
    }
    published = try row.text("published")
    conventions = try row.text("conventions")
  }

  func diff(mostConventions: Int) throws -> VaultDiff? {
    let isPercent = published.hasSuffix("%")
    let number = isPercent ? String(published.dropLast()) : published
    let decimals = number.split(separator: ".").dropFirst().first?.count ?? 0
    let scale = ExactRational.powerOfTen(isPercent ? -2 : 0)
    return VaultDiff(
      explaining: PublishedFigure(
        value: try ExactRational(parsing: number) * scale,
        lastDigit: .powerOfTen(-decimals) * scale),
      of: snapshot, under: YieldConvention(time: time), commission: commission,
      wholeSupply: tokenSupply, era: era ?? .polNext, otherRewardPrice: otherRewardPrice,
      mostConventions: mostConventions)
  }
}
