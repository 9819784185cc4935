internal import Quantities

/// Finds the block that is to be read, header by header.
///
/// The last block at or before a time is found by the times that headers have, never by how long a block
/// takes. Between two known blocks, one at or before the time and one after it, the next one is guessed as
/// if all blocks between took equally long; where a guess leaves more than half of them, the middle one is
/// next. So there are at most two headers for each halving, and about three where blocks come evenly.
///
/// A time after the last final block means that block. A time before the first block means none.
struct BlockSearch: Hashable, Sendable {
  /// What is to be known next.
  enum Step: Hashable, Sendable {
    case header(HeaderName)
    case found(PinnedBlock)
    /// The chain begins later, with this block.
    case none(first: PinnedBlock)
  }

  private(set) var next: Step
  /// The time that is sought; nil where the first header is the block's own.
  private let time: UInt64?
  /// The last block that is known to be at or before the time.
  private var below: PinnedBlock?
  /// The first one that is known to be after it.
  private var above: PinnedBlock?
  /// Whether the last guess left more than half of the blocks.
  private var isSlow = false

  /// - Parameters:
  ///   - choice: which block it is.
  ///   - known: final blocks of the chain, in any order.
  init(_ choice: BlockChoice, known: some Sequence<PinnedBlock>) {
    switch choice {
    case .finalized: (next, time) = (.header(.finalized), nil)
    case .number(let number): (next, time) = (.header(.number(number)), nil)
    case .hash(let hash): (next, time) = (.header(.hash(hash)), nil)
    case .time(let sought):
      (next, time) = (.header(.finalized), sought.seconds)
      bound(by: known, at: sought.seconds)
      proceed(to: sought.seconds)
    }
  }

  /// Whether a block is sought by its time, among others.
  var isByTime: Bool { time != nil }

  private mutating func bound(by known: some Sequence<PinnedBlock>, at time: UInt64) {
    for block in known {
      if block.timestamp <= time {
        if block.number >= below?.number ?? 0 { below = block }
      } else if block.number <= above?.number ?? .max {
        above = block
      }
    }
    // Blocks that cannot be of one chain bound nothing.
    if let below, let above, below.number >= above.number { (self.below, self.above) = (nil, nil) }
  }

  /// Takes the header that was to be known.
  ///
  /// - Throws: `MalformedReply` where its time is none that a block between its neighbours can have.
  mutating func take(_ block: PinnedBlock) throws(MalformedReply) {
    guard let time else { return next = .found(block) }
    switch next {
    case .header(.finalized):
      if block.timestamp <= time {
        // A node may be behind: what is known to be final stays so.
        return next = .found(below.map { $0.number > block.number ? $0 : block } ?? block)
      }
      if let below, below.number >= block.number { throw Self.impossible(block) }
      above = block
    case .header(.earliest):
      if let above, above.number < block.number { throw Self.impossible(block) }
      if block.timestamp > time { return next = .none(first: block) }
      if above?.number == block.number { throw Self.impossible(block) }
      below = block
    case .header(.number):
      guard let below, let above,
        (below.timestamp...above.timestamp).contains(block.timestamp)
      else { throw Self.impossible(block) }
      let width = above.number - below.number
      let rest: UInt64
      if block.timestamp <= time {
        (self.below, rest) = (block, above.number - block.number)
      } else {
        (self.above, rest) = (block, block.number - below.number)
      }
      isSlow = rest > width / 2
    case .header(.hash), .found, .none: return
    }
    proceed(to: time)
  }

  private mutating func proceed(to time: UInt64) {
    guard let above else { return next = .header(.finalized) }
    guard let below else { return next = .header(.earliest) }
    let width = above.number - below.number
    guard width > 1 else { return next = .found(below) }
    // Not zero: the one is at or before the time, the other after it.
    let span = above.timestamp - below.timestamp
    let share =
      isSlow
      ? width / 2
      : span.dividingFullWidth(width.multipliedFullWidth(by: time - below.timestamp)).quotient
    next = .header(.number(below.number + min(max(1, share), width - 1)))
  }

  private static func impossible(_ block: PinnedBlock) -> MalformedReply {
    MalformedReply(reason: "a time that block \(block.number) cannot have")
  }
}
