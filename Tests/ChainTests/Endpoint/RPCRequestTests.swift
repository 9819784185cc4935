import Contracts
import Foundation
import Testing

@testable import Chain

@Suite("Requests")
struct RPCRequestTests {
  @Test func `a request is one object of JSON-RPC`() throws {
    let request = RPCRequest("eth_getBlockByNumber", "[\"finalized\",false]")
    let body = try #require(
      try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
    #expect(body["jsonrpc"] as? String == "2.0")
    #expect(body["method"] as? String == "eth_getBlockByNumber")
    #expect(body["id"] as? UInt64 == request.id)
    #expect((body["params"] as? [Any])?.count == 2)
  }

  @Test func `the number follows from the question, and a double holds it`() {
    let request = RPCRequest("eth_chainId", "[]")
    // FNV-1a of 64 bits over method and parameters, by Python.
    #expect(request.id == 2_368_816_475_608_905)
    #expect(request.id < 1 << 53)
    #expect(RPCRequest("eth_chainId", "[]").id == request.id)
    #expect(RPCRequest("eth_chainId", "[ ]").id != request.id)
    #expect(RPCRequest("eth_blockNumber", "[]").id != request.id)
  }

  @Test func `a call names its block by hash or by number`() throws {
    let call = ChainCall(.rewardRate, of: Address(number: 1))
    func parameters(_ block: BlockParameter) throws -> [Any] {
      let body = RPCRequest(calling: [call], at: block).body
      let object = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
      return try #require(object?["params"] as? [Any])
    }
    let byHash = try parameters(.hash("0xab"))
    #expect((byHash[1] as? [String: Any])?["blockHash"] as? String == "0xab")
    #expect((byHash[1] as? [String: Any])?["requireCanonical"] as? Bool == true)
    #expect(try parameters(.number(21_340_222))[1] as? String == "0x145a03e")
    let target = (byHash[0] as? [String: Any])?["to"] as? String
    #expect(target == "0xca11bde05977b3631167028862be2a173976ca11")
    let data = try #require((byHash[0] as? [String: Any])?["data"] as? String)
    #expect(data.hasPrefix("0x82ad56cb"))
  }
}
