internal import Contracts
internal import Words

/// Many calls in one: `aggregate3((address,bool,bytes)[])` of Multicall3, each allowed to fail.
///
/// Source: mds1/multicall, src/Multicall3.sol.
enum Multicall3 {
  /// Where it stands on every chain that has it.
  static let address = Address(
    bytes: [
      0xca, 0x11, 0xbd, 0xe0, 0x59, 0x77, 0xb3, 0x63, 0x11, 0x67, 0x02, 0x88, 0x62, 0xbe, 0x2a,
      0x17, 0x39, 0x76, 0xca, 0x11,
    ])

  /// How many bytes of calldata a call adds: offset, target, flag, offset, length and content.
  static func size(of call: ChainCall) -> Int {
    5 * 32 + call.data.count + ABIWriter.padding(of: call.data.count)
  }

  /// The calldata that makes all calls.
  static func calldata(_ calls: [ChainCall]) -> [UInt8] {
    var writer = ABIWriter(selector: 0x82ad_56cb)
    writer.reserve(calls.reduce(64) { $0 + size(of: $1) })
    writer.append(32)
    writer.append(calls.count)
    var offset = 32 * calls.count
    for call in calls {
      writer.append(offset)
      offset += size(of: call) - 32
    }
    for call in calls {
      writer.append(call.target)
      writer.append(1)
      writer.append(96)
      writer.append(call.data)
    }
    return writer.bytes
  }

  /// What each of `count` calls answered, in their order.
  ///
  /// - Throws: `MalformedReply` where the reply as a whole cannot be that of these calls.
  static func outcomes(_ reply: [UInt8], count: Int) throws(MalformedReply) -> [CallOutcome] {
    let array = try ABIReader(reply).tail(at: 0)
    guard try array.length(ofElements: 1) == count else {
      throw MalformedReply(reason: "results of another number of calls than \(count)")
    }
    let elements = array.dropping(words: 1)
    // Contents of their own fit into the reply; one that all results point at would be copied for each.
    var room = reply.count
    return try (0..<count).map { index throws(MalformedReply) in
      let element = try elements.tail(at: index)
      let content = try element.tail(at: 1).content()
      room -= content.count
      guard room >= 0 else { throw MalformedReply(reason: "results that overlap") }
      return try element.bool(at: 0)
        ? .returned(content) : .reverted(RevertReason.text(of: content))
    }
  }
}

/// Why a call reverted, in words.
enum RevertReason {
  /// How many characters of a contract's words are kept.
  private static let longest = 1024

  /// `Error(string)` shows its text, a panic its code, another error its selector.
  static func text(of data: [UInt8]) -> String {
    guard data.count >= 4 else { return "execution reverted" }
    let body = ABIReader(Array(data.dropFirst(4)))
    switch Array(data.prefix(4)) {
    case [0x08, 0xc3, 0x79, 0xa0]:
      guard let text = try? body.tail(at: 0).content(),
        let reason = String(validating: text, as: UTF8.self)
      else { return "execution reverted" }
      return "execution reverted: \(String(reason.unicodeScalars.prefix(longest)))"
    case [0x4e, 0x48, 0x7b, 0x71]:
      guard let code = try? body.uint256(at: 0) else { return "execution reverted" }
      return "execution reverted: Panic(\(code.hexadecimal()))"
    default: return "execution reverted: \(HexText.text(of: Array(data.prefix(4))))"
    }
  }
}
