public import EVMArithmetic

/// Conversions between assets and shares of an ERC-4626 vault.
///
/// Source: OpenZeppelin contracts v5.1.0, token/ERC20/extensions/ERC4626.sol and
/// utils/math/Math.sol. Virtual shares (`10^decimalsOffset`) and one virtual asset keep the first
/// depositor from setting any price. Rounding is always for the vault.
public struct ERC4626Shares: Hashable, Sendable {
  /// Base units of the asset that the vault holds for its shares.
  public var totalAssets: UInt256
  /// Shares in circulation.
  public var totalSupply: UInt256
  /// How many decimals shares have more than assets: `_decimalsOffset`.
  public let decimalsOffset: UInt8

  /// Describes a vault.
  public init(totalAssets: UInt256, totalSupply: UInt256, decimalsOffset: UInt8 = 0) {
    self.totalAssets = totalAssets
    self.totalSupply = totalSupply
    self.decimalsOffset = decimalsOffset
  }

  /// Which way a conversion rounds.
  public enum Rounding: Hashable, Sendable {
    /// `Math.Rounding.Floor`.
    case down
    /// `Math.Rounding.Ceil`.
    case up
  }

  /// `_convertToShares`.
  ///
  /// - Parameters:
  ///   - assets: Base units of the asset.
  ///   - rounding: Which way to round.
  /// - Returns: `assets * (totalSupply + 10^offset) / (totalAssets + 1)`.
  /// - Throws: `Panic(0x11)` when a sum or the result exceeds 256 bits.
  public func shares(forAssets assets: UInt256, rounding: Rounding) throws(Revert) -> UInt256 {
    try Self.mulDiv(
      assets, try totalSupply + (try virtualShares()), try totalAssets + 1, rounding: rounding)
  }

  /// `_convertToAssets`.
  ///
  /// - Parameters:
  ///   - shares: Shares.
  ///   - rounding: Which way to round.
  /// - Returns: `shares * (totalAssets + 1) / (totalSupply + 10^offset)`.
  /// - Throws: `Panic(0x11)` when a sum or the result exceeds 256 bits.
  public func assets(forShares shares: UInt256, rounding: Rounding) throws(Revert) -> UInt256 {
    try Self.mulDiv(
      shares, try totalAssets + 1, try totalSupply + (try virtualShares()), rounding: rounding)
  }

  /// `previewDeposit`: the shares that depositing assets gives, rounded down.
  ///
  /// - Parameter assets: Base units of the asset.
  /// - Returns: Shares.
  /// - Throws: `Panic(0x11)` beyond 256 bits.
  public func previewDeposit(_ assets: UInt256) throws(Revert) -> UInt256 {
    try shares(forAssets: assets, rounding: .down)
  }

  /// `previewMint`: the assets that minting shares costs, rounded up.
  ///
  /// - Parameter shares: Shares.
  /// - Returns: Base units of the asset.
  /// - Throws: `Panic(0x11)` beyond 256 bits.
  public func previewMint(_ shares: UInt256) throws(Revert) -> UInt256 {
    try assets(forShares: shares, rounding: .up)
  }

  /// `previewWithdraw`: the shares that withdrawing assets costs, rounded up.
  ///
  /// - Parameter assets: Base units of the asset.
  /// - Returns: Shares.
  /// - Throws: `Panic(0x11)` beyond 256 bits.
  public func previewWithdraw(_ assets: UInt256) throws(Revert) -> UInt256 {
    try shares(forAssets: assets, rounding: .up)
  }

  /// `previewRedeem`: the assets that redeeming shares gives, rounded down.
  ///
  /// - Parameter shares: Shares.
  /// - Returns: Base units of the asset.
  /// - Throws: `Panic(0x11)` beyond 256 bits.
  public func previewRedeem(_ shares: UInt256) throws(Revert) -> UInt256 {
    try assets(forShares: shares, rounding: .down)
  }

  /// `10 ** _decimalsOffset()`, checked.
  private func virtualShares() throws(Revert) -> UInt256 {
    var power = UInt256.one
    for _ in 0..<decimalsOffset { power = try power * 10 }
    return power
  }

  /// OpenZeppelin's `Math.mulDiv`, which panics where Solady has errors of its own.
  private static func mulDiv(
    _ x: UInt256, _ y: UInt256, _ denominator: UInt256, rounding: Rounding
  ) throws(Revert) -> UInt256 {
    if denominator.isZero { throw .divisionByZero }
    let product = x.multipliedFullWidth(by: y)
    guard let (quotient, remainder) = denominator.dividingFullWidth(product) else {
      throw .arithmeticOverflow
    }
    return rounding == .down || remainder.isZero ? quotient : try quotient + 1
  }
}
