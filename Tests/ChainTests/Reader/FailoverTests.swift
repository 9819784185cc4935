import Faults
import Testing
import Text

@testable import Chain

@Suite("Endpoints that fail")
struct FailoverTests {
  /// A node that answers so for its calls, and everything else as it should.
  private static func failing(
    _ method: String = "eth_call",
    _ make: @escaping @Sendable (Asked) -> Delivery
  ) -> MadeNode {
    var node = MadeNode(chain: MadeChain())
    node.instead = { asked, _ in asked.method == method ? make(asked) : nil }
    return node
  }

  private static func plain() throws -> [UInt8] {
    var endpoint = try ScriptedEndpoint([MadeNode(chain: MadeChain())])
    return try endpoint.run().reading.bytes
  }

  /// What ends an endpoint at once, without another attempt.
  @Test(arguments: [
    (-32000, "missing trie node 12 (path ) state 0x12 is not available", "archive state missing"),
    (-32601, "the method eth_call does not exist/is not available", "refused"),
    (-32000, "hash 0x12 is not currently canonical", "block replaced"),
  ])
  func `what asking again cannot mend goes to the next endpoint`(
    code: Int, message: String, kind: String
  ) throws {
    let bad = Self.failing { MadeNode.error(code, message, $0) }
    var endpoint = try ScriptedEndpoint([bad, MadeNode(chain: MadeChain())])
    let reading = try endpoint.run().reading
    #expect(try reading.bytes == Self.plain())
    #expect(reading.skipped.map(\.kind) == [kind])
    #expect(reading.skipped.first?.host == "rpc0.example")
    #expect(reading["chain endpoint"] == .string("rpc1.example"))
    #expect(endpoint.now == 0)
    var alone = try ScriptedEndpoint([bad])
    let failure = try #require(try alone.run().failure)
    #expect(failure.kind == kind)
    #expect(failure.text == message)
    #expect(!failure.hint.isEmpty)
  }

  @Test(arguments: ["eth_chainId", "eth_getBlockByNumber", "eth_call"])
  func `one that breaks off is skipped after its retries`(method: String) throws {
    let bad = Self.failing(method) { _ in .broken("Connection refused") }
    for nodes in [[bad, MadeNode(chain: MadeChain())], [bad, bad, MadeNode(chain: MadeChain())]] {
      var endpoint = try ScriptedEndpoint(nodes, policy: RetryPolicy(retries: 2))
      let reading = try endpoint.run().reading
      #expect(try reading.bytes == Self.plain())
      #expect(reading.skipped.count == nodes.count - 1)
      #expect(reading.skipped.allSatisfy { $0.kind == "broken transport" })
    }
  }

  @Test func `what was read before an endpoint failed stays`() throws {
    // It answers the first round, and nothing behind it.
    var node = MadeNode(chain: MadeChain())
    node.instead = { asked, _ in
      asked.calls.contains { $0.target == MadeChain.vault(0) } ? .broken("cut") : nil
    }
    var endpoint = try ScriptedEndpoint([node, MadeNode(chain: MadeChain())])
    let reading = try endpoint.run().reading
    #expect(try reading.bytes == Self.plain())
    let first = Set(endpoint.sent("eth_call", to: 0)[0].calls)
    let again = endpoint.sent("eth_call", to: 1).flatMap(\.calls).filter {
      $0.target != Multicall3.address
    }
    #expect(first.isDisjoint(with: again))
  }

  /// Values by number from an endpoint that fails are of the pinned block only if somebody confirms it.
  @Test func `values by number are confirmed by whoever is left`() throws {
    var node = MadeNode(chain: MadeChain())
    node.instead = { asked, _ in
      if asked.isByHash { return MadeNode.error(-32602, "invalid params", asked) }
      return asked.block == "0x145a03e" && asked.method == "eth_getBlockByNumber"
        ? .broken("cut") : nil
    }
    var endpoint = try ScriptedEndpoint([node, MadeNode(chain: MadeChain())])
    let reading = try endpoint.run().reading
    #expect(try reading.bytes == Self.plain())
    #expect(endpoint.log.last?.asked.method == "eth_getBlockByNumber")
    #expect(endpoint.log.last?.asked.endpoint == 1)
    #expect(endpoint.sent("eth_getBlockByNumber", to: 1).count == 2, "once before, once after")
  }

  @Test func `when all fail, the first failure is told`() throws {
    let first = Self.failing { MadeNode.error(-32000, "missing trie node", $0) }
    let second = Self.failing { _ in .broken("cut") }
    var endpoint = try ScriptedEndpoint([first, second], policy: RetryPolicy(retries: 1))
    let failure = try #require(try endpoint.run().failure)
    #expect(failure.host == "rpc0.example")
    #expect(failure.kind == "archive state missing")
    #expect(failure.fault.code == .chain)
  }

  @Test func `no key of a URL is in what failures say`() throws {
    let url = "https://userA:passW0rd@rpc.example/v2/0123456789abcdef0123?apikey=qwertyuiop"
    for message in [
      "bad key 0123456789abcdef0123", "apikey qwertyuiop of userA:passW0rd unknown", url,
    ] {
      for make in [
        { @Sendable asked in MadeNode.error(-32601, message, asked) },
        { @Sendable _ in .broken(message) },
        { @Sendable asked in MadeNode.error(-32099, message, asked) },
      ] as [@Sendable (Asked) -> Delivery] {
        var endpoint = try ScriptedEndpoint(
          [Self.failing("eth_call", make)], policy: RetryPolicy(retries: 1), urls: [url])
        let failure = try #require(try endpoint.run().failure)
        let text = "\(failure) \(failure.fault) \(failure.note)"
        for secret in ["userA", "passW0rd", "0123456789abcdef0123", "qwertyuiop"] {
          #expect(!text.contains(secret), "\(text)")
        }
        #expect(failure.host == "rpc.example")
      }
    }
  }
}
