internal import EVMArithmetic

/// What happens to a map when an operation begins, succeeds or reverts.
enum AtomicStep: Hashable {
  case mark, settle, rollBack
}

/// A contract whose operations happen wholly or not at all.
///
/// Its maps take back what a reverted operation wrote. Everything else is a handful of words and is
/// copied, with the maps taken out for that moment so that nothing shares and then copies them.
protocol AtomicContract {
  /// The maps that grow with the number of accounts.
  associatedtype Maps

  /// Maps without entries.
  static var noMaps: Maps { get }
  /// Exchanges the contract's maps with others.
  mutating func exchange(_ maps: inout Maps)
  /// Passes a step on to every map.
  mutating func apply(_ step: AtomicStep)
}

extension AtomicContract {
  /// Runs an operation; where it reverts, the contract is what it was.
  mutating func atomically<Answer>(
    _ operation: (inout Self) throws(Revert) -> Answer
  ) throws(Revert) -> Answer {
    apply(.mark)
    var maps = Self.noMaps
    exchange(&maps)
    let before = self
    exchange(&maps)
    do throws(Revert) {
      let answer = try operation(&self)
      apply(.settle)
      return answer
    } catch {
      apply(.rollBack)
      exchange(&maps)
      self = before
      exchange(&maps)
      throw error
    }
  }
}
