public import FixedPoint
public import Quantities

/// The emission that reaches a vault per day, by which its incentives run dry, and who says so.
///
/// One rule for everything that shows a runway: what the caller gives, else the vault's own stream while
/// its period runs, as an estimate: what is emitted to stakers now was sent to the vault before.
public struct VaultEmission: Hashable, Sendable {
  /// Who says so.
  public enum Source: String, CaseIterable, Hashable, Sendable {
    /// The caller.
    case given
    /// The vault's own stream.
    case estimate
  }

  /// Wei of the reward token per day.
  public let perDay: ExactInteger
  /// Who says so.
  public let source: Source

  /// The emission to a vault; nil where neither the caller nor a running stream says it.
  ///
  /// - Parameters:
  ///   - given: wei of the reward token per day, as the caller knows them.
  ///   - rewardRate: the vault's `rewardRate`, scale 1e36; nil where it could not be read.
  ///   - periodFinish: the end of its period; nil where it could not be read.
  ///   - time: the time of evaluation.
  public init?(
    given: ExactInteger?, rewardRate: ExactInteger?, periodFinish: Timestamp?, at time: Timestamp
  ) {
    if let given {
      (perDay, source) = (given, .given)
    } else if let rewardRate, let periodFinish, time < periodFinish {
      perDay = rewardRate.multiplied(
        by: ExactInteger(Seconds.day.count), dividedByNonZero: Wad.scale, rounding: .down)
      source = .estimate
    } else {
      return nil
    }
  }
}
