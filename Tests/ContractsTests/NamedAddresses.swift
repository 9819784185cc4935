public import Contracts

// Tests name accounts: "alice" is the address that begins with the bytes of the letters.

extension Address: ExpressibleByStringLiteral {
  /// The address of a name of at most 20 bytes.
  public init(stringLiteral name: String) { self.init(named: name) }

  init(named name: String) {
    self.init(bytes: Array(name.utf8) + [UInt8](repeating: 0, count: 20 - name.utf8.count))
  }
}

extension ValidatorKey: ExpressibleByStringLiteral {
  /// The key of a name of at most 48 bytes.
  public init(stringLiteral name: String) {
    self.init(bytes: Array(name.utf8) + [UInt8](repeating: 0, count: 48 - name.utf8.count))
  }
}
