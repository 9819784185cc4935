internal import Contracts
internal import Text

/// Quantities and data of JSON-RPC.
enum HexQuantity {
  /// A number as `0x` and digits; leading zeros are let pass, a JSON number is not.
  static func number(_ value: JSONValue, _ what: String) throws(MalformedReply) -> UInt64 {
    guard case .string(let text) = value, text.hasPrefix("0x"),
      let number = UInt64(text.dropFirst(2), radix: 16), !text.contains("+"), !text.contains("-")
    else { throw MalformedReply(reason: "no \(what)") }
    return number
  }

  static func bytes(_ value: JSONValue) throws(MalformedReply) -> [UInt8] {
    guard case .string(let text) = value, let bytes = HexText.bytes(of: text) else {
      throw MalformedReply(reason: "a result that is no data")
    }
    return bytes
  }
}

extension PinnedBlock {
  /// The block of a header, which must be the one that was asked for.
  init(header: JSONValue, _ name: HeaderName) throws(MalformedReply) {
    let node = JSONNode(value: header)
    func member(_ key: String) throws(MalformedReply) -> JSONValue {
      guard let value = node[key]?.value else {
        throw MalformedReply(reason: "a header without \(key)")
      }
      return value
    }
    let hash = try HexQuantity.bytes(try member("hash"))
    guard hash.count == 32 else { throw MalformedReply(reason: "a hash of \(hash.count) bytes") }
    self.init(
      number: try HexQuantity.number(try member("number"), "block's number"),
      hash: HexText.text(of: hash),
      timestamp: try HexQuantity.number(try member("timestamp"), "block's time"))
    switch name {
    case .number(let asked) where asked != number:
      throw MalformedReply(reason: "the header of block \(number) for \(asked)")
    case .hash(let asked) where asked != self.hash:
      throw MalformedReply(reason: "the header of another hash")
    default: return
    }
  }
}
