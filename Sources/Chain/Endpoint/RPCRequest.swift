internal import Contracts

/// One JSON-RPC request, as the body of one HTTP request.
package struct RPCRequest: Hashable, Sendable {
  package let method: String
  /// The parameters' JSON text.
  private let parameters: [UInt8]
  /// Follows from method and parameters, so that the same question has the same number in every run,
  /// and a reply to another one shows.
  package let id: UInt64

  init(_ method: String, parameters: [UInt8]) {
    self.method = method
    self.parameters = parameters
    id = FNV1a.hash(parameters, from: FNV1a.hash(Array(method.utf8))) >> 11
  }

  init(_ method: String, _ parameters: String) {
    self.init(method, parameters: Array(parameters.utf8))
  }

  /// A call of Multicall3 at a block.
  init(calling calls: [ChainCall], at block: BlockParameter) {
    self.init(Multicall3.calldata(calls), to: Multicall3.address, at: block)
  }

  /// One call at a block.
  init(calling call: ChainCall, at block: BlockParameter) {
    self.init(call.data, to: call.target, at: block)
  }

  private init(_ data: [UInt8], to target: Address, at block: BlockParameter) {
    var text = Array("[{\"to\":\"\(target)\",\"data\":\"".utf8)
    HexText.append(data, to: &text)
    text += Array("\"},\(block.json)]".utf8)
    self.init("eth_call", parameters: text)
  }

  /// The body.
  package var body: [UInt8] {
    Array("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\"\(method)\",\"params\":".utf8)
      + parameters
      + [UInt8(ascii: "}")]
  }
}

/// How a call names its block.
enum BlockParameter: Hashable, Sendable {
  /// EIP-1898: this block, and only while it is part of the chain.
  case hash(String)
  case number(UInt64)

  var json: String {
    switch self {
    case .hash(let hash): "{\"blockHash\":\"\(hash)\",\"requireCanonical\":true}"
    case .number(let number): "\"0x\(String(number, radix: 16))\""
    }
  }
}

/// Fowler, Noll and Vo's hash of 64 bits, variant 1a: the same in every run.
private enum FNV1a {
  static func hash(_ bytes: [UInt8], from state: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var hash = state
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
