import Testing
import Text

@testable import Chain

@Suite("How much is asked at once")
struct SizeTests {
  /// A node that takes at most so many calls in one, beside the three of the block.
  private static func limited(
    _ most: Int, vaults: Int = 40, _ make: @escaping @Sendable (Asked) -> Delivery
  ) -> MadeNode {
    var node = MadeNode(chain: MadeChain(vaults: vaults))
    node.instead = { asked, _ in asked.calls.count - 3 > most ? make(asked) : nil }
    return node
  }

  private static func plain(vaults: Int = 40) throws -> [UInt8] {
    var endpoint = try ScriptedEndpoint([MadeNode(chain: MadeChain(vaults: vaults))])
    return try endpoint.run().reading.bytes
  }

  @Test func `the first try is 48 kB of calldata`() throws {
    var endpoint = try ScriptedEndpoint([MadeNode(chain: MadeChain(vaults: 100))])
    _ = try endpoint.run().reading
    let largest = try #require(endpoint.sent("eth_call").map(\.calls.count).max())
    #expect((200...430).contains(largest), "\(largest) calls")
  }

  @Test(arguments: [1, 2, 7, 60, 150])
  func `too much is halved, and what works is remembered`(most: Int) throws {
    for make in [
      { @Sendable _ in MadeNode.body("payload too large", status: 413) },
      { @Sendable asked in MadeNode.error(-32000, "out of gas: gas limit 50000000 reached", asked)
      },
      { @Sendable asked in MadeNode.error(-32603, "request timed out", asked) },
      { @Sendable _ in MadeNode.body("<html>", status: 504) },
    ] as [@Sendable (Asked) -> Delivery] {
      var endpoint = try ScriptedEndpoint([Self.limited(most, make)])
      let reading = try endpoint.run().reading
      #expect(try reading.bytes == Self.plain())
      #expect(reading.skipped.isEmpty)
      let sizes = endpoint.sent("eth_call").map { $0.calls.count - 3 }
      let refused = sizes.count { $0 > most }
      // 300 calls, halved until they fit: what was learnt in one round is not learnt anew in each.
      #expect(refused <= 600 / most + 8, "\(refused) of \(sizes.count) requests were too large")
      let last = try #require(sizes.lastIndex { $0 > most })
      #expect(last <= sizes.count - (most == 150 ? 1 : 3))
    }
  }

  /// A contract that no node can call, alone or not.
  private static func poisoned(_ message: String, code: Int = -32000) -> MadeNode {
    let poison = ChainCall(.symbol, of: MadeChain.stake(17)).data
    var node = MadeNode(chain: MadeChain(vaults: 40))
    node.instead = { asked, _ in
      asked.calls.contains { $0.target == MadeChain.stake(17) && $0.data == poison }
        ? MadeNode.error(code, message, asked) : nil
    }
    return node
  }

  @Test(arguments: [
    (-32603, "internal error"), (-32000, "stack limit reached 1024 (1023)"),
    (-32000, "out of gas: gas limit 50000000 reached"), (-32000, "execution timeout"),
    (3, "execution reverted"),
  ])
  func `one poisonous call does not spoil its neighbours`(code: Int, message: String) throws {
    var endpoint = try ScriptedEndpoint([Self.poisoned(message, code: code)])
    let reading = try endpoint.run().reading
    #expect(reading["vaults 17 symbol"] == .null)
    #expect(reading["vaults 17 name"] == .string("LP17 token"))
    #expect(reading["vaults 16 symbol"] == .string("LP16"))
    #expect(reading.gaps.filter { $0.contains("symbol") } == ["$.vaults[17].symbol"])
    // It is looked for by halves; the others are not asked one by one.
    #expect(endpoint.sent("eth_call").count < 60, "\(endpoint.sent("eth_call").count) requests")
  }

  @Test func `what takes too long is asked in parts, but not for ever`() throws {
    var endpoint = try ScriptedEndpoint([Self.limited(60) { _ in .late("Timeout was reached") }])
    #expect(try endpoint.run().reading.bytes == Self.plain())
    // Once is chance: the same is asked again.
    var slow = MadeNode(chain: MadeChain(vaults: 40))
    slow.instead = { asked, count in
      asked.method == "eth_call" && count == 0 ? .late("Timeout was reached") : nil
    }
    var patient = try ScriptedEndpoint([slow])
    #expect(try patient.run().reading.bytes == Self.plain())
    #expect(patient.sent("eth_call").count <= 20)
    // A node that is gone: five attempts, each for half as much.
    var gone = MadeNode(chain: MadeChain(vaults: 40))
    gone.instead = { asked, _ in asked.method == "eth_call" ? .late("Timeout was reached") : nil }
    for nodes in [[gone], [gone, MadeNode(chain: MadeChain(vaults: 40))]] {
      var endpoint = try ScriptedEndpoint(nodes)
      let end = try endpoint.run()
      #expect(nodes.count == 2 || end.failure?.kind == "no reply in time")
      if nodes.count == 2 { #expect(try end.reading.bytes == Self.plain()) }
      #expect(endpoint.sent("eth_call", to: 0).count < 64)
    }
  }

  @Test func `what is asked in parts has the same bytes`() throws {
    var endpoint = try ScriptedEndpoint([
      Self.limited(9) { _ in MadeNode.body("", status: 413) },
      MadeNode(chain: MadeChain(vaults: 40)),
    ])
    #expect(try endpoint.run().reading.bytes == Self.plain())
  }
}
