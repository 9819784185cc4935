public import Faults

/// Which validator: its BLS public key, 48 bytes.
public struct ValidatorKey: Hashable, Sendable, CustomStringConvertible {
  /// The 48 bytes, in the order of the key's text.
  public let bytes: [UInt8]

  /// The key of 48 bytes, in the order of the key's text; any other number traps.
  public init(bytes: [UInt8]) {
    precondition(bytes.count == Self.byteCount, "a validator's public key has 48 bytes")
    self.bytes = bytes
  }

  /// The key of a text: `0x` and 96 hexadecimal digits of either case.
  ///
  /// - Throws: A `Fault` without a place for any other text.
  public init(_ text: String) throws(Fault) {
    guard let bytes = HexText.bytes(of: text), bytes.count == Self.byteCount else {
      throw Fault(
        .invalidValue, found: "\"\(text)\"",
        expected: "a validator's public key: 0x and 96 hexadecimal digits")
    }
    self.init(bytes: bytes)
  }

  /// A key that stands for a number, where no real one is needed.
  public init(number: UInt64) {
    let zeros = [UInt8](repeating: 0, count: Self.byteCount - Address.byteCount)
    self.init(bytes: zeros + Address(number: number).bytes)
  }

  /// How many bytes a key has.
  public static let byteCount = 48

  /// `0x` and 96 hexadecimal digits in lower case.
  public var description: String { HexText.text(of: bytes) }
}
