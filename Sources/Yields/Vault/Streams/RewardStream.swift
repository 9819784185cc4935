internal import FixedPoint
public import Quantities
public import YieldKernels

/// A further reward that a vault's stakers get beside the vault's own, with a rate, a price and an end of
/// its own.
///
/// The rate is on the scale of `RewardVault.rewardRate()`: base units of the reward token per second times
/// 1e18. So 1e36 is one whole token per second of 18 decimals, and 1e24 of 6 decimals.
public struct RewardStream: Hashable, Sendable {
  /// What people call it, if anything.
  public var name: String?
  /// Base units per second, times 1e18.
  public var rewardRate: RewardRate
  /// The decimals of the reward token.
  public var rewardDecimals: TokenDecimals
  /// USD for one whole reward token.
  public var rewardPrice: Price
  /// When the stream ends; nil where it is not known, and it is taken as running.
  public var periodFinish: Timestamp?

  /// Puts the values together.
  public init(
    name: String? = nil, rewardRate: RewardRate, rewardDecimals: TokenDecimals = .eighteen,
    rewardPrice: Price, periodFinish: Timestamp?
  ) {
    self.name = name
    self.rewardRate = rewardRate
    self.rewardDecimals = rewardDecimals
    self.rewardPrice = rewardPrice
    self.periodFinish = periodFinish
  }
}

/// What each reward of a vault yields, and all of them together.
public struct StreamYields: Sendable {
  /// One reward.
  public struct Part: Sendable {
    /// The stream; nil for the vault's own reward.
    public let stream: RewardStream?
    /// When it ends; nil where that is not known.
    public let periodFinish: Timestamp?
    /// Whether it runs, and whether there is a yield at all.
    public let status: VaultStatus
    /// Its APR, rounded down; nil where nobody stakes.
    public let apr: APR?
  }

  /// The vault's own reward, then the streams in their order.
  public let parts: [Part]
  /// The sum of the exact APRs, rounded down once; nil where nobody stakes.
  public let apr: APR?
}

extension VaultReport {
  /// What each reward yields; nil for a vault without further streams.
  public var streamYields: StreamYields? {
    guard !snapshot.streams.isEmpty else { return nil }
    let own = RewardStream(
      rewardRate: snapshot.rewardRate, rewardPrice: snapshot.rewardPrice,
      periodFinish: snapshot.periodFinish)
    let streams = [own] + snapshot.streams
    let yields = streams.map { exactAPR(of: $0) }
    let parts = zip(streams, yields).enumerated().map { index, pair in
      StreamYields.Part(
        stream: index == 0 ? nil : pair.0, periodFinish: pair.0.periodFinish,
        status: vault(paying: pair.0).status(at: convention.time),
        apr: pair.1.map { APR($0.wad(rounding: .down)) })
    }
    let sum = status == .noStake ? nil : yields.compactMap(\.self).reduce(.zero, +)
    return StreamYields(parts: parts, apr: sum.map { APR($0.wad(rounding: .down)) })
  }

  /// The APR of a stream before its rounding: 0 once it has ended, nil where nobody stakes.
  private func exactAPR(of stream: RewardStream) -> ExactRational? {
    let vault = vault(paying: stream)
    let running = VaultEquation(snapshot: vault, year: convention.year).exactAPR
    guard let running, vault.isActive(at: convention.time) else {
      return running.map { _ in .zero }
    }
    // The vault's formula is of a reward token of 18 decimals.
    return running * .powerOfTen(18 - stream.rewardDecimals.count)
  }

  /// The vault as if a stream were its own reward.
  private func vault(paying stream: RewardStream) -> VaultSnapshot {
    var vault = snapshot
    vault.rewardRate = stream.rewardRate
    vault.rewardPrice = stream.rewardPrice
    vault.periodFinish = stream.periodFinish
    return vault
  }
}
