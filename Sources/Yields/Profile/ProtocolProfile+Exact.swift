public import Contracts
public import FixedPoint
public import Quantities
package import Faults

// The profile's native integers as the analytics' exact quantities.

extension BasisPoints {
  /// The share as an exact fraction: 500 is 1/20.
  public var fraction: ExactRational { ExactRational(wad) }

  /// This share of a number of wei or base units, rounded down as the contracts do.
  package func floor(of amount: ExactInteger) -> ExactInteger {
    (ExactRational(amount) * fraction).integer(rounding: .down)
  }

  /// Basis points of a profile.
  ///
  /// - Throws: `Fault` beyond 10_000, which an overridden profile may hold.
  package init(profile value: UInt64) throws(Fault) {
    try self.init(Int(clamping: value))
  }
}

extension ProtocolProfile.ValidatorSet {
  /// Seconds from one block to the next.
  ///
  /// Exact.
  public var blockSeconds: ExactRational { ExactRational(Wad(raw: ExactInteger(blockTime))) }

  /// The recorded average of seconds per block.
  ///
  /// Exact.
  public static var recordedBlockSeconds: ExactRational {
    ExactRational(Wad(raw: ExactInteger(recordedBlockTime)))
  }
}

extension ProtocolProfile.PoolRules.WithdrawalDelay {
  /// The delay in seconds, exact; a delay in blocks takes as long as its blocks do.
  ///
  /// - Parameter blockTime: seconds per block.
  /// - Returns: seconds.
  public func seconds(blockTime: ExactRational) -> ExactRational {
    switch self {
    case .seconds(let count): ExactRational(count)
    case .blocks(let count): ExactRational(count) * blockTime
    }
  }
}
