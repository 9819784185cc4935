public import FixedPoint
internal import Faults

/// Why a pool's contract refuses an operation: one list for previews and projections.
public enum PoolRefusal: Hashable, Sendable {
  /// More shares than exist.
  case beyondSupply(shares: ExactInteger, supply: ExactInteger)
  /// More BERA than the pool can pay.
  case beyondAssets(amount: ExactInteger, assets: ExactInteger)
  /// More BERA than the buffer holds, which pays alone unless the validator is active.
  case beyondBuffer(amount: ExactInteger, buffer: ExactInteger)
  /// A deposit of more BERA than the pool takes yet.
  case beyondCapacity(amount: ExactInteger, left: ExactInteger)
  /// More shares than their holder has.
  case beyondHolding(shares: ExactInteger, held: ExactInteger)
  /// The administrator has paused deposits.
  case depositsPaused
  /// The validator has exited, so nothing is deposited any more.
  case exited

  /// The reason, with its amounts.
  public var sentence: PoolSentence {
    switch self {
    case .beyondSupply(let shares, let supply):
      "\(tokens: shares) shares of \(tokens: supply): the contract reverts"
    case .beyondAssets(let amount, let assets):
      "\(tokens: amount) BERA of \(tokens: assets): the contract reverts"
    case .beyondBuffer(let amount, let buffer):
      "\(tokens: amount) BERA, and the buffer holds \(tokens: buffer): the contract reverts"
    case .beyondCapacity(let amount, let left):
      "\(tokens: amount) BERA, and \(tokens: left) until deposits pause"
    case .beyondHolding(let shares, let held):
      "\(tokens: shares) shares, and the holder has \(tokens: held): the contract reverts"
    case .depositsPaused: "deposits are paused"
    case .exited: "the validator has fully exited"
    }
  }

  /// The fault of an operation that is performed all the same.
  func fault(of operation: String) -> Fault {
    .refused(operation: operation, reason: sentence.description)
  }
}

/// Why a validator exits.
public enum PoolExitCause: Hashable, Sendable {
  /// A withdrawal leaves less than the minimum effective balance.
  case belowThreshold(left: ExactInteger, threshold: ExactInteger)
  /// A withdrawal takes more than the deposits.
  case beyondDeposits(ExactInteger)
  /// The validator wants to.
  case voluntary

  /// The reason, with its amounts.
  public var sentence: PoolSentence {
    switch self {
    case .belowThreshold(let left, let threshold):
      "\(tokens: left) BERA stay on the consensus layer, and a validator needs "
        + "\(tokens: threshold): it exits"
    case .beyondDeposits(let deposits):
      "\(tokens: deposits) BERA are on the consensus layer, which is less: the validator exits"
    case .voluntary: "the validator exits"
    }
  }
}
