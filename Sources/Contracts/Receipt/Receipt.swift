public import EVMArithmetic

/// What a transaction that did not revert leaves behind, besides the new state.
public struct Receipt: Hashable, Sendable {
  // Stakers' transactions return one word at most and emit one event: without arrays they leave
  // their receipt without any allocation.
  var returnedWord: UInt256?
  private var firstEvent: VaultEvent.Kind?
  private var laterEvents: [VaultEvent] = []

  /// The contract's return values, in order; empty where the function returns nothing.
  public var returned: [UInt256] { returnedWord.map { [$0] } ?? [] }

  /// The contract's events, in order.
  public var events: [VaultEvent] {
    (firstEvent.map { [VaultEvent(content: .event($0))] } ?? []) + laterEvents
  }

  /// What a claimed reward was paid from; nil where none was.
  public var rewardPayment: RewardPayment? {
    for event in events {
      guard case .event(.rewardPaid(_, _, let reward, let bgt)) = event.content else { continue }
      return RewardPayment(bgt: bgt, wbera: reward &- bgt)
    }
    return nil
  }

  /// Incentive tokens that left the vault and arrived, in order.
  public var incentivePayments: [IncentivePayment] {
    laterEvents.compactMap { event in
      guard case .incentive(let transfer) = event.content, transfer.arrived else { return nil }
      return IncentivePayment(
        token: transfer.token, recipient: transfer.recipient, amount: transfer.amount)
    }
  }

  @inline(__always)
  mutating func append(_ event: VaultEvent.Kind) {
    if firstEvent == nil && laterEvents.isEmpty {
      firstEvent = event
    } else {
      laterEvents.append(VaultEvent(content: .event(event)))
    }
  }

  mutating func append(_ transfer: IncentiveTransfer) {
    laterEvents.append(VaultEvent(content: .incentive(transfer)))
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
