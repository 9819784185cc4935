import Contracts
import Faults
import Testing
import Text
import Words

@testable import Chain

@Suite("The list of vaults is whole or nothing")
struct ListTests {
  private static let factory = Deployment.mainnet.rewardVaultFactory

  private static func index(_ index: Int) -> ABIWriter { ABIWriter(UInt256(UInt64(index))) }

  /// Chains whose list cannot be read, each in its own way.
  private static func spoiled() -> [(String, MadeChain)] {
    func chain(_ change: (inout MadeChain) -> Void) -> MadeChain {
      var chain = MadeChain(vaults: 3)
      change(&chain)
      return chain
    }
    return [
      ("the length reverts", chain { $0.set(.allVaultsLength, of: factory, nil) }),
      ("the length is empty", chain { $0.set(.allVaultsLength, of: factory, []) }),
      ("the length is short", chain { $0.set(.allVaultsLength, of: factory, [3]) }),
      (
        "the length is huge",
        chain { $0.set(.allVaultsLength, of: factory, ABIWriter(UInt256.max).bytes) }
      ),
      (
        "the length is above belief",
        chain { $0.set(.allVaultsLength, of: factory, $0.word(100_001)) }
      ),
      ("one more than there are", chain { $0.set(.allVaultsLength, of: factory, $0.word(4)) }),
      ("the second is empty", chain { $0.set(.allVaults, of: factory, index(1), []) }),
      ("the last is short", chain { $0.set(.allVaults, of: factory, index(2), [1, 2]) }),
      (
        "the first is no address",
        chain { $0.set(.allVaults, of: factory, index(0), ABIWriter(UInt256.max).bytes) }
      ),
      (
        "one stands twice",
        chain { $0.set(.allVaults, of: factory, index(1), $0.word(MadeChain.vault(0))) }
      ),
    ]
  }

  @Test func `a list that cannot be read is no snapshot`() throws {
    for (name, chain) in Self.spoiled() {
      var endpoint = try ScriptedEndpoint([MadeNode(chain: chain)], policy: RetryPolicy(retries: 2))
      let failure = try #require(try endpoint.run().failure, "\(name)")
      #expect(failure.kind == "no list of vaults", "\(name)")
      #expect(failure.text.contains("allVaults"), "\(name): \(failure.text)")
      #expect(failure.fault.code == .chain)
      #expect(endpoint.sent("eth_call").count <= 10, "\(name)")
    }
  }

  @Test func `another endpoint may have it whole`() throws {
    var plain = try ScriptedEndpoint([MadeNode(chain: MadeChain(vaults: 3))])
    let expected = try plain.run().reading.bytes
    for (name, chain) in Self.spoiled() {
      var endpoint = try ScriptedEndpoint(
        [MadeNode(chain: chain), MadeNode(chain: MadeChain(vaults: 3))],
        policy: RetryPolicy(retries: 2))
      let reading = try endpoint.run().reading
      #expect(try reading.bytes == expected, "\(name)")
      #expect(reading.skipped.map(\.kind) == ["no list of vaults"], "\(name)")
    }
  }

  @Test func `a part of the list that comes late is asked for alone`() throws {
    let bad = MadeNode(chain: Self.spoiled()[6].1)
    var node = MadeNode(chain: MadeChain(vaults: 3))
    let second = ChainCall(.allVaults, of: Self.factory, Self.index(1)).data
    node.instead = { asked, count in
      count == 0 && asked.calls.count > 4 && asked.calls.contains { $0.data == second }
        ? bad.answer(asked) : nil
    }
    var endpoint = try ScriptedEndpoint([node])
    _ = try endpoint.run().reading
    let again = endpoint.sent("eth_call").filter { $0.calls.contains { $0.data == second } }
    #expect(again.map { $0.calls.count - 3 }.last == 1)
  }

  @Test func `vaults that are named need no list`() throws {
    var request = SnapshotRequest(deployment: .mainnet)
    request.vaults = [MadeChain.vault(1)]
    var endpoint = try ScriptedEndpoint([MadeNode(chain: Self.spoiled()[0].1)], request)
    let reading = try endpoint.run().reading
    #expect(reading["vaults 0 symbol"] == .string("LP1"))
    #expect(reading["vaults 1"] == nil)
  }

  @Test func `only vaults that run and have stake, and those nobody knows of`() throws {
    var chain = MadeChain(vaults: 5)
    chain.set(.periodFinish, of: MadeChain.vault(0), chain.word(chain.timestamp))
    chain.set(.totalSupply, of: MadeChain.vault(1), chain.word(0))
    chain.set(.periodFinish, of: MadeChain.vault(2), nil)
    chain.set(.periodFinish, of: MadeChain.vault(3), chain.word(chain.timestamp + 1))
    var request = SnapshotRequest(deployment: .mainnet)
    request.isActiveOnly = true
    var endpoint = try ScriptedEndpoint([MadeNode(chain: chain)], request)
    let reading = try endpoint.run().reading
    let vaults = (0..<4).compactMap { reading["vaults \($0) vault"] }
    #expect(vaults == [2, 3, 4].map { .string(MadeChain.vault($0).description) })
    #expect(reading["vaults 0 periodFinish"] == .null)
  }
}
