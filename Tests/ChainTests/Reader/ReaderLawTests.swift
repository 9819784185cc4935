import Contracts
import TestSupport
import Testing

@testable import Chain

@Suite("The same chain, the same bytes")
struct ReaderLawTests {
  /// What nodes do now and then; all of it passes.
  private static func passing(_ kind: Int, _ asked: Asked) -> Delivery {
    switch kind {
    case 0: .broken("cut")
    case 1: MadeNode.body("", status: 502)
    case 2: MadeNode.result("null", asked)
    case 3: MadeNode.body("", status: 429, after: 1)
    case 4: MadeNode.error(-32005, "limit exceeded", asked)
    case 5: MadeNode.body("<html>checking your browser</html>")
    case 6: MadeNode.error(-32000, "header not found", asked)
    default: MadeNode.body("{\"id\":1,\"result\":\"0x\"}")
    }
  }

  /// A node with habits that follow from a seed.
  static func node(_ chain: MadeChain, _ random: inout SeededGenerator) -> MadeNode {
    let most = [1, 3, 20, 150, .max].randomElement(using: &random) ?? 1
    let takesHash = Bool.random(using: &random)
    let seed = random.next()
    var node = MadeNode(chain: chain)
    node.instead = { asked, count in
      if asked.isByHash, !takesHash { return MadeNode.error(-32602, "invalid params", asked) }
      if asked.calls.count - 3 > most { return MadeNode.body("", status: 413) }
      var dice = SeededGenerator(seed: seed ^ asked.id &* 31 &+ UInt64(count))
      // Never the tag: a node that answers it with an error is asked for its head instead.
      guard count < 3, asked.block != "finalized", dice.next() % 4 == 0 else { return nil }
      return passing(Int(dice.next() % 8), asked)
    }
    return node
  }

  @Test(arguments: 0..<24) func `sizes, orders, concurrency and endpoints change nothing`(
    seed: UInt64
  ) throws {
    let chain = MadeChain(vaults: 12, incentives: 2)
    var plain = try ScriptedEndpoint([MadeNode(chain: chain)])
    let expected = try plain.run().reading
    #expect(expected.gaps.count < 40)
    for round in 0..<TestScale.factor {
      var random = SeededGenerator(seed: seed &* 1000 &+ UInt64(round))
      let nodes = (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.node(chain, &random) }
      var endpoint = try ScriptedEndpoint(
        nodes,
        policy: RetryPolicy(
          retries: 9, timeout: 100_000_000, concurrency: Int.random(in: 1...6, using: &random)))
      endpoint.order = [.first, .last, .random][Int(seed % 3)]
      endpoint.random = random
      endpoint.latency = seed % 5 * 40
      let reading = try endpoint.run().reading
      #expect(try reading.bytes == expected.bytes, "seed \(seed), round \(round)")
      #expect(reading.skipped.isEmpty)
    }
  }

  @Test(arguments: 0..<12) func `an endpoint that dies at any request changes nothing either`(
    request: Int
  ) throws {
    let chain = MadeChain(vaults: 12)
    var plain = try ScriptedEndpoint([MadeNode(chain: chain)])
    let expected = try plain.run().reading.bytes
    var random = SeededGenerator(seed: UInt64(request))
    let ids = plain.log.map(\.asked.id)
    let deadly = ids[request % ids.count]
    var node = MadeNode(chain: chain)
    node.instead = { asked, _ in asked.id == deadly ? .broken("dead") : nil }
    var endpoint = try ScriptedEndpoint(
      [node, Self.node(chain, &random)], policy: RetryPolicy(retries: 5, timeout: 100_000_000))
    endpoint.order = .random
    let reading = try endpoint.run().reading
    #expect(try reading.bytes == expected)
    #expect(reading.skipped.count == 1)
  }

  @Test func `any single failing call is a gap, and the rest stands`() throws {
    let chain = MadeChain(vaults: 2)
    var plain = try ScriptedEndpoint([MadeNode(chain: chain)])
    _ = try plain.run().reading
    let calls = plain.sent("eth_call").flatMap(\.calls).filter {
      $0.target != Multicall3.address && $0.target != Deployment.mainnet.rewardVaultFactory
        && !Deployment.mainnet.oracles.contains($0.target)
    }
    for call in Set(calls) where chain.answer(call) != nil {
      for answer: [UInt8] in [[], [1]] {
        let node = MadeNode(chain: chain.answering(call, answer))
        var endpoint = try ScriptedEndpoint([node])
        let reading = try endpoint.run().reading
        #expect(reading.askedInVain.contains(call.target.description), "\(call) left no gap")
        #expect(reading["vaults 1 vault"] != nil)
      }
    }
  }
}
