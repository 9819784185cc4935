internal import Contracts

/// Every call of a snapshot with its outcome, and those that somebody asked for and nobody has made.
///
/// Whoever puts a snapshot together asks the ledger and takes what it gets; what was not there is made in
/// the next round, and everything is put together anew, until nothing is wanting. So the way the file is
/// put together is also the list of calls, and calls that do not depend on one another share a round.
struct CallLedger: Sendable {
  private var outcomes: [ChainCall: CallOutcome] = [:]
  private var isWanted: Set<ChainCall> = []
  /// What is still to be asked, in the order in which it was wanted.
  private(set) var wanted: [ChainCall] = []

  /// The outcome of a call; where there is none yet it is wanted.
  mutating func outcome(_ call: ChainCall) -> CallOutcome? {
    if let outcome = outcomes[call] { return outcome }
    if isWanted.insert(call).inserted { wanted.append(call) }
    return nil
  }

  /// The outcome of a call that was made.
  func known(_ call: ChainCall) -> CallOutcome? { outcomes[call] }

  /// Notes what the chain said.
  mutating func record(_ outcome: CallOutcome, of call: ChainCall) { outcomes[call] = outcome }

  /// Forgets a call's outcome if it is a failure, so that it can be asked again.
  ///
  /// - Returns: whether it was one.
  mutating func forgetFailure(of call: ChainCall) -> Bool {
    switch outcomes[call] {
    case nil: return false
    case .returned(let bytes) where bytes.count >= 32: return false
    case .returned, .reverted:
      forget(call)
      return true
    }
  }

  /// Forgets a call, so that it can be asked again.
  mutating func forget(_ call: ChainCall) { outcomes[call] = nil }

  /// What is wanted, which is now being asked.
  mutating func takeWanted() -> [ChainCall] {
    defer {
      wanted = []
      isWanted = []
    }
    return wanted
  }

  /// Reads a call's reply.
  mutating func read<Value>(
    _ call: ChainCall, _ decode: (ABIReader) throws(MalformedReply) -> Value
  ) -> Answer<Value> {
    switch outcome(call) {
    case nil: return .pending
    case .reverted(let reason):
      return .gap(
        Gap(of: call.target, call: call.getter.signature, reason: reason, isRevert: true))
    case .returned(let bytes):
      do throws(MalformedReply) {
        return .value(try decode(ABIReader(bytes)))
      } catch {
        return .gap(
          Gap(
            of: call.target, call: call.getter.signature, reason: error.reason, isRevert: false))
      }
    }
  }
}
