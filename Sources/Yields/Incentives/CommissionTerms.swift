public import Contracts
internal import EVMArithmetic
public import FixedPoint
public import Quantities
public import Faults

/// A validator's commission on incentives: what is stored, what counts, and when a change can come.
///
/// Source: `BeraChef.getValCommissionOnIncentiveTokens`, `queueValCommission`,
/// `activateQueuedValCommission` (berachain/contracts); the contract's own rule is
/// `ValidatorCommission`'s.
public struct CommissionTerms: Hashable, Sendable {
  /// What is stored, basis points; nil when none was ever set.
  ///
  /// An explicit 0 counts as 0.
  public let stored: UInt64?
  /// `commissionChangeDelay`: blocks between queueing a change and its earliest activation.
  public let changeDelay: UInt64
  /// The protocol's rules.
  public let rules: ProtocolProfile.CommissionRules

  /// Terms of a validator.
  ///
  /// - Parameters:
  ///   - stored: what is stored, basis points; nil when none was ever set.
  ///   - changeDelay: blocks between queueing and activation; nil takes the longest that the rules
  ///     allow.
  ///   - rules: the protocol's rules.
  /// - Throws: `Fault` for a delay above the rules' longest.
  public init(
    stored: UInt64?,
    changeDelay: UInt64? = nil,
    rules: ProtocolProfile.CommissionRules
  ) throws(Fault) {
    let delay = changeDelay ?? rules.maxChangeDelay
    guard delay <= rules.maxChangeDelay else {
      throw .invalid(
        field: "commissionChangeDelay", found: "\(delay) blocks",
        expected: "at most \(rules.maxChangeDelay) blocks")
    }
    self.stored = stored
    self.changeDelay = delay
    self.rules = rules
  }

  /// The commission that counts: the default when none was set, never more than the cap.
  ///
  /// - Throws: `Fault` where an overridden profile puts default or cap above 10_000.
  public func effective() throws(Fault) -> BasisPoints {
    try BasisPoints(Int(clamping: effectiveRate.low))
  }

  /// The same as the contract's word, basis points.
  var effectiveRate: UInt256 { rules.effectiveRate(ofStored: stored.map { UInt256($0) }) }

  /// The first block in which a change can be activated.
  ///
  /// - Parameter block: the block in which it is queued.
  /// - Returns: the block plus the delay.
  public func activationBlock(queuedAt block: UInt64) -> ExactInteger {
    ExactInteger(block) + ExactInteger(changeDelay)
  }

  /// How long a change takes at least: the delay's blocks times the block time, seconds.
  ///
  /// Exact.
  ///
  /// - Parameter blockTime: seconds per block.
  /// - Returns: seconds.
  public func changeSeconds(blockTime: ExactRational) -> ExactRational {
    ExactRational(changeDelay) * blockTime
  }
}
