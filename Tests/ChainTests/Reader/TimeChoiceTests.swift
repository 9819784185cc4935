import Faults
import Quantities
import Testing

@testable import Chain

@Suite("A block by its time, and blocks that are known")
struct TimeChoiceTests {
  private static let first: UInt64 = 21_340_000
  private static let start: UInt64 = 1_768_000_000

  /// Blocks from the first one on, three minutes each, and then slower and slower.
  private static func time(_ number: UInt64) -> UInt64 {
    let index = number - first
    return start + 180 * index + index * index
  }

  private static func hash(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: 64 - digits.count) + digits
  }

  private static func block(_ number: UInt64) -> PinnedBlock {
    PinnedBlock(number: number, hash: hash(number), timestamp: time(number))
  }

  /// A node with headers of many blocks, and the state of one of them.
  private static func node(
    at number: UInt64, finalized: UInt64 = first + 1000,
    instead: @escaping @Sendable (Asked, Int) -> Delivery? = { _, _ in nil }
  ) -> MadeNode {
    var chain = MadeChain()
    (chain.number, chain.hash, chain.timestamp) = (number, hash(number), time(number))
    var node = MadeNode(chain: chain)
    node.instead = { asked, count in
      if let other = instead(asked, count) { return other }
      guard asked.method == "eth_getBlockByNumber" else { return nil }
      let wanted =
        switch asked.block {
        case "finalized": finalized
        case "earliest": first
        default: UInt64(asked.block.dropFirst(2), radix: 16) ?? 0
        }
      return MadeNode.result(header(wanted), asked)
    }
    return node
  }

  private static func header(_ number: UInt64, hash: String? = nil) -> String {
    """
    {"number":"0x\(String(number, radix: 16))","hash":"\(hash ?? Self.hash(number))",\
    "timestamp":"0x\(String(time(number), radix: 16))"}
    """
  }

  private static func run(
    _ nodes: [MadeNode], at choice: BlockChoice, known: [PinnedBlock] = []
  ) throws -> (ReaderAction, ScriptedEndpoint) {
    var endpoint = try ScriptedEndpoint(
      nodes, at: choice, known: known, policy: RetryPolicy(retries: 1))
    return (try endpoint.run(), endpoint)
  }

  private static func choice(_ time: UInt64) -> BlockChoice { .time(Timestamp(unchecked: time)) }

  @Test func `the block is read that the headers say`() throws {
    let wanted = Self.first + 321
    for time in [Self.time(wanted), Self.time(wanted + 1) - 1] {
      let (action, endpoint) = try Self.run([Self.node(at: wanted)], at: Self.choice(time))
      #expect(try action.reading.block == Self.block(wanted))
      #expect(!endpoint.log.contains { $0.asked.block == "latest" })
      #expect(endpoint.sent("eth_call").allSatisfy { $0.block == Self.hash(wanted) })
    }
  }

  @Test func `no block is read that may be replaced`() throws {
    let last = Self.first + 1000
    let (action, _) = try Self.run([Self.node(at: last)], at: Self.choice(Self.time(last) + 9999))
    #expect(try action.reading.block == Self.block(last))
  }

  @Test func `before the first block there is none`() throws {
    let (action, endpoint) = try Self.run(
      [Self.node(at: Self.first)], at: Self.choice(Self.start - 1))
    let failure = try #require(action.failure)
    #expect(failure.kind == "no block" && failure.outlook == .lasting)
    #expect(failure.text.contains("21340000, is of 2026-01-09T"))
    #expect(endpoint.sent("eth_call").isEmpty)
    // One that has older blocks.
    let young = Self.node(at: Self.first + 2) { asked, _ in
      asked.block == "earliest" ? MadeNode.result(Self.header(Self.first + 900), asked) : nil
    }
    let (older, _) = try Self.run(
      [young, Self.node(at: Self.first + 2)], at: Self.choice(Self.time(Self.first + 2)))
    let reading = try older.reading
    #expect(reading.block == Self.block(Self.first + 2))
    #expect(reading.skipped.map(\.kind) == ["no block"])
  }

  @Test func `a known block is not read again, by its time or as the last one`() throws {
    let wanted = Self.first + 500
    let known = [Self.block(wanted), Self.block(wanted + 3)]
    for choice in [Self.choice(Self.time(wanted) + 1), .number(wanted), .hash(Self.hash(wanted))] {
      let (action, endpoint) = try Self.run([Self.node(at: wanted)], at: choice, known: known)
      guard case .known(let block) = action else { throw Impossible("\(action)") }
      #expect(block == Self.block(wanted))
      #expect(endpoint.sent("eth_call").isEmpty)
      #expect(endpoint.log.count <= 5)
    }
    let (action, _) = try Self.run(
      [Self.node(at: wanted, finalized: wanted)], at: .finalized, known: known)
    guard case .known(Self.block(wanted)) = action else { throw Impossible("\(action)") }
  }

  @Test func `another hash of a known block is refused`() throws {
    let wanted = Self.first + 500
    let other = "0x" + String(repeating: "cd", count: 32)
    let bad = Self.node(at: wanted, finalized: wanted) { asked, _ in
      asked.block == "finalized" || asked.block == "0x\(String(wanted, radix: 16))"
        ? MadeNode.result(Self.header(wanted, hash: other), asked) : nil
    }
    let good = Self.node(at: wanted, finalized: wanted)
    for nodes in [[bad], [good, bad], [bad, good]] {
      for choice in [.finalized, .number(wanted), Self.choice(Self.time(wanted))] {
        let (action, endpoint) = try Self.run(nodes, at: choice, known: [Self.block(wanted)])
        let failure = try #require(action.failure)
        #expect(failure.outlook == .lasting && failure.kind == "other block")
        #expect(failure.text.contains("than the stored \(Self.hash(wanted))"))
        #expect(endpoint.sent("eth_call").isEmpty)
      }
    }
  }

  @Test func `the next endpoint is searched anew`() throws {
    let wanted = Self.first + 321
    // It answers two headers, and is gone.
    let bad = Self.node(at: wanted) { asked, _ in
      asked.method == "eth_getBlockByNumber" && asked.block.hasPrefix("0x") ? .broken("cut") : nil
    }
    let (action, endpoint) = try Self.run(
      [bad, Self.node(at: wanted)], at: Self.choice(Self.time(wanted)))
    let reading = try action.reading
    #expect(reading.block == Self.block(wanted) && reading.host == "rpc1.example")
    // It says all headers itself.
    let asked = endpoint.sent("eth_getBlockByNumber", to: 1).map(\.block)
    #expect(asked.starts(with: ["finalized", "earliest"]))
  }

  @Test func `endpoints that disagree on the block that was found are refused`() throws {
    let wanted = Self.first + 321
    let other = "0x" + String(repeating: "cd", count: 32)
    let bad = Self.node(at: wanted) { asked, _ in
      asked.block == "0x\(String(wanted, radix: 16))"
        ? MadeNode.result(Self.header(wanted, hash: other), asked) : nil
    }
    let (action, _) = try Self.run(
      [Self.node(at: wanted), bad], at: Self.choice(Self.time(wanted)))
    #expect(action.failure?.kind == "other block")
    #expect(action.failure?.outlook == .passing)
  }

  @Test func `headers that cannot be are an endpoint's fault`() throws {
    let wanted = Self.first + 321
    let liar = Self.node(at: wanted) { asked, _ in
      guard asked.method == "eth_getBlockByNumber", asked.block.hasPrefix("0x") else { return nil }
      return MadeNode.result(
        "{\"number\":\"\(asked.block)\",\"hash\":\"\(Self.hash(1))\",\"timestamp\":\"0x1\"}", asked)
    }
    let (action, _) = try Self.run([liar], at: Self.choice(Self.time(wanted)))
    #expect(action.failure?.kind == "broken transport")
    let (mended, _) = try Self.run(
      [liar, Self.node(at: wanted)], at: Self.choice(Self.time(wanted)))
    #expect(try mended.reading.block == Self.block(wanted))
  }

  @Test func `a state that is gone is of the block, not of the endpoint`() throws {
    let wanted = Self.first + 321
    let pruned = Self.node(at: wanted) { asked, _ in
      asked.method == "eth_call"
        ? MadeNode.error(-32000, "missing trie node 12 (path ) state 0x12 is not available", asked)
        : nil
    }
    let (action, _) = try Self.run([pruned], at: Self.choice(Self.time(wanted)))
    #expect(action.failure?.outlook == .ofBlock)
    #expect(action.failure?.code == "archive-state-missing")
  }
}
