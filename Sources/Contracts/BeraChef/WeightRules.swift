public import EVMArithmetic

/// What BeraChef demands of the weights of an allocation.
public struct WeightRules<Vault: Hashable & Sendable>: Hashable, Sendable {
  /// The most vaults in an allocation.
  public var maxNumWeights: UInt64
  /// The most basis points for one vault.
  public var maxWeightPerVault: UInt256
  /// Vaults that may receive emission.
  public var whitelistedVaults: Set<Vault>

  /// Rules.
  public init(
    maxNumWeights: UInt64, maxWeightPerVault: UInt256, whitelistedVaults: Set<Vault> = []
  ) {
    self.maxNumWeights = maxNumWeights
    self.maxWeightPerVault = maxWeightPerVault
    self.whitelistedVaults = whitelistedVaults
  }

  /// `validateWeights`: whether weights may be set, in the contract's order of checks.
  ///
  /// - Parameter weights: The parts.
  /// - Throws: `TooManyWeights`, `DuplicateReceiver`, `InvalidWeight` (0 or above the limit),
  ///   `NotWhitelistedVault`, `InvalidRewardAllocationWeights` unless they sum to 10_000;
  ///   `Panic(0x11)` when the sum leaves 96 bits.
  public func validate(_ weights: [RewardAllocation<Vault>.Weight]) throws(Revert) {
    if UInt64(weights.count) > maxNumWeights { throw .custom("TooManyWeights") }
    if Set(weights.map(\.receiver)).count != weights.count { throw .custom("DuplicateReceiver") }
    var total = UInt256.zero
    for weight in weights {
      if weight.percentage.isZero || weight.percentage > maxWeightPerVault {
        throw .custom("InvalidWeight")
      }
      if !whitelistedVaults.contains(weight.receiver) { throw .custom("NotWhitelistedVault") }
      total = try total + weight.percentage
      if total.leadingZeroBitCount < 256 - 96 { throw .arithmeticOverflow }
    }
    if total != UInt256(ProtocolProfile.hundredPercent) {
      throw .custom("InvalidRewardAllocationWeights")
    }
  }

  /// `_checkIfStillValid`: whether the rules of today still admit weights set earlier.
  public func stillAdmit(_ weights: [RewardAllocation<Vault>.Weight]) -> Bool {
    UInt64(weights.count) <= maxNumWeights
      && weights.allSatisfy {
        $0.percentage <= maxWeightPerVault && whitelistedVaults.contains($0.receiver)
      }
  }
}
