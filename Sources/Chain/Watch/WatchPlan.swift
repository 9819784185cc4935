package import Quantities

/// When a chain is read again and again, at which blocks, and when that ends; without a clock, a chain or a
/// store.
///
/// Readings are due at marks: the first one at once, the next ones at full multiples of the interval since
/// 1970 (of 10 min: at 12:00, 12:10, ...), whenever the watch was started. With a time to begin at, the marks
/// count from there, and those of the past are read first, the oldest first, each at the last block at or
/// before it.
///
/// - A reading that fails is tried again after 5 s, 10 s, 20 s, ..., at most 5 min or the interval. Marks that
///   pass meanwhile, or while a reading takes long, are missed: they are told, not made up for. Marks of the
///   past wait instead.
/// - A mark of the past whose state nobody keeps any more is left out, and the end is a failure.
/// - What asking again cannot mend ends it, and so does any failure where one reading is all that is wanted.
/// - Marks are wall time, waiting is steady time: a clock that is set moves the marks, and nothing else.
package struct WatchPlan: Sendable {
  /// A time by both clocks.
  package struct Now: Hashable, Sendable {
    let wall: UInt64
    /// Milliseconds of a clock that nobody sets.
    let steady: UInt64

    package init(wall: Timestamp, steady: UInt64) {
      self.wall = wall.seconds
      self.steady = steady
    }
  }

  /// What is to be done next.
  package enum Action: Hashable, Sendable {
    case observe(BlockChoice)
    case wait(milliseconds: UInt64)
    case tell(WatchNote)
    /// The end; with a failure where not all was read that was wanted.
    case stop(ChainFailure?)
  }

  private let choice: BlockChoice
  private let every: UInt64
  /// What the marks count from.
  private let origin: UInt64
  private let last: UInt64?
  private let isSingle: Bool
  /// How many readings are still wanted; nil without an end.
  private var left: Int?

  /// The mark that is read, or waited for; nil before the first.
  private var mark: UInt64?
  /// Whether the mark is of the past.
  private var isFilling: Bool
  /// When the next reading starts, by the steady clock.
  private var due: UInt64 = 0
  private var outage: Outage?
  /// Marks of the past that nobody can read, and why the first of them.
  private var lost: (count: Int, failure: ChainFailure)?
  private var before: Now?
  private var notes: [WatchNote] = []
  private var end: Action?

  /// Readings that failed one after another.
  private struct Outage: Sendable {
    let since: UInt64
    var attempts = 1
    var failure: ChainFailure
  }

  /// - Parameters:
  ///   - choice: which block is read now.
  ///   - every: the interval, at least a second.
  ///   - count: how many readings; nil is without an end.
  ///   - from: the first mark; nil is now.
  ///   - to: no mark is later.
  package init(
    reading choice: BlockChoice = .finalized, every: Seconds, count: Int? = nil,
    from: Timestamp? = nil, to: Timestamp? = nil
  ) {
    self.choice = choice
    self.every = every.count
    origin = from?.seconds ?? 0
    last = to?.seconds
    isSingle = count == 1
    left = count
    mark = from?.seconds
    isFilling = from != nil
  }
}

// What is to be done.
extension WatchPlan {
  /// What is to be done now; a reading is answered by `succeeded` or `failed`.
  package mutating func next(now: Now) -> Action {
    noteClock(now)
    let mark = mark ?? now.wall
    self.mark = mark
    if end == nil { proceed(to: mark, now) }
    if !notes.isEmpty { return .tell(notes.removeFirst()) }
    if let end { return end }
    guard now.steady < due else {
      return .observe(isFilling ? .time(Timestamp(unchecked: mark)) : choice)
    }
    // In parts, as a machine that sleeps may not count for how long.
    return .wait(milliseconds: min(due - now.steady, 60_000))
  }

  /// Ends behind the last mark, and goes over from the past to what is to come.
  private mutating func proceed(to mark: UInt64, _ now: Now) {
    if left == 0 { return finish() }
    if let last, mark > last || (!isFilling && outage != nil && now.wall > last) {
      return finish()
    }
    guard isFilling, mark > now.wall else { return }
    isFilling = false
    noteLost()
    schedule(mark, now)
  }

  private mutating func finish() {
    if isFilling { noteLost() }
    end = .stop(lost?.failure ?? outage?.failure)
  }

  private mutating func noteLost() {
    if let lost { notes.append(.lost(count: lost.count)) }
  }

  /// Tells a clock that was set, by what both say since the last time, and moves the mark with it.
  private mutating func noteClock(_ now: Now) {
    defer { before = now }
    guard let before else { return }
    let steady = (now.steady - min(now.steady, before.steady)) / 1000
    let moved = Int64(clamping: now.wall) - Int64(clamping: before.wall) - Int64(clamping: steady)
    guard moved.magnitude > Self.noticeable else { return }
    notes.append(.clock(movedBy: moved))
    if !isFilling, outage == nil, let mark, now.steady < due {
      schedule(min(mark, self.mark(after: now.wall)), now)
    }
  }

  /// Seconds by which a clock is set that is not merely kept right.
  private static let noticeable: UInt64 = 10

  private mutating func schedule(_ mark: UInt64, _ now: Now) {
    self.mark = mark
    due = now.steady + (mark - min(mark, now.wall)) * 1000
  }

  private func mark(after time: UInt64) -> UInt64 {
    time < origin ? origin : time - (time - origin) % every + every
  }
}

// What became of it.
extension WatchPlan {
  /// The reading is there, or its block was known.
  package mutating func succeeded(now: Now) {
    guard let mark else { return }
    if let outage { notes.append(.again(since: Timestamp(unchecked: outage.since))) }
    outage = nil
    left = left.map { $0 - 1 }
    advance(from: mark, now)
  }

  /// The reading failed.
  package mutating func failed(_ failure: ChainFailure, now: Now) {
    guard let mark else { return }
    if failure.outlook == .lasting || isSingle {
      end = .stop(failure)
    } else if failure.outlook == .ofBlock, isFilling {
      lost = (count: (lost?.count ?? 0) + 1, failure: lost?.failure ?? failure)
      advance(from: mark, now)
    } else {
      if outage == nil {
        notes.append(.failing(failure, since: Timestamp(unchecked: now.wall)))
      }
      let attempts = outage?.attempts ?? 0
      outage = Outage(
        since: outage?.since ?? now.wall, attempts: attempts + 1, failure: failure)
      due = now.steady + min(every, Self.longestDelay, 5 << UInt64(min(attempts, 6))) * 1000
    }
  }

  /// Seconds between attempts at most.
  private static let longestDelay: UInt64 = 300

  /// The watch is to end.
  package mutating func told() { end = end ?? .stop(nil) }

  private mutating func advance(from mark: UInt64, _ now: Now) {
    due = 0
    guard !isFilling else { return self.mark = mark + every }
    // No mark is read twice because a clock is kept right.
    let missed = self.mark(after: mark)
    let next = max(missed, self.mark(after: now.wall))
    let end = min(next, (last ?? .max - 1) + 1)
    if left != 0, missed < end {
      notes.append(
        .missed(
          from: Timestamp(unchecked: missed), every: Seconds(every),
          count: (end - missed - 1) / every + 1))
    }
    schedule(next, now)
  }
}
