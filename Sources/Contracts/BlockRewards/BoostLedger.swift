public import EVMArithmetic

/// BGT boosts of validators, as far as the block reward depends on them.
///
/// Source: berachain/contracts, src/pol/BGT.sol.
public struct BoostLedger: Hashable, Sendable {
  /// BGT wei boosting each validator.
  public var boostees: [ValidatorKey: UInt256]
  /// BGT wei boosting all validators.
  public var totalBoosts: UInt256

  /// Makes a ledger.
  public init(boostees: [ValidatorKey: UInt256], totalBoosts: UInt256) {
    self.boostees = boostees
    self.totalBoosts = totalBoosts
  }

  /// `normalizedBoost`: a validator's share of all boosts, a wad rounded down.
  ///
  /// - Parameter validator: The validator.
  /// - Returns: `floor(boosts * 1e18 / totalBoosts)`, 0 while nobody boosts.
  /// - Throws: `DivWadFailed` when the product exceeds 256 bits.
  public func normalizedBoost(of validator: ValidatorKey) throws(Revert) -> UInt256 {
    if totalBoosts.isZero { return .zero }
    return try FixedPointMathLib.divWad(boostees[validator] ?? 0, totalBoosts)
  }
}
