public import FixedPoint
public import Quantities
public import Faults

/// Fees on a pool's rewards, which are paid in newly minted shares.
public enum FeeShares {
  /// The fee on a reward: `reward * feeRate / 10_000`, in wei, rounded down (for the stakers).
  ///
  /// - Parameters:
  ///   - reward: the staker rewards that the fee is on, in wei.
  ///   - feeRate: the protocol fee of the pool.
  /// - Returns: the fee in wei.
  public static func fee(on reward: ExactInteger, feeRate: BasisPoints) -> ExactInteger {
    feeRate.floor(of: reward)
  }

  /// The shares that pay `fee`: `fee * supply / (assets - fee)`, rounded down (for the stakers).
  ///
  /// Priced so that the shares that exist keep the value net of the fee.
  /// Source: staking pools, `StakingPool.mintFeeShares`.
  ///
  /// - Parameters:
  ///   - fee: the fee in wei.
  ///   - totalAssets: the pool's assets in wei, the whole reward included.
  ///   - totalSupply: the shares before the mint.
  /// - Returns: the shares to mint.
  /// - Throws: `Fault` for a negative amount, or a fee not below the assets.
  public static func minted(
    fee: ExactInteger, totalAssets: ExactInteger, totalSupply: ExactInteger
  ) throws(Fault) -> ExactInteger {
    try Fault.requireNotNegative(fee, "fee")
    try Fault.requireNotNegative(totalSupply, "totalSupply")
    guard !fee.isZero else { return 0 }
    guard fee < totalAssets else {
      throw .invalid(
        field: "protocolFeeBps", found: "a fee of \(fee) wei",
        expected: "less than the total assets, \(totalAssets)")
    }
    return fee.multiplied(
      by: totalSupply, dividedByNonZero: totalAssets - fee, rounding: .down)
  }
}
