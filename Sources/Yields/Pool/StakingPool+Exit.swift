internal import Contracts
public import FixedPoint
public import Quantities
public import Faults

/// The exit of a validator of its own will: its deposits come back after the rules' delay.
public struct PoolExit: Hashable, Sendable {
  /// What comes back from the consensus layer, wei.
  public let amount: ExactInteger
  /// When the exit was requested.
  public let requestedAt: Timestamp
  /// The first whole second at which the deposits are in the buffer.
  public let readyAt: Timestamp
}

extension StakingPool {
  /// The validator exits: deposits end and nothing is earned from now on; the consensus deposits come
  /// back whole after the delay.
  ///
  /// - Parameters:
  ///   - at: the time.
  ///   - blockTime: seconds per block, for rules that count the delay in blocks.
  /// - Returns: what comes back, and when.
  /// - Throws: `Fault` where the validator has exited before, or the delay does not end.
  @discardableResult
  public mutating func exit(
    at: Timestamp, blockTime: ExactRational
  ) throws(Fault) -> PoolExit {
    if phase == .exited { throw PoolRefusal.exited.fault(of: "exit") }
    let exit = PoolExit(
      amount: assets.consensusDeposits, requestedAt: at,
      readyAt: try at.advanced(by: delay(blockTime: blockTime)))
    phase = .exited
    openExit = exit
    return exit
  }

  /// Moves the deposits of a validator that exited to the buffer, once they are back.
  ///
  /// - Parameter at: the time.
  /// - Returns: what came back, wei; nil where nothing did.
  public mutating func finishExit(at: Timestamp) -> ExactInteger? {
    guard let exit = openExit, exit.readyAt <= at else { return nil }
    assets.consensusDeposits -= exit.amount
    assets.buffer += exit.amount
    openExit = nil
    return exit.amount
  }
}
