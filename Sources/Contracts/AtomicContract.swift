internal import EVMArithmetic

/// What happens to a map when an operation begins or reverts.
package enum AtomicStep: Hashable {
  case begin, rollBack
}

/// A contract whose operations happen wholly or not at all.
///
/// Its maps take back what a reverted operation wrote; the handful of words beside them is kept as
/// it was before. Neither costs time in proportion to the accounts.
protocol AtomicContract {
  /// All that operations change outside the maps.
  associatedtype Registers

  var registers: Registers { get set }
  /// Passes a step on to every map.
  mutating func apply(_ step: AtomicStep)
}

extension AtomicContract {
  /// Runs an operation; where it reverts, the contract is what it was.
  @inline(__always)
  mutating func atomically<Answer>(
    _ operation: (inout Self) throws(Revert) -> Answer
  ) throws(Revert) -> Answer {
    apply(.begin)
    let before = registers
    do throws(Revert) {
      return try operation(&self)
    } catch {
      apply(.rollBack)
      registers = before
      throw error
    }
  }
}
