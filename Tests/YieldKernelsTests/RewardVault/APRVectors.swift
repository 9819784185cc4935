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
    let text = String(decoding: try VectorFile.bytes("kernel_apr.csv"), as: UTF8.self)
    return try text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let integers = try fields.prefix(4).map { try ExactInteger(parsing: $0) }
      return APRVector(
        rewardRate: integers[0], rewardPrice: Wad(raw: integers[1]), totalSupply: integers[2],
        stakePrice: Wad(raw: integers[3]),
        factor: AnnualFactor(
          secondsPerYear: UInt64(fields[5]) ?? 0, stakeDecimals: UInt8(fields[4]) ?? 0,
          commissionBasisPoints: UInt16(fields[6]) ?? 0),
        apr: fields[7].isEmpty ? nil : try ExactInteger(parsing: fields[7]))
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
