package import FixedPoint
package import Quantities
internal import YieldKernels

// A vault's inputs, one after the other and against each other.

extension Plausibility {
  /// What of a vault is known, where a question leaves something out.
  package struct Known: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let rewardRate = Known(rawValue: 1)
    package static let rewardPrice = Known(rawValue: 2)
    package static let stakePrice = Known(rawValue: 4)
    package static let totalSupply = Known(rawValue: 8)
    package static let everything: Known = [.rewardRate, .rewardPrice, .stakePrice, .totalSupply]
  }

  /// The scales of a vault's inputs, in a fixed order; without those that are not known.
  package static func inputs(
    of snapshot: VaultSnapshot, known: Known = .everything
  ) -> [Warning] {
    let hasStake = known.contains([.totalSupply, .stakePrice])
    return [
      known.contains(.rewardRate) ? rate(snapshot.rewardRate, .rewardRate) : nil,
      hasStake ? stake(snapshot.totalSupply, snapshot.stakePrice) : nil,
      known.contains(.rewardPrice) ? price(snapshot.rewardPrice, .rewardPrice) : nil,
      known.contains(.stakePrice) ? price(snapshot.stakePrice, .stakePrice) : nil,
      known.contains(.rewardRate) ? word(snapshot.rewardRate.raw, "rewardRate") : nil,
      known.contains(.totalSupply) ? word(snapshot.totalSupply.raw, "totalSupply") : nil,
      snapshot.undistributedRewards.flatMap { word($0, "undistributedRewards") },
    ].compactMap(\.self)
  }

  /// Prices in each other's place, by the APR that they give both ways.
  package static func exchangedPrices(
    of snapshot: VaultSnapshot, apr: APR, year: YearLength
  ) -> Warning? {
    guard apr.wad < leastAPR || apr.wad > greatestAPR else { return nil }
    var exchanged = snapshot
    (exchanged.rewardPrice, exchanged.stakePrice) = (snapshot.stakePrice, snapshot.rewardPrice)
    guard let other = exchanged.apr(status: .active, year: year), other.wad >= leastLikelyAPR,
      other.wad <= greatestLikelyAPR
    else { return nil }
    let percent = (ExactRational(other.wad) * ExactRational(100)).shortText(significantDigits: 6)
    return Warning(
      .pricesSwapped, "with the prices exchanged the APR would be \(percent) %")
  }

  /// What looks wrong about a vault, with the evidence, in a fixed order.
  static func vault(_ report: VaultReport) -> [Warning] {
    let (snapshot, convention) = (report.snapshot, report.convention)
    var warnings = inputs(of: snapshot)
    if report.status == .active, let apr = report.apr {
      warnings += [exchangedPrices(of: snapshot, apr: apr, year: convention.year)]
        .compactMap(\.self)
    }
    warnings += [
      period(snapshot.periodFinish, at: convention.time),
      snapshot.totalSupply.raw.isZero ? noStake : nil,
      report.apr.flatMap(statedAPR),
    ].compactMap(\.self)
    return warnings + streams(of: report)
  }

  /// A vault that nobody stakes in.
  package static let noStake = Warning(
    .noStake, "totalSupply is 0: nobody stakes, so no APR exists and no reward accrues",
    field: .totalSupply)

  /// An APR for which no APY is stated.
  package static func statedAPR(_ apr: APR) -> Warning? { statedAPR(ExactRational(apr.wad)) }

  /// An exact APR for which no APY is stated; `name` says which of several it is.
  package static func statedAPR(_ apr: ExactRational, _ name: String = "an APR") -> Warning? {
    guard !Compounding.isStated(apr: apr) else { return nil }
    let (limit, short) = (Compounding.largestStatedAPR.text(), apr.shortText(significantDigits: 6))
    // Just above the limit it takes all digits to tell.
    let shown = short == limit ? apr.wad(rounding: .up).text() : short
    return Warning(
      .yieldBeyondRange, "\(name) of \(shown) is above \(limit), up to which an APY is stated")
  }
}
