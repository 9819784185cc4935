public import FixedPoint
public import Faults

/// The two figures that are called a pool's share price, named apart.
///
/// Both are BERA per share, exact; a caller rounds once, when the figure is shown.
public struct PoolSharePrice: Hashable, Sendable {
  /// Total assets over total supply, or nil while no share exists (a price is missing, not zero).
  public let ratio: ExactRational?
  /// What the ERC-4626 conversions use: (assets + 1) / (supply + 1), one virtual asset and one
  /// virtual share (OpenZeppelin ERC4626 v5, decimals offset 0).
  public let conversion: ExactRational

  /// The prices of a pool.
  ///
  /// - Parameters:
  ///   - totalAssets: the pool's assets in wei.
  ///   - totalSupply: the shares in existence, in 1e18 units.
  /// - Throws: `Fault` for a negative amount.
  public init(
    totalAssets: ExactInteger, totalSupply: ExactInteger
  ) throws(Fault) {
    try Fault.requireNotNegative(totalAssets, "totalAssets")
    try Fault.requireNotNegative(totalSupply, "totalSupply")
    self.init(assets: totalAssets, supply: totalSupply)
  }

  /// The prices of amounts that cannot be negative.
  init(assets: ExactInteger, supply: ExactInteger) {
    precondition(!assets.isNegative && !supply.isNegative, "a pool that cannot be negative is")
    ratio = supply.isZero ? nil : ExactRational(assets, overNonZero: supply)
    conversion = ExactRational(assets + 1, overNonZero: supply + 1)
  }
}
