import Quantities
import TestSupport
import Testing

@testable import Chain

@Suite("The last block at or before a time")
struct BlockSearchTests {
  /// A chain whose blocks come as unevenly as a seed says.
  struct MadeTimes {
    let first: UInt64
    /// The time of each block, from the first one on.
    let times: [UInt64]

    init(seed: UInt64, count: Int, steps: [ClosedRange<UInt64>]) {
      var random = SeededGenerator(seed: seed)
      first = UInt64.random(in: 0...1_000_000, using: &random)
      var time = UInt64.random(in: 1_700_000_000...1_800_000_000, using: &random)
      times = (0..<count).map { _ in
        time += UInt64.random(in: steps.randomElement(using: &random) ?? 0...0, using: &random)
        return time
      }
    }

    func block(_ index: Int) -> PinnedBlock {
      PinnedBlock(
        number: first + UInt64(index), hash: "0x\(String(first + UInt64(index), radix: 16))",
        timestamp: times[index])
    }

    /// The answer by looking at all of them.
    func last(atOrBefore time: UInt64) -> PinnedBlock? {
      times.lastIndex { $0 <= time }.map(block)
    }

    /// Answers a search until it ends; how many headers it took.
    func run(_ search: inout BlockSearch) throws -> Int {
      var count = 0
      while case .header(let name) = search.next {
        count += 1
        switch name {
        case .finalized: try search.take(block(times.count - 1))
        case .earliest: try search.take(block(0))
        case .number(let number): try search.take(block(Int(number - first)))
        case .hash: Issue.record("nobody asked for a hash")
        }
      }
      return count
    }
  }

  static func search(_ time: UInt64, known: [PinnedBlock] = []) -> BlockSearch {
    BlockSearch(.time(Timestamp(unchecked: time)), known: known)
  }

  /// Even blocks, blocks of the same second, hours between blocks, and all of these.
  private static let chains: [[ClosedRange<UInt64>]] = [
    [2...2], [0...1], [2...20_000], [0...0, 1...3, 5_000...50_000],
  ]

  @Test(arguments: chains, 1...5 as ClosedRange<UInt64>)
  func `it is what looking at all blocks finds`(steps: [ClosedRange<UInt64>], seed: UInt64) throws {
    let chain = MadeTimes(seed: seed, count: 500, steps: steps)
    let start = chain.times[0]
    var random = SeededGenerator(seed: seed)
    for turn in 0..<300 {
      let time = UInt64.random(in: start...(chain.times[499] + 10), using: &random)
      let known =
        turn % 2 == 0
        ? []
        : (0..<5).map { _ in
          chain.block(Int.random(in: 0..<500, using: &random))
        }
      var search = Self.search(time, known: known)
      let headers = try chain.run(&search)
      #expect(search.next == .found(try #require(chain.last(atOrBefore: time))))
      // Both ends, and two for each halving of 500.
      #expect(headers <= 2 + 2 * 9)
    }
  }

  @Test func `where blocks come evenly, a few headers do for millions of blocks`() throws {
    // 20 million blocks of 2 s: not made, but counted.
    let (first, start) = (UInt64(1), UInt64(1_737_381_600))
    func block(_ number: UInt64) -> PinnedBlock {
      PinnedBlock(number: number, hash: "0x\(number)", timestamp: start + 2 * number)
    }
    for time in [start + 2, start + 31_415_927, start + 39_999_999] {
      var search = Self.search(time)
      var headers = 0
      while case .header(let name) = search.next {
        headers += 1
        switch name {
        case .finalized: try search.take(block(20_000_000))
        case .earliest: try search.take(block(first))
        case .number(let number): try search.take(block(number))
        case .hash: break
        }
      }
      #expect(search.next == .found(block((time - start) / 2)))
      #expect(headers <= 5)
    }
  }

  @Test func `known blocks are not asked for`() throws {
    let chain = MadeTimes(seed: 3, count: 100, steps: [2...9])
    let time = chain.times[50]
    var search = Self.search(time, known: [chain.block(50), chain.block(51), chain.block(7)])
    #expect(search.next == .found(chain.block(50)))
    search = Self.search(time, known: [chain.block(48), chain.block(52)])
    #expect(try chain.run(&search) <= 3)
    #expect(search.next == .found(chain.block(50)))
    search = Self.search(chain.times[99] + 5, known: [chain.block(98)])
    #expect(try chain.run(&search) == 1)
    #expect(search.next == .found(chain.block(99)))
  }

  @Test func `before the first block there is none; behind the last final one it is that`() throws {
    let chain = MadeTimes(seed: 4, count: 10, steps: [2...9])
    var search = Self.search(chain.times[0] - 1)
    #expect(try chain.run(&search) == 2)
    #expect(search.next == .none(first: chain.block(0)))
    search = Self.search(chain.times[9] + 1_000_000)
    #expect(try chain.run(&search) == 1)
    #expect(search.next == .found(chain.block(9)))
  }

  @Test func `a node that is behind does not take a known block back`() throws {
    let chain = MadeTimes(seed: 5, count: 10, steps: [2...9])
    var search = Self.search(chain.times[8] + 1, known: [chain.block(8)])
    try search.take(chain.block(6))
    #expect(search.next == .found(chain.block(8)))
  }

  @Test func `a time that no block can have there is refused, and nothing changes`() throws {
    let chain = MadeTimes(seed: 6, count: 100, steps: [10...10])
    var search = Self.search(chain.times[50])
    try search.take(chain.block(99))
    try search.take(chain.block(0))
    let asked = search.next
    guard case .header(.number(let number)) = asked else { throw Impossible("\(asked)") }
    for time in [0, chain.times[0] - 1, chain.times[99] + 1, .max] {
      #expect(throws: MalformedReply.self) {
        try search.take(PinnedBlock(number: number, hash: "0x", timestamp: time))
      }
      #expect(search.next == asked)
    }
    // A first block behind the last one.
    search = Self.search(chain.times[50])
    try search.take(chain.block(60))
    #expect(throws: MalformedReply.self) { try search.take(chain.block(70)) }
  }

  @Test func `times of any size end`() throws {
    for time in [0, 1, 99_999_999_999] as [UInt64] {
      var search = Self.search(time)
      try search.take(PinnedBlock(number: .max, hash: "0x", timestamp: .max))
      if time < 99_999_999_999 {
        try search.take(PinnedBlock(number: 0, hash: "0x", timestamp: 0))
      } else {
        try search.take(PinnedBlock(number: 0, hash: "0x", timestamp: time))
      }
      var steps = 0
      while case .header(.number(let number)) = search.next {
        try search.take(
          PinnedBlock(number: number, hash: "0x", timestamp: number % 2 == 0 ? time : .max))
        steps += 1
        #expect(steps <= 130)
        guard steps <= 130 else { return }
      }
    }
  }
}
