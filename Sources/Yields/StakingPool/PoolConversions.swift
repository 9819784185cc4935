internal import Contracts
internal import EVMArithmetic
public import FixedPoint

/// A pool's conversions between BERA and shares, as its contract makes them.
///
/// Source: OpenZeppelin ERC4626 v5 with one virtual asset and one virtual share; the arithmetic is
/// the accounting's `ERC4626Shares`. Deposits and redemptions round down, mints and withdrawals up:
/// always for the pool.
public struct PoolConversions: Hashable, Sendable {
  private let contract: ERC4626Shares

  /// The conversions of a pool.
  ///
  /// - Parameters:
  ///   - totalAssets: wei of BERA.
  ///   - totalSupply: shares in 1e18 units.
  /// - Throws: `AnalyticsError.invalid` for amounts that no word holds.
  public init(totalAssets: ExactInteger, totalSupply: ExactInteger) throws(AnalyticsError) {
    contract = ERC4626Shares(
      totalAssets: try totalAssets.word("totalAssets"),
      totalSupply: try totalSupply.word("totalSupply"))
  }

  /// `previewDeposit`: the shares for a deposit, rounded down.
  ///
  /// - Parameter assets: wei.
  /// - Returns: shares.
  /// - Throws: `AnalyticsError.reverts` beyond 256 bits.
  public func sharesForDeposit(_ assets: ExactInteger) throws(AnalyticsError) -> ExactInteger {
    let word = try assets.word("assets")
    return try Self.asking("previewDeposit") { () throws(Revert) in
      try contract.previewDeposit(word)
    }
  }

  /// `previewMint`: what minting shares costs, rounded up.
  ///
  /// - Parameter shares: shares.
  /// - Returns: wei.
  /// - Throws: `AnalyticsError.reverts` beyond 256 bits.
  public func assetsForMint(_ shares: ExactInteger) throws(AnalyticsError) -> ExactInteger {
    let word = try shares.word("shares")
    return try Self.asking("previewMint") { () throws(Revert) in try contract.previewMint(word) }
  }

  /// `previewWithdraw`: the shares that a withdrawal costs, rounded up.
  ///
  /// - Parameter assets: wei.
  /// - Returns: shares.
  /// - Throws: `AnalyticsError.reverts` beyond 256 bits.
  public func sharesForWithdrawal(_ assets: ExactInteger) throws(AnalyticsError) -> ExactInteger {
    let word = try assets.word("assets")
    return try Self.asking("previewWithdraw") { () throws(Revert) in
      try contract.previewWithdraw(word)
    }
  }

  /// `previewRedeem`: what redeeming shares gives, rounded down.
  ///
  /// - Parameter shares: shares.
  /// - Returns: wei.
  /// - Throws: `AnalyticsError.reverts` beyond 256 bits.
  public func assetsForRedemption(_ shares: ExactInteger) throws(AnalyticsError) -> ExactInteger {
    let word = try shares.word("shares")
    return try Self.asking("previewRedeem") { () throws(Revert) in
      try contract.previewRedeem(word)
    }
  }

  private static func asking(
    _ function: String, _ call: () throws(Revert) -> UInt256
  ) throws(AnalyticsError) -> ExactInteger {
    do throws(Revert) {
      return ExactInteger(try call())
    } catch {
      throw .reverts(function: "ERC4626.\(function)", revert: error)
    }
  }
}

extension StakingPool {
  /// The conversions of this moment.
  var conversions: PoolConversions {
    get throws(AnalyticsError) {
      try PoolConversions(totalAssets: assets.total, totalSupply: totalSupply)
    }
  }
}
