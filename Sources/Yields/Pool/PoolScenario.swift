public import FixedPoint
public import Quantities
public import Faults

/// What a projection assumes of a staking pool: where its yield comes from, and what happens when.
public struct PoolScenario: Hashable, Sendable {
  /// How much a source gives.
  public enum Flow: Hashable, Sendable {
    /// A yearly yield on the pool's total assets, simple within a step.
    case apr(ExactRational)
    /// A fixed amount, wei per day.
    case perDay(ExactInteger)
  }

  /// One source of gross yield.
  public struct Source: Hashable, Sendable {
    /// What the source is called.
    public let name: String
    /// How much it gives before commission and fee.
    public let flow: Flow
    /// The validator's commission on it.
    public let commission: BasisPoints

    /// A source.
    public init(name: String, flow: Flow, commission: BasisPoints) {
      self.name = name
      self.flow = flow
      self.commission = commission
    }
  }

  /// The incentive auctions: a fixed payout, again and again.
  public struct Auctions: Hashable, Sendable {
    /// One claim.
    public struct Claim: Hashable, Sendable {
      /// What it pays, wei.
      public let payout: ExactInteger
      /// Seconds until it, exact, from the start or from the claim before.
      public let interval: ExactRational

      /// A claim at a distance.
      public init(payout: ExactInteger, every interval: Seconds) {
        self.payout = payout
        self.interval = ExactRational(interval.count)
      }

      /// A claim as soon as that pays; nil where nothing is collected.
      public init?(_ economics: AuctionEconomics) {
        guard let interval = economics.interval else { return nil }
        payout = economics.payout
        self.interval = interval
      }
    }

    /// The next claim.
    public let next: Claim
    /// The claims after it, which pay another amount where one is queued.
    public let later: Claim
    /// Who shares the payouts with the pool, where it is sWBERA; nil where it gets all of them.
    public let stakers: AuctionStakers?

    /// Auctions.
    ///
    /// - Parameters:
    ///   - next: the next claim.
    ///   - later: the claims after it; nil for the same again and again.
    ///   - stakers: who shares the payouts with the pool; its own stake in them is the pool's assets.
    public init(next: Claim, later: Claim? = nil, stakers: AuctionStakers? = nil) {
      self.next = next
      self.later = later ?? next
      self.stakers = stakers
    }

    /// Seconds from the start to a claim by its number from 1, exact.
    func time(of number: UInt64) -> ExactRational {
      next.interval + ExactRational(number - 1) * later.interval
    }
  }

  /// What someone does with the pool.
  public enum Action: Hashable, Sendable {
    /// A deposit, wei.
    case deposit(ExactInteger)
    /// A withdrawal request for this many wei.
    case withdraw(ExactInteger)
    /// A withdrawal request for the value of this many shares.
    case redeem(ExactInteger)
    /// Deposits are paused.
    case pause
    /// Deposits are open again.
    case unpause
    /// The validator exits.
    case exit

    /// What a refusal calls it.
    var operation: String {
      switch self {
      case .deposit: "deposit"
      case .withdraw, .redeem: "withdrawal"
      case .pause: "pause"
      case .unpause: "unpause"
      case .exit: "exit"
      }
    }
  }

  /// Whose shares are followed.
  public enum Holder: Hashable, Sendable {
    /// Of the shares at the start, so many.
    case shares(ExactInteger)
    /// As many of them as so many wei buy at the start.
    case assets(ExactInteger)
  }

  /// A dated action.
  public struct Event: Hashable, Sendable {
    /// When.
    public let at: Timestamp
    /// What.
    public let action: Action
    /// Whether the holder does it, whose shares are followed.
    public let isOfHolder: Bool

    /// A dated action.
    public init(at: Timestamp, action: Action, isOfHolder: Bool = false) {
      self.at = at
      self.action = action
      self.isOfHolder = isOfHolder
    }
  }

  /// The first moment of the projection.
  public let start: Timestamp
  /// The last moment of the projection.
  public let end: Timestamp
  /// The time between two compoundings.
  public let step: Seconds
  /// The sources of yield.
  public let sources: [Source]
  /// The auctions, if there are any.
  public let auctions: Auctions?
  /// The holder whose shares are followed, if any.
  public let holder: Holder?
  /// What happens, in increasing time; actions of one second happen in the order given.
  public let events: [Event]
  /// Seconds per block, for delays that rules count in blocks.
  public let blockTime: ExactRational
  /// The year that yields are scaled to.
  public let year: YearLength

  /// The most points that a projection may have.
  public static let maximumPoints: UInt64 = 200_000

  /// The most deposits and withdrawals of the holder.
  public static let maximumHolderEvents = 1_000

  /// A scenario.
  ///
  /// - Parameters:
  ///   - start: the first moment.
  ///   - horizon: the length.
  ///   - step: the time between two compoundings.
  ///   - sources: the sources of yield.
  ///   - auctions: the auctions, if there are any.
  ///   - holder: the holder whose shares are followed, if any.
  ///   - events: what happens, in increasing time, within the projection.
  ///   - blockTime: seconds per block.
  ///   - year: the year that yields are scaled to.
  /// - Throws: `Fault` for a length, step or time that cannot be, and for more than
  ///   `maximumPoints` points.
  public init(
    start: Timestamp,
    horizon: Seconds,
    step: Seconds,
    sources: [Source],
    auctions: Auctions? = nil,
    holder: Holder? = nil,
    events: [Event] = [],
    blockTime: ExactRational,
    year: YearLength
  ) throws(Fault) {
    try Self.requireSteps(step, over: horizon, "stepSeconds")
    if let auctions {
      try Fault.requireNotNegative(auctions.next.payout, "auction.payout")
      try Fault.requireNotNegative(auctions.later.payout, "auction.queuedPayout")
      try Self.require(auctions, over: horizon)
    }
    do {
      end = try start.advanced(by: ExactInteger(horizon.count))
    } catch {
      throw .invalid(
        field: "horizonSeconds", found: horizon.description,
        expected: "a projection that ends before the year 5138")
    }
    self.start = start
    self.step = step
    self.sources = sources
    self.auctions = auctions
    self.holder = holder
    self.events = events
    self.blockTime = blockTime
    self.year = year
    try requireOrder()
    try requireHolder()
  }

  /// Auctions are points of the path, so that there are not too many of them.
  private static func require(_ auctions: Auctions, over horizon: Seconds) throws(Fault) {
    let most = ExactRational(maximumPoints)
    for claim in [auctions.next, auctions.later] {
      guard claim.interval.numerator.signum > 0,
        ExactRational(horizon.count).divided(byNonZero: claim.interval) <= most
      else {
        throw .invalid(
          field: "auction.everySeconds",
          found: "an auction every \(claim.interval.shortText(significantDigits: 6)) s",
          expected: "more than 0 s, and at most \(maximumPoints) auctions over the horizon")
      }
    }
  }

  private func requireHolder() throws(Fault) {
    let own = events.indices.filter { events[$0].isOfHolder }
    if holder == nil, let first = own.first {
      throw .invalid(
        field: "events[\(first)].holder", found: "true", expected: "a holder, whose event it is")
    }
    guard own.count <= Self.maximumHolderEvents else {
      throw .invalid(
        field: "events", found: "\(own.count) events of the holder",
        expected: "at most \(Self.maximumHolderEvents)")
    }
    switch holder {
    case .shares(let amount): try Fault.requireNotNegative(amount, "holder.shares")
    case .assets(let amount): try Fault.requireNotNegative(amount, "holder.assets")
    case nil: break
    }
  }

  private static func requireSteps(
    _ step: Seconds, over horizon: Seconds, _ field: String
  ) throws(Fault) {
    guard horizon.count > 0 else {
      throw .invalid(field: "horizonSeconds", found: "0", expected: "more than 0")
    }
    guard step.count > 0, horizon.count / step.count <= maximumPoints else {
      throw .invalid(
        field: field, found: step.description,
        expected: "more than 0, and at most \(maximumPoints) times over the horizon")
    }
  }

  private func requireOrder() throws(Fault) {
    var earlier = start
    for (index, event) in events.enumerated() {
      guard event.at >= earlier, event.at <= end else {
        throw .invalid(
          field: "events[\(index)].at", found: event.at.date,
          expected: "from \(earlier.date) to \(end.date): in order, within the projection")
      }
      earlier = event.at
    }
  }
}
