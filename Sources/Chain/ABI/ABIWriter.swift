package import Contracts
package import Words

/// Encodes arguments as Solidity's ABI does: words of 32 bytes, dynamic values behind them.
package struct ABIWriter: Sendable {
  package private(set) var bytes: [UInt8]

  package init(selector: UInt32 = 0) {
    bytes = selector == 0 ? [] : Self.bytes(of: selector)
  }

  /// A selector's four bytes.
  package static func bytes(of selector: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: selector >> (24 - 8 * $0)) }
  }

  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  package mutating func append(_ number: Int) {
    append(zeros: 24)
    append(UInt128(truncatingIfNeeded: number), bytes: 8)
  }

  package mutating func append(_ word: UInt256) {
    append(word.high, bytes: 16)
    append(word.low, bytes: 16)
  }

  /// The lowest bytes of a number, the highest of them first.
  private mutating func append(_ number: UInt128, bytes count: Int) {
    for shift in (0..<count).reversed() {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt128(8 * shift)))
    }
  }

  package mutating func append(_ address: Address) {
    append(zeros: 32 - Address.byteCount)
    bytes += address.bytes
  }

  /// `bytes`: the length, then the content, filled up to whole words.
  package mutating func append(_ content: [UInt8]) {
    append(content.count)
    bytes += content
    append(zeros: Self.padding(of: content.count))
  }

  private mutating func append(zeros count: Int) {
    bytes.append(contentsOf: repeatElement(0, count: count))
  }

  /// How many zeros fill a content up to whole words.
  static func padding(of count: Int) -> Int { (32 - count % 32) % 32 }
}
