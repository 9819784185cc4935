public import EVMArithmetic

/// A transaction under way: who sent it and when, and what it has left behind so far.
struct Transaction: ~Copyable {
  let caller: Address
  let now: UInt256
  var receipt = Receipt()

  @inline(__always)
  mutating func emit(_ event: VaultEvent.Kind) {
    receipt.append(VaultEvent(kind: event))
  }

  consuming func ended() -> Receipt { receipt }
}

/// What a transaction that did not revert leaves behind, besides the new state.
public struct Receipt: Hashable, Sendable {
  /// The contract's return values, in order; empty where the function returns nothing.
  public var returned: [UInt256] { returnedWord.map { [$0] } ?? [] }
  /// The contract's events, in order.
  public var events: [VaultEvent] { firstEvent.map { [$0] + laterEvents } ?? [] }
  /// Incentive tokens that left the vault and arrived, in order.
  public internal(set) var incentivePayments: [IncentivePayment] = []

  // Stakers' transactions return one word at most and emit one event: without arrays they leave
  // their receipt without any allocation.
  var returnedWord: UInt256?
  private var firstEvent: VaultEvent?
  private var laterEvents: [VaultEvent] = []

  @inline(__always)
  mutating func append(_ event: VaultEvent) {
    if firstEvent == nil {
      firstEvent = event
    } else {
      laterEvents.append(event)
    }
  }
}

/// An incentive token transfer out of a reward vault that succeeded.
public struct IncentivePayment: Hashable, Sendable {
  /// The incentive token.
  public let token: Address
  /// Who received it.
  public let recipient: Address
  /// Base units of the token.
  public let amount: UInt256
}
