package import Contracts
package import Words

/// What cannot be read as what was asked for, in the words of a gap's reason.
package struct MalformedReply: Error, Hashable, Sendable {
  package let reason: String
}

/// Reads values of Solidity's ABI out of bytes that anybody may have made: no length and no offset is
/// believed before it is compared with what is there.
package struct ABIReader: Sendable {
  private let bytes: ArraySlice<UInt8>

  package init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  private init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  package var count: Int { bytes.count }

  /// The 32 bytes of a word, counted from 0.
  private func word(at index: Int) throws(MalformedReply) -> ArraySlice<UInt8> {
    guard index < bytes.count / 32 else {
      throw MalformedReply(
        reason: bytes.isEmpty
          ? "empty reply"
          : "short reply: \(bytes.count) bytes, at least \(32 * (index + 1)) expected")
    }
    let start = bytes.startIndex + 32 * index
    return bytes[start..<start + 32]
  }

  package func uint256(at index: Int) throws(MalformedReply) -> UInt256 {
    let word = try word(at: index)
    func half(_ bytes: ArraySlice<UInt8>) -> UInt128 {
      bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }
    return UInt256(high: half(word.prefix(16)), low: half(word.suffix(16)))
  }

  /// A number of a smaller type, which the contract's own code keeps within `limit`.
  package func number(at index: Int, upTo limit: UInt64) throws(MalformedReply) -> UInt64 {
    let word = try uint256(at: index)
    guard word.high == 0, word.low <= UInt128(limit) else {
      throw MalformedReply(reason: "a number above \(limit): \(word)")
    }
    return UInt64(word.low)
  }

  package func address(at index: Int) throws(MalformedReply) -> Address {
    let word = try word(at: index)
    guard word.prefix(32 - Address.byteCount).allSatisfy({ $0 == 0 }) else {
      throw MalformedReply(reason: "no address: a word with its upper bytes set")
    }
    return Address(bytes: Array(word.suffix(Address.byteCount)))
  }

  package func bool(at index: Int) throws(MalformedReply) -> Bool {
    try number(at: index, upTo: 1) == 1
  }

  /// What an offset in a word points at, up to the end of all bytes.
  package func tail(at index: Int) throws(MalformedReply) -> ABIReader {
    let offset = try uint256(at: index)
    guard offset.high == 0, offset.low <= UInt128(bytes.count) else {
      throw MalformedReply(reason: "an offset beyond the reply: \(offset)")
    }
    return ABIReader(bytes.dropFirst(Int(offset.low)))
  }

  /// How many elements of `words` words each an array has, whose length is the first word.
  package func length(ofElements words: Int) throws(MalformedReply) -> Int {
    let length = try uint256(at: 0)
    let room = (bytes.count / 32 - 1) / words
    guard length.high == 0, length.low <= UInt128(room) else {
      throw MalformedReply(reason: "an array of \(length) elements in room for \(room)")
    }
    return Int(length.low)
  }

  /// This reader, with the first words left out.
  package func dropping(words: Int) -> ABIReader { ABIReader(bytes.dropFirst(32 * words)) }

  /// The bytes of a dynamic `bytes`, whose length is the first word.
  package func content() throws(MalformedReply) -> [UInt8] {
    let length = try uint256(at: 0)
    guard length.high == 0, length.low <= UInt128(bytes.count - 32) else {
      throw MalformedReply(reason: "\(length) bytes in room for \(bytes.count - 32)")
    }
    return Array(bytes.dropFirst(32).prefix(Int(length.low)))
  }
}

// Texts.
extension ABIReader {
  /// The longest name that is taken for one, in bytes.
  package static let longestText = 1024

  /// A text as `string`, or as old tokens have it, `bytes32` with zeros behind.
  package func text() throws(MalformedReply) -> String {
    let content = bytes.count == 32 ? try shortText() : try tail(at: 0).content()
    guard content.count <= Self.longestText else {
      throw MalformedReply(reason: "a text of \(content.count) bytes")
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw MalformedReply(reason: "a text that is not UTF-8")
    }
    return text
  }

  private func shortText() throws(MalformedReply) -> [UInt8] {
    let content = Array(bytes.prefix { $0 != 0 })
    guard bytes.dropFirst(content.count).allSatisfy({ $0 == 0 }), !content.isEmpty else {
      throw MalformedReply(reason: "no text: a word with zeros before its end")
    }
    return content
  }
}
