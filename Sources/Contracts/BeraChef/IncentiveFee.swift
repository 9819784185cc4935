public import EVMArithmetic

/// The protocol's fee on incentives, kept by the vaults' factory.
///
/// Source: berachain/contracts, src/pol/rewards/RewardVaultFactory.sol.
public struct IncentiveFee: Hashable, Sendable {
  /// Basis points of every incentive payment (`bgtIncentiveFeeRate`).
  public private(set) var rate: UInt256 = 0

  /// No fee.
  public init() {}

  /// `setBGTIncentiveFeeRate`.
  ///
  /// - Parameter rate: Basis points.
  /// - Throws: `InvalidIncentiveFeeRate` above 10_000.
  public mutating func setRate(_ rate: UInt256) throws(Revert) {
    if rate > UInt256(ProtocolProfile.hundredPercent) { throw .custom("InvalidIncentiveFeeRate") }
    self.rate = rate
  }

  /// `getIncentiveFeeAmount`: the fee on an amount, rounded down.
  ///
  /// - Parameter amount: Base units of the incentive token.
  /// - Returns: `floor(amount * rate / 10_000)`.
  /// - Throws: `Panic(0x11)` when the product exceeds 256 bits.
  public func amount(of amount: UInt256) throws(Revert) -> UInt256 {
    try amount.part(basisPoints: rate)
  }
}
