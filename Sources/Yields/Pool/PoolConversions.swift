internal import Contracts
internal import EVMArithmetic
public import FixedPoint
public import Faults

/// A pool's conversions between BERA and shares, as its contract makes them.
///
/// Source: OpenZeppelin ERC4626 v5 with one virtual asset and one virtual share; the arithmetic is
/// `ERC4626Shares`. Deposits and redemptions round down, mints and withdrawals up: always
/// for the pool.
public struct PoolConversions: Hashable, Sendable {
  private let contract: ERC4626Shares

  /// The conversions of a pool with `totalAssets` wei of BERA and `totalSupply` shares in 1e18 units.
  ///
  /// - Throws: `Fault` for amounts that no word holds.
  public init(totalAssets: ExactInteger, totalSupply: ExactInteger) throws(Fault) {
    contract = ERC4626Shares(
      totalAssets: try totalAssets.word("totalAssets"),
      totalSupply: try totalSupply.word("totalSupply"))
  }

  /// `previewDeposit`: the shares for a deposit in wei, rounded down.
  ///
  /// - Throws: `Fault` beyond 256 bits.
  public func sharesForDeposit(_ assets: ExactInteger) throws(Fault) -> ExactInteger {
    try asking("previewDeposit", assets, "assets", ERC4626Shares.previewDeposit)
  }

  /// `previewMint`: what minting shares costs in wei, rounded up.
  ///
  /// - Throws: `Fault` beyond 256 bits.
  public func assetsForMint(_ shares: ExactInteger) throws(Fault) -> ExactInteger {
    try asking("previewMint", shares, "shares", ERC4626Shares.previewMint)
  }

  /// `previewWithdraw`: the shares that a withdrawal in wei costs, rounded up.
  ///
  /// - Throws: `Fault` beyond 256 bits.
  public func sharesForWithdrawal(_ assets: ExactInteger) throws(Fault) -> ExactInteger {
    try asking("previewWithdraw", assets, "assets", ERC4626Shares.previewWithdraw)
  }

  /// `previewRedeem`: what redeeming shares gives in wei, rounded down.
  ///
  /// - Throws: `Fault` beyond 256 bits.
  public func assetsForRedemption(_ shares: ExactInteger) throws(Fault) -> ExactInteger {
    try asking("previewRedeem", shares, "shares", ERC4626Shares.previewRedeem)
  }

  private func asking(
    _ function: String, _ amount: ExactInteger, _ field: String,
    _ preview: (ERC4626Shares) -> (UInt256) throws(Revert) -> UInt256
  ) throws(Fault) -> ExactInteger {
    let word = try amount.word(field)
    return ExactInteger(
      try Fault.asking("ERC4626.\(function)") { () throws(Revert) in try preview(contract)(word) })
  }
}

extension StakingPool {
  /// The conversions of this moment.
  var conversions: PoolConversions {
    get throws(Fault) {
      try PoolConversions(totalAssets: assets.total, totalSupply: totalSupply)
    }
  }
}
