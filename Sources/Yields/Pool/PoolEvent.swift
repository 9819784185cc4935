public import FixedPoint
internal import Quantities

/// What happened at a moment of a projection.
public enum PoolEvent: Hashable, Sendable {
  /// An incentive auction paid so many wei.
  case auction(paid: ExactInteger)
  /// Rewards took the pool over its active threshold.
  case activated
  /// A withdrawal was paid out.
  case finalized(id: Int)
  /// A deposit of so many wei, and the shares for it.
  case deposit(amount: ExactInteger, shares: ExactInteger, activated: Bool)
  /// A withdrawal was requested.
  case requested(PoolWithdrawal)
  /// Deposits are paused.
  case paused
  /// Deposits are open again.
  case unpaused
  /// The validator exits of its own will.
  case exit(PoolExit)
  /// The deposits of a validator that exited came back to the buffer.
  case returned(ExactInteger)
  /// The pool refused an action.
  case refused(operation: String, reason: PoolSentence)

  /// What happened, with its outcome.
  public var sentence: PoolSentence {
    switch self {
    case .auction(let paid): "auction paid \(tokens: paid) BERA"
    case .activated: "active threshold reached"
    case .finalized(let id): "withdrawal \(id) finalized"
    case .deposit(let amount, let shares, let activated):
      "deposit of \(tokens: amount) BERA for \(tokens: shares) shares"
        + (activated ? "; active threshold reached" : "")
    case .requested(let made):
      "withdrawal \(made.id) of \(tokens: made.amount) BERA requested, ready at "
        + "\(time: made.readyAt)"
        + (made.exitCause.map { "; full exit: \($0.sentence)" } ?? "")
    case .paused: "deposits paused"
    case .unpaused: "deposits open"
    case .exit(let exit):
      "full exit by the validator: \(tokens: exit.amount) BERA come back at \(time: exit.readyAt)"
    case .returned(let amount): "deposits of \(tokens: amount) BERA came back to the buffer"
    case .refused(let operation, let reason): "refused: \(operation): \(reason)"
    }
  }
}
