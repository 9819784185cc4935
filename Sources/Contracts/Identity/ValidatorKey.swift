public import Faults

/// Which validator: its BLS public key, 48 bytes.
public struct ValidatorKey: Hashable, Sendable, CustomStringConvertible {
  // The bytes in their order, three groups of sixteen, each big-endian: without storage elsewhere, so
  // that operations and events are copied as plain words.
  private let first: UInt128
  private let second: UInt128
  private let third: UInt128

  /// The key of 48 bytes, in the order of the key's text; any other number traps.
  public init(bytes: [UInt8]) {
    precondition(bytes.count == Self.byteCount, "a validator's public key has 48 bytes")
    first = UInt128(bigEndian: bytes[0..<16])
    second = UInt128(bigEndian: bytes[16..<32])
    third = UInt128(bigEndian: bytes[32..<48])
  }

  /// The key of a text: `0x` and 96 hexadecimal digits of either case.
  ///
  /// - Throws: A `Fault` without a place for any other text.
  public init(_ text: String) throws(Fault) {
    guard let bytes = HexText.bytes(of: text), bytes.count == Self.byteCount else {
      throw Fault(
        .invalidValue, found: Quotation.of(text),
        expected: "a validator's public key: 0x and 96 hexadecimal digits")
    }
    self.init(bytes: bytes)
  }

  /// A key that stands for a number, where no real one is needed.
  public init(number: UInt64) {
    (first, second, third) = (0, 0, UInt128(number))
  }

  /// Whether the key is that of a number, as those that stand for labels are.
  package var isNumber: Bool { first == 0 && second == 0 && third >> 64 == 0 }

  /// How many bytes a key has.
  public static let byteCount = 48

  /// The 48 bytes, in the order of the text.
  public var bytes: [UInt8] {
    first.bigEndianBytes(16) + second.bigEndianBytes(16) + third.bigEndianBytes(16)
  }

  /// `0x` and 96 hexadecimal digits in lower case.
  public var description: String { HexText.text(of: bytes) }
}
