import FixedPoint
import TestSupport
import YieldKernels

/// One row of `Tests/Vectors/kernel_apr.csv`, computed by Python's integers
/// (`Tests/Vectors/generators/kernel_apr.py`).
struct APRVector: Sendable {
  let rewardRate: ExactInteger
  let rewardPrice: Wad
  let totalSupply: ExactInteger
  let stakePrice: Wad
  let factor: AnnualFactor
  /// The expected APR scaled by 1e18, or `nil` where the divisor is zero.
  let apr: ExactInteger?

  static func all() throws -> [APRVector] {
    try VectorRow.all(in: "kernel_apr.csv").map { row in
      func integer(_ column: String) throws -> ExactInteger {
        try row.value(column) { try ExactInteger(parsing: $0) }
      }
      return APRVector(
        rewardRate: try integer("rewardRate"), rewardPrice: Wad(raw: try integer("rewardPrice")),
        totalSupply: try integer("totalSupply"), stakePrice: Wad(raw: try integer("stakePrice")),
        factor: AnnualFactor(
          secondsPerYear: try row.value("secondsPerYear") { UInt64($0) },
          stakeDecimals: try row.value("stakeDecimals") { UInt8($0) },
          commissionBasisPoints: try row.value("commission") { UInt16($0) }),
        apr: try row.valueIfPresent("apr") { try ExactInteger(parsing: $0) })
    }
  }

  /// The four inputs as 128-bit words, in the order R, Pr, S, Ps; `nil` where one is wider.
  var words: (UInt128, UInt128, UInt128, UInt128)? {
    guard let rate = UInt128(exactly: rewardRate),
      let price = UInt128(exactly: rewardPrice.rawValue),
      let supply = UInt128(exactly: totalSupply), let unit = UInt128(exactly: stakePrice.rawValue)
    else {
      return nil
    }
    return (rate, price, supply, unit)
  }
}
