internal import Contracts
internal import FixedPoint
internal import Quantities
internal import YieldKernels
internal import Yields

/// What moved between two states of a chain: collected value by value.
///
/// Only what both sides have is compared: 0 is a value, null is none.
struct SnapshotComparison: Sendable {
  /// A value that could not be compared.
  struct Gap: Sendable {
    enum Side: String, CaseIterable, Sendable { case before, after, both }
    let subject: Change.Subject
    /// What was not compared, by its key in the file.
    let field: String
    /// Which snapshot could not read it.
    let missing: Side
  }

  /// What is about to happen within this is told.
  static let horizon = Seconds.day

  private let threshold: ExactRational
  private let start: Timestamp
  private let end: Timestamp
  private(set) var changes: [Change] = []
  private(set) var gaps: [Gap] = []

  /// - Parameters:
  ///   - threshold: what part of its value before a figure moves by, at least, to be told.
  ///   - start: the time of the state before.
  ///   - end: the time of the state after.
  init(threshold: ExactRational, from start: Timestamp, to end: Timestamp) {
    self.threshold = threshold
    self.start = start
    self.end = end
  }

  mutating func add(_ change: Change) { changes.append(change) }

  /// Both values; nil and a gap where a side has none.
  private mutating func both<Value>(
    _ before: Value?, _ after: Value?, _ field: String, of subject: Change.Subject
  ) -> (Value, Value)? {
    if let before, let after { return (before, after) }
    let side: Gap.Side = before == nil ? (after == nil ? .both : .before) : .after
    gaps.append(Gap(subject: subject, field: field, missing: side))
    return nil
  }

  /// Tells a figure that moved by more than the threshold; one that was 0 moved by no part of it, and is told.
  private mutating func compare(
    _ kind: Change.Kind, _ subject: Change.Subject, _ before: ExactRational,
    _ after: ExactRational, _ unit: FigureUnit, _ value: (ExactRational) -> Change.Value
  ) {
    guard before != after else { return }
    let growth = before.isZero ? nil : (after - before).divided(byNonZero: before)
    if let growth, growth.magnitude <= threshold { return }
    add(Change(kind, subject, from: value(before), to: value(after), unit, growth: growth))
  }
}

// Vaults.
extension SnapshotComparison {
  /// Compares two states of one vault.
  mutating func compare(_ before: VaultState, _ after: VaultState) {
    let subject = Change.Subject.vault(after.address, name: after.name)
    if let (was, now) = both(before.isPaused, after.isPaused, "paused", of: subject), was != now {
      add(
        Change(
          now ? .paused : .unpaused, subject, from: .word("\(was)"), to: .word("\(now)"), .flag))
    }
    if let (was, now) = both(before.periodFinish, after.periodFinish, "periodFinish", of: subject) {
      comparePeriods(was, now, subject)
    }
    if let (was, now) = both(before.rewardRate, after.rewardRate, "rewardRate", of: subject) {
      compare(.rate, subject, ExactRational(was), ExactRational(now), .rawRate) { rate in
        .raw(rate.numerator, decimals: 2 * Wad.fractionDigits)
      }
    }
    if let (was, now) = both(before.totalSupply, after.totalSupply, "totalSupply", of: subject) {
      let decimals = after.stakeDecimals
      compare(.stake, subject, ExactRational(was), ExactRational(now), .raw) { stake in
        .raw(stake.numerator, decimals: decimals?.count)
      }
    }
    if let (was, now) = both(before.offers, after.offers, "incentives", of: subject) {
      compareOffers(was, now, of: after, (before.emission, after.emission))
    }
  }

  private mutating func comparePeriods(
    _ was: Timestamp, _ now: Timestamp, _ subject: Change.Subject
  ) {
    let (ran, runs) = (start < was, end < now)
    let words = [VaultStatus.expired.name, VaultStatus.active.name].map { Change.Value.word($0) }
    if ran, !runs {
      add(Change(.expired, subject, from: words[1], to: words[0], .text))
    } else if runs, !ran {
      let idle = was.seconds == 0 ? Change.Value.word(VaultStatus.neverNotified.name) : words[0]
      add(Change(.started, subject, from: idle, to: words[1], .text))
    }
    guard runs, end.seconds(until: now) <= Self.horizon else { return }
    func left(_ time: Timestamp, _ finish: Timestamp) -> Change.Value {
      .seconds(ExactRational(time.seconds(until: finish).count))
    }
    add(Change(.ending, subject, from: left(start, was), to: left(end, now), .exactSeconds))
  }

  private mutating func compareOffers(
    _ was: [VaultState.Offer], _ now: [VaultState.Offer], of vault: VaultState,
    _ emission: (before: VaultEmission?, after: VaultEmission?)
  ) {
    for offer in now {
      compare(was.first { $0.token == offer.token }, offer, emission, of: vault)
    }
    for offer in was where !now.contains(where: { $0.token == offer.token }) {
      guard offer.pays != false else { continue }
      add(
        Change(
          .offerGone, subject(offer, of: vault), from: offer.remaining.map { offer.amount($0) },
          to: nil, .raw))
    }
  }

  private func subject(_ offer: VaultState.Offer, of vault: VaultState) -> Change.Subject {
    .offer(token: offer.token, symbol: offer.symbol, vault: vault.address, name: vault.name)
  }

  private mutating func compare(
    _ old: VaultState.Offer?, _ offer: VaultState.Offer,
    _ emission: (before: VaultEmission?, after: VaultEmission?), of vault: VaultState
  ) {
    let subject = subject(offer, of: vault)
    guard let old else {
      if offer.pays != false {
        add(
          Change(
            .offerAdded, subject, from: nil, to: offer.remaining.map { offer.amount($0) }, .raw))
      }
      return warn(offer, nil, emission, subject)
    }
    if let (was, now) = both(old.remaining, offer.remaining, "amountRemaining", of: subject),
      was != now
    {
      let kind: Change.Kind? =
        now.isZero ? .offerDry : was.isZero ? .offerAdded : was < now ? .offerFilled : nil
      if let kind {
        add(Change(kind, subject, from: offer.amount(was), to: offer.amount(now), .raw))
      }
    }
    if let (was, now) = both(old.rate, offer.rate, "incentiveRate", of: subject), was != now,
      offer.pays != false
    {
      add(
        Change(
          was < now ? .offerRaised : .offerLowered, subject,
          from: offer.amount(was),
          to: offer.amount(now), .raw,
          growth: was.isZero
            ? nil : ExactRational(now - was, overNonZero: was)))
    }
    warn(offer, old, emission, subject)
  }

  /// Tells an offer that runs dry soon.
  private mutating func warn(
    _ offer: VaultState.Offer, _ old: VaultState.Offer?,
    _ emission: (before: VaultEmission?, after: VaultEmission?), _ subject: Change.Subject
  ) {
    guard offer.pays ?? false, let runway = offer.runway(emission.after),
      runway <= ExactRational(Self.horizon.count)
    else { return }
    add(
      Change(
        .offerRunningDry, subject, from: old?.runway(emission.before).map { .seconds($0) },
        to: .seconds(runway), .exactSeconds))
  }
}

extension VaultState.Offer {
  /// Base units of the token as people read them: whole tokens where its decimals are known.
  fileprivate func amount(_ units: ExactInteger) -> Change.Value {
    .raw(units, decimals: decimals?.count)
  }
}

// Prices and validators.
extension SnapshotComparison {
  /// Compares what a token cost with what it costs.
  mutating func compare(_ before: TokenPrices.Entry, _ after: TokenPrices.Entry) {
    let subject = Change.Subject.token(after.token, symbol: after.symbol)
    guard let (was, now) = both(before.price, after.price, "price", of: subject) else { return }
    compare(.price, subject, ExactRational(was.wad), ExactRational(now.wad), .usd) { price in
      .usd(price.wad(rounding: .down))
    }
  }

  /// Compares a validator with what it was.
  ///
  /// - Parameters:
  ///   - before: nil where the snapshot before has no such validator; then the block in which a change was
  ///     queued says whether that is new.
  ///   - after: the validator.
  ///   - block: the number of the block before.
  mutating func compare(
    _ before: ObservedValidator?, _ after: ObservedValidator, since block: UInt64
  ) {
    let subject = Change.Subject.validator(after.key)
    if let queued = after.queuedCommission {
      let isNew = before.map { old in old.queuedCommission.map { $0 != queued } ?? true }
      if isNew ?? (queued.block > block) {
        add(
          Change(
            .commissionQueued, subject, from: after.commission.map { .basisPoints($0) },
            to: .basisPoints(queued.rate), .basisPoints))
      }
    }
    guard let before,
      let (was, now) = both(before.commission, after.commission, "commission", of: subject),
      was != now
    else { return }
    add(
      Change(.commission, subject, from: .basisPoints(was), to: .basisPoints(now), .basisPoints))
  }
}
