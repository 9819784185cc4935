public import Faults

/// Who: an account or a contract, by its 20 bytes.
public struct Address: Hashable, Comparable, Sendable, CustomStringConvertible {
  // The bytes in their order: eight, eight and four, each group big-endian.
  private let first: UInt64
  private let second: UInt64
  private let last: UInt32

  /// The address of 20 bytes, in the order of the address's text; any other number traps.
  public init(bytes: [UInt8]) {
    precondition(bytes.count == Self.byteCount, "an address has 20 bytes")
    first = UInt64(bigEndian: bytes[0..<8])
    second = UInt64(bigEndian: bytes[8..<16])
    last = UInt32(bigEndian: bytes[16..<20])
  }

  /// The address of a text: `0x` and 40 hexadecimal digits of either case.
  ///
  /// - Throws: A `Fault` without a place for any other text.
  public init(_ text: String) throws(Fault) {
    guard let bytes = HexText.bytes(of: text), bytes.count == Self.byteCount else {
      throw Fault(
        .invalidValue, found: Quotation.of(text),
        expected: "an address: 0x and 40 hexadecimal digits")
    }
    self.init(bytes: bytes)
  }

  /// The address of a number, as Solidity's `address(7)`.
  public init(number: UInt64) {
    first = 0
    second = number >> 32
    last = UInt32(truncatingIfNeeded: number)
  }

  /// Whether the address is that of a number, as the contracts' own and those that stand for labels are.
  package var isNumber: Bool { first == 0 && second >> 32 == 0 }

  /// `address(0)`, to which no token can be sent.
  public static var zero: Address { Address(number: 0) }

  /// How many bytes an address has.
  public static let byteCount = 20

  /// The 20 bytes, in the order of the text.
  public var bytes: [UInt8] {
    first.bigEndianBytes(8) + second.bigEndianBytes(8) + last.bigEndianBytes(4)
  }

  /// `0x` and 40 hexadecimal digits in lower case.
  public var description: String { HexText.text(of: bytes) }

  /// A hash without the cost of a hasher, for the contracts' own maps: a product with 2^64 over the
  /// golden ratio spreads dense and random numbers alike (Knuth, The Art of Computer Programming,
  /// volume 3, 6.4).
  public var hashValue: Int {
    Int(truncatingIfNeeded: (folded &* 0x9e37_79b9_7f4a_7c15) &>> 32)
  }

  /// Feeds the address to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(folded)
  }

  /// Orders as texts in lower case do.
  public static func < (left: Address, right: Address) -> Bool {
    (left.first, left.second, left.last) < (right.first, right.second, right.last)
  }

  /// All bits of the address in one word, its groups shifted apart.
  private var folded: UInt64 {
    first ^ (second &<< 17 | second &>> 47) ^ UInt64(last) &<< 3
  }
}
