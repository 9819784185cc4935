import FixedPoint
import Yields
import Quantities
import TestSupport
import Testing

/// One row of `Tests/Vectors/diff.csv`: a figure that mpmath made under known conventions
/// (`Scripts/make-diff-vectors.py`).
struct DiffVector: Sendable {
  let snapshot: VaultSnapshot
  let time: Timestamp
  let commission: BasisPoints?
  let tokenSupply: ExactInteger?
  let published: String
  let conventions: String

  static func all() throws -> [DiffVector] {
    let text = String(decoding: try VectorFile.bytes("diff.csv"), as: UTF8.self)
    return try text.split(separator: "\n").dropFirst().map { line in
      try DiffVector(line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    }
  }

  private init(_ cells: [String]) throws {
    let decimals = try TokenDecimals(try #require(Int(cells[4])))
    snapshot = VaultSnapshot(
      rewardRate: try RewardRate(raw: try ExactInteger(parsing: cells[0])),
      periodFinish: try Timestamp(try #require(UInt64(cells[5]))),
      totalSupply: try TokenAmount(raw: try ExactInteger(parsing: cells[2]), decimals: decimals),
      rewardPrice: try Price(Wad(parsing: cells[1])),
      stakePrice: try Price(Wad(parsing: cells[3])))
    time = try Timestamp(try #require(UInt64(cells[6])))
    commission = try Int(cells[7]).map { try BasisPoints($0) }
    tokenSupply = cells[8].isEmpty ? nil : try ExactInteger(parsing: cells[8])
    published = cells[9]
    conventions = cells[10]
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
      wholeSupply: tokenSupply, mostConventions: mostConventions)
  }
}
