public import Contracts
internal import EVMArithmetic
public import FixedPoint
public import Quantities
public import Faults

/// Rewards that arrive again and again: a block's share every block, or an amount per day.
public struct EmissionStream: Hashable, Sendable {
  /// Wei of the reward token in each notification.
  public let amount: ExactInteger
  /// Seconds from one notification to the next; a fraction where blocks take one.
  public let interval: ExactRational

  /// A stream.
  ///
  /// - Parameters:
  ///   - amount: wei in each notification, more than 0.
  ///   - interval: seconds from one to the next, more than 0.
  /// - Throws: `Fault` outside of that.
  public init(amount: ExactInteger, interval: ExactRational) throws(Fault) {
    try Fault.requirePositive(amount, "reward")
    try Fault.requirePositive(interval.numerator, "every")
    self.amount = amount
    self.interval = interval
  }

  /// What arrives on average: `amount / interval`, scale 1e36 for one whole token per second.
  ///
  /// Exact.
  public var inflow: ExactRational {
    ExactRational(amount * ExactInteger(ProtocolProfile.precision)).divided(byNonZero: interval)
  }

  /// The least target that keeps emission constant under this stream: the inflow, rounded up.
  ///
  /// A target below it lets a backlog grow without end; one above it never binds in the long run.
  public var constantRate: RewardRate {
    RewardRate(unchecked: inflow.integer(rounding: .up))
  }
}

/// What a stream's notifications do to a vault, one after the other.
public struct EmissionStreamRun: Hashable, Sendable {
  /// One notification's result.
  public struct Entry: Hashable, Sendable {
    /// The notification's number, from 1.
    public let number: Int
    /// When it arrives.
    public let at: Timestamp
    /// The period that it makes.
    public let period: EmissionPeriod
  }

  /// The results, one for each notification.
  public let entries: [Entry]
  /// The last period.
  public let last: EmissionPeriod
  /// The highest rate on the way.
  public let peakRate: RewardRate

  /// The most notifications that one run takes.
  public static let maximumCount = 100_000

  /// Runs a stream through the contract's accounting.
  ///
  /// - Parameters:
  ///   - stream: what arrives.
  ///   - count: how many notifications, 1 to `maximumCount`.
  ///   - terms: duration or target rate.
  ///   - start: when the first arrives.
  ///   - running: the period before.
  ///   - profile: the protocol's rules.
  /// - Throws: `Fault` as one notification does.
  public init(
    of stream: EmissionStream,
    count: Int,
    terms: EmissionTerms,
    start: Timestamp,
    running: EmissionPeriod = .none,
    profile: ProtocolProfile
  ) throws(Fault) {
    guard (1...Self.maximumCount).contains(count) else {
      throw .invalid(
        field: "count", found: String(count), expected: "1 to \(Self.maximumCount)")
    }
    var emission = try RunningEmission(terms: terms, running: running, rules: profile.rewardVault)
    let amount = try stream.amount.word("reward")
    var entries: [Entry] = []
    var peak = UInt256.zero
    entries.reserveCapacity(count)
    for index in 0..<count {
      // A block's time is a whole second on chain.
      let elapsed = (ExactRational(index) * stream.interval).integer(rounding: .down)
      let at: Timestamp
      do throws(Fault) { at = try start.advanced(by: elapsed) } catch {
        throw .invalid(
          field: "count", found: "\(count) notifications",
          expected: "so many notifications that the last comes before the year 5138")
      }
      try emission.notify(amount, at: at)
      peak = max(peak, emission.period.rewardRate)
      entries.append(Entry(number: index + 1, at: at, period: EmissionPeriod(emission.period)))
    }
    self.entries = entries
    last = EmissionPeriod(emission.period)
    peakRate = RewardRate(unchecked: ExactInteger(peak))
  }
}
