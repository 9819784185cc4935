public import EVMArithmetic

/// A validator's commission on incentives: the rate in force and the change that waits.
///
/// Source: berachain/contracts, src/pol/rewards/BeraChef.sol. Rates are basis points.
public struct ValidatorCommission: Hashable, Sendable {
  /// A change that was queued.
  public struct Queued: Hashable, Sendable {
    /// The block it was queued in.
    public let block: UInt32
    /// The new rate in basis points.
    public let rate: UInt256
  }

  /// The validator's operator, who sets the rate and receives the share; `zero` for none.
  public let `operator`: Address
  /// The rate once activated, even 0; `nil` when none ever was.
  public private(set) var stored: UInt256?
  /// The change that waits for its activation.
  public private(set) var queued: Queued?

  /// A commission with the rate as it lies in storage; `nil` for a validator that never set one.
  public init(operator: Address, stored: UInt256? = nil) {
    self.operator = `operator`
    self.stored = stored
  }

  /// `getValCommissionOnIncentiveTokens`: the rate that counts, basis points.
  public func effectiveRate(_ rules: ProtocolProfile.CommissionRules) -> UInt256 {
    rules.effectiveRate(ofStored: stored)
  }

  /// `getValidatorIncentiveTokenShare`: the validator's part of an incentive, rounded down.
  ///
  /// - Parameters:
  ///   - amount: Base units of the incentive token.
  ///   - rules: Default and cap.
  /// - Returns: `floor(amount * rate / 10_000)`.
  /// - Throws: `Panic(0x11)` when the product exceeds 256 bits.
  public func share(
    of amount: UInt256, _ rules: ProtocolProfile.CommissionRules
  ) throws(Revert) -> UInt256 {
    try amount.part(basisPoints: effectiveRate(rules))
  }

  /// `queueValCommission`: asks for a new rate.
  ///
  /// - Parameters:
  ///   - rate: Basis points.
  ///   - caller: Who asks: only the operator may.
  ///   - block: The current block; the contract keeps its lower 32 bits.
  ///   - rules: The cap.
  /// - Throws: `NotOperator`, `InvalidCommissionValue` above the cap,
  ///   `CommissionChangeAlreadyQueued` when a change waits already.
  public mutating func queue(
    _ rate: UInt256, by caller: Address, block: UInt64,
    _ rules: ProtocolProfile.CommissionRules
  ) throws(Revert) {
    if caller != `operator` { throw .custom("NotOperator") }
    if rate > UInt256(rules.maxRate) { throw .custom("InvalidCommissionValue") }
    if let queued, queued.block > 0 { throw .custom("CommissionChangeAlreadyQueued") }
    queued = Queued(block: UInt32(truncatingIfNeeded: block), rate: rate)
  }

  /// `activateQueuedValCommission`: puts the queued rate in force.
  ///
  /// - Parameters:
  ///   - block: The current block.
  ///   - delay: Blocks between queue and activation (`commissionChangeDelay`).
  /// - Throws: `CommissionNotQueuedOrDelayNotPassed` when nothing waits or it is too early,
  ///   `Panic(0x11)` when the sum leaves 64 bits.
  public mutating func activate(block: UInt64, delay: UInt64) throws(Revert) {
    guard let queued, queued.block > 0 else {
      throw .custom("CommissionNotQueuedOrDelayNotPassed")
    }
    let (sum, overflow) = UInt64(queued.block).addingReportingOverflow(delay)
    if overflow { throw .arithmeticOverflow }
    // The contract casts the sum to 32 bits.
    let activationBlock = UInt32(truncatingIfNeeded: sum)
    if block < activationBlock { throw .custom("CommissionNotQueuedOrDelayNotPassed") }
    // The getter tells "never set" by the activation block, so a block of 0 unsets.
    stored = activationBlock == 0 ? nil : queued.rate
    self.queued = nil
  }

  /// `setCommissionChangeDelay`: whether governance may set a delay.
  ///
  /// - Parameters:
  ///   - delay: Blocks between queue and activation.
  ///   - rules: The longest delay.
  /// - Throws: `InvalidCommissionChangeDelay` for 0 or above the longest.
  public static func validate(
    changeDelay delay: UInt64, _ rules: ProtocolProfile.CommissionRules
  ) throws(Revert) {
    if delay == 0 || delay > rules.maxChangeDelay {
      throw .custom("InvalidCommissionChangeDelay")
    }
  }
}

extension ProtocolProfile.CommissionRules {
  /// The rate that counts of a stored one, basis points: the default when none was ever set, at most
  /// the cap.
  public func effectiveRate(ofStored stored: UInt256?) -> UInt256 {
    guard let stored else { return UInt256(defaultRate) }
    return min(stored, UInt256(maxRate))
  }
}
