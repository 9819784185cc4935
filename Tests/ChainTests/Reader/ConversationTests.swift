import Contracts
import FixedPoint
import Testing
import Text

@testable import Chain

@Suite("Conversations with endpoints")
struct ConversationTests {
  @Test func `a chain is read in as many round trips as there are rounds`() throws {
    var endpoint = try ScriptedEndpoint([MadeNode(chain: MadeChain())])
    let reading = try endpoint.run().reading
    #expect(endpoint.log.prefix(2).map(\.asked.method) == ["eth_chainId", "eth_getBlockByNumber"])
    #expect(endpoint.log[1].asked.block == "finalized")
    let calls = endpoint.sent("eth_call")
    #expect(calls.allSatisfy { $0.isByHash && $0.block == MadeChain().hash })
    #expect(calls.count <= 6)
    #expect(reading.requests == endpoint.log.count)
    #expect(endpoint.now == 0, "nothing is waited for")
    // No question is asked twice, but the block's own beside each.
    let asked = calls.flatMap(\.calls).filter { $0.target != Multicall3.address }
    #expect(Set(asked).count == asked.count)
    #expect(reading.calls == asked.count)
  }

  @Test func `the file has what the chain said`() throws {
    var endpoint = try ScriptedEndpoint([MadeNode(chain: MadeChain())])
    let reading = try endpoint.run().reading
    #expect(reading["kind"] == .string("berayield-snapshot"))
    #expect(reading["chain id"] == .number("80094"))
    #expect(reading["chain block number"] == .number("21340222"))
    #expect(reading["chain block hash"] == .string(MadeChain().hash))
    #expect(reading["chain endpoint"] == .string("rpc0.example"))
    #expect(reading["era"] == .string("bgt"))
    #expect(reading["vaults 1 vault"] == .string(MadeChain.vault(1).description))
    // 2^128 + 5.
    #expect(reading["vaults 1 rewardRate"] == .string("340282366920938463463374607431768211461"))
    #expect(reading["vaults 1 totalSupply"] == .string("2000"))
    #expect(reading["vaults 1 symbol"] == .string("LP1"))
    #expect(reading["vaults 1 stakeDecimals"] == .number("18"))
    #expect(reading["vaults 1 paused"] == .bool(false))
    #expect(reading["vaults 1 whitelisted"] == .bool(true))
    #expect(reading["vaults 1 rewardPrice"] == .string("7.8"))
    #expect(reading["vaults 1 stakePrice"] == .string("3.9"))
    #expect(reading["vaults 1 stakePriceSource"] == .string("oracle"))
    #expect(reading["vaults 1 incentives 0 symbol"] == .string("INC"))
    #expect(reading["vaults 1 incentives 0 amountRemaining"] == .string("3"))
    #expect(reading["vaults 1 incentives 0 price"] == .null)
    #expect(reading["incentives bgtIncentiveFeeRate"] == .number("330"))
    #expect(reading.gaps.contains("$.vaults[1].incentives[0].price"))
    #expect(!reading.gaps.contains { $0.contains("stakePrice") })
    #expect(reading.gaps == reading.gaps.sorted())
    #expect(reading.skipped.isEmpty)
  }

  @Test(arguments: [[1], [0, 1], [1, 0]]) func `a wrong chain is refused before anything is read`(
    wrong: [Int]
  ) throws {
    var other = MadeChain()
    other.id = 1
    let nodes = wrong.map { MadeNode(chain: $0 == 1 ? other : MadeChain()) }
    var endpoint = try ScriptedEndpoint(nodes)
    let failure = try #require(try endpoint.run().failure)
    #expect(failure.kind == "wrong chain")
    #expect(failure.text == "chain id 1, expected 80094")
    #expect(failure.host == "rpc\(wrong.firstIndex(of: 1) ?? 9).example")
    #expect(endpoint.log.allSatisfy { $0.asked.method == "eth_chainId" })
  }

  @Test func `endpoints that disagree on the hash are refused`() throws {
    var other = MadeChain()
    other.hash = "0x" + String(repeating: "cd", count: 32)
    var endpoint = try ScriptedEndpoint([MadeNode(chain: MadeChain()), MadeNode(chain: other)])
    let failure = try #require(try endpoint.run().failure)
    #expect(failure.kind == "other block")
    #expect(failure.host == "rpc1.example")
    #expect(endpoint.sent("eth_call").isEmpty)
  }

  @Test func `a block by its number, and by its hash`() throws {
    let chain = MadeChain()
    for (choice, method, block) in [
      (BlockChoice.number(chain.number), "eth_getBlockByNumber", "0x145a03e"),
      (.hash(chain.hash), "eth_getBlockByHash", chain.hash),
    ] {
      var endpoint = try ScriptedEndpoint([MadeNode(chain: chain)], at: choice)
      _ = try endpoint.run().reading
      #expect(endpoint.sent(method).map(\.block) == [block])
    }
    // The header of another block is no answer.
    var endpoint = try ScriptedEndpoint([MadeNode(chain: chain)], at: .number(7))
    let failure = try #require(try endpoint.run().failure)
    #expect(failure.kind == "broken transport")
    #expect(failure.text.contains("the header of block 21340222 for 7"))
  }

  @Test(arguments: [
    (-39001, "finalized block not found"),
    (-32602, "invalid argument 0: hex string without 0x prefix"),
    (-32000, "unknown tag"), (-32601, "the tag is not supported"),
  ])
  func `where finalized is refused, the block below the head is read`(code: Int, message: String)
    throws
  {
    var node = MadeNode(chain: MadeChain())
    node.instead = { asked, _ in
      asked.block == "finalized" ? MadeNode.error(code, message, asked) : nil
    }
    var endpoint = try ScriptedEndpoint([node])
    let reading = try endpoint.run().reading
    #expect(reading.block.number == MadeChain().number)
    #expect(endpoint.sent("eth_blockNumber").count == 1)
    #expect(endpoint.sent("eth_getBlockByNumber").map(\.block) == ["finalized", "0x145a03e"])
    #expect(!endpoint.log.contains { $0.asked.block == "latest" })
  }

  @Test func `EIP-1898 refused: the number goes instead, and the hash is asked again at the end`()
    throws
  {
    var node = MadeNode(chain: MadeChain(vaults: 40))
    node.instead = { asked, _ in
      asked.isByHash
        ? MadeNode.error(-32602, "invalid argument 1: json: cannot unmarshal object", asked) : nil
    }
    var endpoint = try ScriptedEndpoint([node], policy: RetryPolicy(concurrency: 4))
    let reading = try endpoint.run().reading
    var plain = try ScriptedEndpoint([MadeNode(chain: MadeChain(vaults: 40))])
    let expected = try plain.run().reading
    #expect(try reading.bytes == expected.bytes)
    #expect(endpoint.log.last?.asked.method == "eth_getBlockByNumber")
    #expect(endpoint.log.last?.asked.block == "0x145a03e")
    let byNumber = endpoint.sent("eth_call").filter { !$0.isByHash }
    #expect(
      byNumber.count == plain.sent("eth_call").count, "as many as by the hash: nothing is split")
    #expect(endpoint.now == 0, "nothing is taken for a reply to another request")
  }

  @Test
  func `requests by the hash that are on their way when it is refused are sent by the number`()
    throws
  {
    var request = SnapshotRequest(deployment: .mainnet)
    request.vaults = (0..<60).map(MadeChain.vault)
    let chain = MadeChain(vaults: 60)
    var plain = try ScriptedEndpoint([MadeNode(chain: chain)], request)
    let expected = try plain.run().reading.bytes
    // All refused, and only the first: some of a provider's nodes know the object.
    for refused in [100, 1] {
      var node = MadeNode(chain: chain)
      let first = MadeChain.vault(0)
      node.instead = { asked, _ in
        guard asked.isByHash, refused > 1 || asked.calls.contains(where: { $0.target == first })
        else {
          return nil
        }
        return MadeNode.error(-32602, "invalid argument 1: json: cannot unmarshal object", asked)
      }
      var endpoint = try ScriptedEndpoint([node], request)
      #expect(try endpoint.run().reading.bytes == expected)
      #expect(endpoint.now == 0, "no reply is taken for another's")
      #expect(endpoint.sent("eth_call").count <= 2 * plain.sent("eth_call").count)
      #expect(endpoint.log.last?.asked.method == "eth_getBlockByNumber")
    }
  }

  @Test func `by the number, a block that was replaced meanwhile is refused`() throws {
    var node = MadeNode(chain: MadeChain())
    var replaced = MadeNode(chain: MadeChain())
    replaced.chain.hash = "0x" + String(repeating: "99", count: 32)
    node.instead = { [replaced] asked, _ in
      if asked.isByHash { return MadeNode.error(-32602, "invalid params", asked) }
      return asked.block == "0x145a03e" && asked.method == "eth_getBlockByNumber"
        ? replaced.answer(asked) : nil
    }
    var endpoint = try ScriptedEndpoint([node])
    #expect(try endpoint.run().failure?.kind == "other block")
  }

  @Test func `answers for another block are no answers`() throws {
    var other = MadeChain()
    other.number += 1
    var node = MadeNode(chain: MadeChain())
    let stray = MadeNode(chain: other)
    node.instead = { asked, _ in asked.method == "eth_call" ? stray.answer(asked) : nil }
    var endpoint = try ScriptedEndpoint([node])
    let failure = try #require(try endpoint.run().failure)
    #expect(failure.text == "block 21340223, expected 21340222")
  }
}
