public import EVMArithmetic

/// How one payment of an incentive token divides: the protocol's fee, the validator's commission, the
/// rest.
///
/// Source: `_processIncentives` of RewardVault.sol. All in base units of the token; fee and commission
/// are rounded down, and the three sum up to the amount. PoL Next has no fee: its rate is 0.
public struct IncentiveLegs: Hashable, Sendable {
  /// To the fee collector.
  public let fee: UInt256
  /// To the validator's operator.
  public let validator: UInt256
  /// To BGT boosters, since PoL Next to the collector that auctions it.
  public let rest: UInt256

  /// Divides an amount.
  ///
  /// - Parameters:
  ///   - amount: Base units of the token.
  ///   - feeRate: Basis points of the amount.
  ///   - commissionRate: Basis points of what the fee leaves.
  /// - Throws: `Panic(0x11)` when a product exceeds 256 bits, or the fee the amount.
  public init(
    of amount: UInt256, feeRate: UInt256, commissionRate: UInt256
  ) throws(Revert) {
    fee = try amount.part(basisPoints: feeRate)
    let left = try amount - fee
    validator = try left.part(basisPoints: commissionRate)
    rest = left &- validator
  }

  /// What a notification draws of an incentive: `min(floor(emitted * rate / 1e18), remaining)`.
  ///
  /// - Parameters:
  ///   - emitted: Reward wei that reach the vault, without any leftover.
  ///   - rate: Token base units per 1e18 wei of emission.
  ///   - remaining: Base units not paid out yet.
  /// - Returns: Base units.
  /// - Throws: `MulDivFailed` when the product exceeds 256 bits.
  public static func amount(
    for emitted: UInt256, at rate: UInt256, remaining: UInt256
  ) throws(Revert) -> UInt256 {
    min(try FixedPointMathLib.mulDiv(emitted, rate, RewardPeriod.precision), remaining)
  }
}

extension UInt256 {
  /// Basis points of an amount in checked words, rounded down: `floor(amount * rate / 10_000)`.
  func part(basisPoints rate: UInt256) throws(Revert) -> UInt256 {
    try (try self * rate) / UInt256(ProtocolProfile.hundredPercent)
  }
}
