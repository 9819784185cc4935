import Testing

@testable import Chain

@Suite("Asking again, and giving up")
struct PatienceTests {
  private static func node(
    _ instead: @escaping @Sendable (Asked, Int) -> Delivery?
  ) -> MadeNode {
    var node = MadeNode(chain: MadeChain())
    node.instead = instead
    return node
  }

  private static func plain() throws -> [UInt8] {
    var endpoint = try ScriptedEndpoint([MadeNode(chain: MadeChain())])
    return try endpoint.run().reading.bytes
  }

  @Test(arguments: ["eth_chainId", "eth_getBlockByNumber", "eth_call"])
  func `what passes is asked again, each time later`(method: String) throws {
    let passing: [@Sendable (Asked) -> Delivery] = [
      { MadeNode.result("null", $0) }, { _ in .broken("cut") }, { _ in MadeNode.body("<html>") },
      { _ in MadeNode.body("", status: 502) }, { MadeNode.error(-32000, "header not found", $0) },
      { MadeNode.error(-32005, "limit exceeded", $0) }, { _ in MadeNode.body("", status: 429) },
      { _ in MadeNode.body("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x1\"}") },
    ]
    for make in passing {
      // A request whose tag is refused is another matter.
      let isTag = method == "eth_getBlockByNumber"
      let node = Self.node { asked, count in
        asked.method == method && count < 3 && !(isTag && asked.block == "finalized")
          ? make(asked) : nil
      }
      var endpoint = try ScriptedEndpoint(
        [node], at: isTag ? .number(MadeChain().number) : .finalized)
      let reading = try endpoint.run().reading
      #expect(try reading.bytes == Self.plain())
      let times = endpoint.log.filter { $0.asked.method == method }.map(\.time)
      #expect(times.count >= 4)
      // Half of 100, 200 and 400 ms at least.
      #expect(times[1] >= times[0] + 50 && times[2] >= times[1] + 100 && times[3] >= times[2] + 200)
    }
  }

  @Test(arguments: [0, 1, 5]) func `after its retries a request fails`(retries: Int) throws {
    for (method, kind, make) in [
      ("eth_chainId", "broken transport", { @Sendable _ in .broken("cut") }),
      ("eth_call", "node behind", { @Sendable in MadeNode.result("null", $0) }),
      ("eth_call", "rate limited", { @Sendable _ in MadeNode.body("", status: 429) }),
      ("eth_call", "node behind", { @Sendable in MadeNode.error(-32000, "header not found", $0) }),
    ] as [(String, String, @Sendable (Asked) -> Delivery)] {
      let node = Self.node { asked, _ in asked.method == method ? make(asked) : nil }
      var endpoint = try ScriptedEndpoint([node], policy: RetryPolicy(retries: retries))
      let failure = try #require(try endpoint.run().failure)
      #expect(failure.kind == kind)
      let asked = endpoint.sent(method)
      #expect(asked.count { $0.id == asked.first?.id } == retries + 1)
    }
  }

  @Test func `a delay that the server names is kept, for all that waits`() throws {
    let node = Self.node { asked, count in
      asked.method == "eth_call" && count == 0
        ? MadeNode.body(
          "{\"error\":{\"code\":-32005,\"message\":\"rate limited\"}}", status: 429, after: 7)
        : nil
    }
    var endpoint = try ScriptedEndpoint([node])
    #expect(try endpoint.run().reading.bytes == Self.plain())
    let times = endpoint.log.filter { $0.asked.method == "eth_call" }.map(\.time)
    #expect(times[1] == times[0] + 7000)
  }

  @Test func `a shorter delay does not end a longer one`() throws {
    // Of several on their way, one is told to wait long, the next is told nothing.
    var node = MadeNode(chain: MadeChain(vaults: 60))
    node.instead = { asked, count in
      guard asked.method == "eth_call", count == 0, asked.calls.count > 100 else { return nil }
      return asked.calls.contains { $0.target == MadeChain.vault(0) }
        ? MadeNode.body("", status: 429, after: 20) : MadeNode.body("", status: 429)
    }
    var endpoint = try ScriptedEndpoint([node])
    _ = try endpoint.run().reading
    let large = endpoint.log.filter { $0.asked.calls.count > 100 }
    let first = try #require(large.first?.time)
    #expect(large.contains { $0.time >= first + 20_000 })
    #expect(!large.contains { $0.time > first && $0.time < first + 20_000 })
  }

  @Test func `a run has its time`() throws {
    let silent = Self.node { asked, _ in asked.method == "eth_call" ? MadeNode.silence : nil }
    let long = Self.node { _, _ in MadeNode.body("", status: 429, after: 86_400) }
    for node in [silent, long] {
      var endpoint = try ScriptedEndpoint([node], policy: RetryPolicy(timeout: 30_000))
      let failure = try #require(try endpoint.run().failure)
      #expect(failure.kind == "timeout")
      #expect(failure.text == "not done after 30 s")
      #expect(endpoint.now == 30_000)
    }
  }

  @Test func `nothing is taken after the end`() throws {
    let failure = { MadeNode.error(-32601, "no", $0) } as @Sendable (Asked) -> Delivery
    var endpoint = try ScriptedEndpoint([Self.node { asked, _ in failure(asked) }])
    #expect(try endpoint.run().failure != nil)
    for number in 0..<5 {
      endpoint.reader.received(.broken("late"), for: number, now: 0, random: 0)
    }
    guard case .failed = endpoint.reader.next(now: .max) else {
      Issue.record("another end than the first")
      return
    }
  }
}
