import Contracts
import Foundation
import Testing

@testable import Chain

/// A call within a request, as a node reads it.
struct AskedCall: Hashable, Sendable {
  let target: Address
  let data: [UInt8]
}

/// A request as a node reads it, by Foundation and a decoder of its own.
struct Asked: Sendable {
  let endpoint: Int
  let method: String
  let id: UInt64
  /// The block parameter of a call, or the first parameter of another request.
  let block: String
  let isByHash: Bool
  let calls: [AskedCall]

  init(_ request: ReaderRequest) throws {
    let body = try #require(
      try JSONSerialization.jsonObject(with: Data(request.request.body)) as? [String: Any])
    endpoint = request.endpoint
    method = try #require(body["method"] as? String)
    id = try #require(body["id"] as? UInt64)
    let parameters = try #require(body["params"] as? [Any])
    guard method == "eth_call" else {
      (block, isByHash, calls) = (parameters.first as? String ?? "", false, [])
      return
    }
    let object = parameters[1] as? [String: Any]
    isByHash = object != nil
    block = try #require(object?["blockHash"] as? String ?? parameters[1] as? String)
    let call = try #require(parameters[0] as? [String: String])
    #expect(call["to"] == "0xca11bde05977b3631167028862be2a173976ca11")
    calls = try Self.decode(try #require(HexText.bytes(of: call["data"] ?? "")))
  }

  /// Takes `aggregate3((address,bool,bytes)[])` apart.
  private static func decode(_ data: [UInt8]) throws -> [AskedCall] {
    func number(_ at: Int) throws -> Int {
      try #require(at + 32 <= data.count)
      return data[at..<at + 32].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(Array(data.prefix(4)) == [0x82, 0xad, 0x56, 0xcb])
    let array = 4 + (try number(4))
    return try (0..<number(array)).map { index in
      let element = array + 32 + (try number(array + 32 + 32 * index))
      let content = element + (try number(element + 64))
      let length = try number(content)
      #expect(try number(element + 32) == 1, "each call may fail")
      return AskedCall(
        target: Address(bytes: Array(data[element + 12..<element + 32])),
        data: Array(data[content + 32..<content + 32 + length]))
    }
  }
}

/// A node of a made chain, which may do what nodes do instead of answering.
struct MadeNode: Sendable {
  var chain: MadeChain
  /// What comes instead of the answer; nil lets the node answer.
  ///
  /// The number says how often the same question was asked before.
  var instead: @Sendable (Asked, Int) -> Delivery? = { _, _ in nil }

  /// What the node answers, whole.
  func answer(_ asked: Asked) -> Delivery {
    switch asked.method {
    case "eth_chainId": Self.result("\"0x\(String(chain.id, radix: 16))\"", asked)
    case "eth_blockNumber": Self.result("\"0x\(String(chain.number + 1, radix: 16))\"", asked)
    case "eth_getBlockByNumber", "eth_getBlockByHash": Self.result(header, asked)
    case "eth_call": Self.result("\"\(HexText.text(of: results(of: asked.calls)))\"", asked)
    default: Self.error(-32601, "the method \(asked.method) does not exist/is not available", asked)
    }
  }

  private var header: String {
    """
    {"number":"0x\(String(chain.number, radix: 16))","hash":"\(chain.hash)",\
    "timestamp":"0x\(String(chain.timestamp, radix: 16))","extraData":null}
    """
  }

  /// `(bool,bytes)[]`.
  private func results(of calls: [AskedCall]) -> [UInt8] {
    func word(_ number: Int) -> [UInt8] { chain.word(UInt64(number)) }
    var (heads, tail): ([UInt8], [UInt8]) = ([], [])
    for call in calls {
      heads += word(32 * calls.count + tail.count)
      let answer = chain.answer(call)
      let data = answer ?? []
      tail += word(answer == nil ? 0 : 1) + word(64) + word(data.count) + data
      tail += [UInt8](repeating: 0, count: (32 - data.count % 32) % 32)
    }
    return word(32) + word(calls.count) + heads + tail
  }

  static func result(_ text: String, _ asked: Asked) -> Delivery {
    body("{\"jsonrpc\":\"2.0\",\"id\":\(asked.id),\"result\":\(text)}")
  }

  static func error(_ code: Int, _ message: String, _ asked: Asked) -> Delivery {
    body(
      "{\"jsonrpc\":\"2.0\",\"id\":\(asked.id),\"error\":{\"code\":\(code),\"message\":\"\(message)\"}}"
    )
  }

  /// No reply at all.
  static let silence = Delivery.broken("silence")

  static func body(_ text: String, status: Int = 200, after: UInt64? = nil) -> Delivery {
    .reply(HTTPReply(status: status, retryAfter: after, body: Array(text.utf8)))
  }
}
