internal import Contracts
package import Faults
internal import FixedPoint
package import History
package import Quantities
internal import Yields

/// What a vault really paid in a window, beside what it promised.
package struct RealizedVaultWindow: Sendable {
  /// What is known of a window.
  package enum Status: String, CaseIterable, Sendable {
    case ok
    /// The store does not reach back to its start: the figures are of what it has.
    case incomplete
    /// The vault is in fewer than two blocks.
    case tooFewObservations
    /// A value that the yield hangs on could not be read: the accumulator, the decimals, or a price.
    case unknown
    /// The accumulator is lower at the end, which no contract does: another one stands there.
    case accumulatorFell
  }

  /// Why outcome and promise differ.
  package enum Difference: String, CaseIterable, Sendable {
    case periodEnded, rateRose, rateFell, stakeGrew, stakeShrank, rewardPriceMoved, stakePriceMoved
  }

  package let name: String
  package let status: Status
  /// The vault where the window begins; nil where it is not observed at all.
  package let first: VaultMoment?
  /// And where it ends.
  package let last: VaultMoment?
  package let apr: APR?
  /// What was quoted where it begins, a promise for the time after.
  package let promised: APR?
  /// What was quoted where it ends.
  package let quoted: APR?
  package let differences: [Difference]

  /// The true length; nil with fewer than two observations.
  package var length: Seconds? {
    guard let first, let last, first.block.time < last.block.time else { return nil }
    return first.block.time.seconds(until: last.block.time)
  }
}

extension HistoryStore {
  /// What a vault really paid in a window that ends at its last block.
  ///
  /// - Parameters:
  ///   - window: the window.
  ///   - address: the vault, in lower case.
  ///   - from: nothing before this time counts.
  ///   - to: nothing after it.
  ///   - year: the year that yields are scaled to.
  /// - Returns: the window with its true start and end.
  /// - Throws: a `Fault` where the store cannot be read.
  package func realized(
    _ window: RealizedYieldQuestion.Window, of address: String, from: Timestamp? = nil,
    to: Timestamp? = nil, year: YearLength
  ) throws(Fault) -> RealizedVaultWindow {
    guard let ends = try ends(of: address, from: from, to: to) else {
      return RealizedVaultWindow(name: window.name, .tooFewObservations)
    }
    var (opening, status) = (ends.first, RealizedVaultWindow.Status.ok)
    if case .last(let length) = window.span {
      let start = ends.last.time.seconds >= length.count ? ends.last.time.seconds - length.count : 0
      // The latest block that is old enough, so that nothing is extrapolated.
      let covering = try self.ends(of: address, from: from, to: Timestamp(unchecked: start))?.last
      (opening, status) = covering.map { ($0, .ok) } ?? (ends.first, .incomplete)
    }
    guard let last = try moment(of: address, at: ends.last),
      let first = try moment(of: address, at: opening)
    else { return RealizedVaultWindow(name: window.name, .tooFewObservations) }
    return try RealizedVaultWindow(window.name, status, from: first, to: last, year: year)
  }
}

extension RealizedVaultWindow {
  fileprivate init(name: String, _ status: Status) {
    self.init(
      name: name, status: status, first: nil, last: nil, apr: nil, promised: nil, quoted: nil,
      differences: [])
  }

  /// The window between two moments, at the prices and decimals of its end.
  init(
    _ name: String, _ status: Status, from first: VaultMoment, to last: VaultMoment,
    year: YearLength
  ) throws(Fault) {
    let (promised, quoted) = (try first.report(year: year)?.apr, try last.report(year: year)?.apr)
    let (apr, doubt) = try Self.apr(from: first, to: last, year: year)
    self.init(
      name: name, status: doubt ?? status, first: first, last: last, apr: apr, promised: promised,
      quoted: quoted, differences: apr == nil ? [] : try Self.differences(from: first, to: last))
  }

  /// What was paid between two moments, at the prices and decimals of the later one; or why nobody can say.
  static func apr(
    from first: VaultMoment, to last: VaultMoment, year: YearLength
  ) throws(Fault) -> (APR?, Status?) {
    guard first.block.time < last.block.time else { return (nil, .tooFewObservations) }
    guard let start = try first.reading(), let end = try last.reading(),
      let decimals = try last.decimals(), let reward = try last.price("rewardPrice"),
      let stake = try last.price("stakePrice")
    else { return (nil, .unknown) }
    guard let realized = RealizedReward(from: start, to: end) else {
      return (nil, .accumulatorFell)
    }
    return (
      try realized.apr(decimals: decimals, rewardPrice: reward, stakePrice: stake, year: year), nil
    )
  }

  /// What changed by more than a hundredth in between, and whether the period ran out.
  private static func differences(
    from first: VaultMoment, to last: VaultMoment
  ) throws(Fault) -> [Difference] {
    func moved(
      _ before: ExactRational?, _ after: ExactRational?, _ up: Difference, _ down: Difference
    ) -> [Difference] {
      guard let before, let after, !before.isZero || !after.isZero else { return [] }
      let change = after > before ? after - before : before - after
      guard change * ExactRational(100) > before else { return [] }
      return [after > before ? up : down]
    }
    func word(_ key: String) throws(Fault) -> (ExactRational?, ExactRational?) {
      (
        try first.integer(key).map { ExactRational($0) },
        try last.integer(key).map { ExactRational($0) }
      )
    }
    func price(_ key: String) throws(Fault) -> (ExactRational?, ExactRational?) {
      (
        try first.price(key).map { ExactRational($0.wad) },
        try last.price(key).map { ExactRational($0.wad) }
      )
    }
    let (rate, stake) = (try word("rewardRate"), try word("totalSupply"))
    let (reward, staked) = (try price("rewardPrice"), try price("stakePrice"))
    let finish = try last.integer("periodFinish")
    let hasEnded = finish.map { $0 <= ExactInteger(last.block.time.seconds) } ?? false
    return (hasEnded ? [.periodEnded] : [])
      + moved(rate.0, rate.1, .rateRose, .rateFell)
      + moved(stake.0, stake.1, .stakeGrew, .stakeShrank)
      + moved(reward.0, reward.1, .rewardPriceMoved, .rewardPriceMoved)
      + moved(staked.0, staked.1, .stakePriceMoved, .stakePriceMoved)
  }
}
