/// Who: an account or a contract, by its hex address or by any name a scenario gives it.
///
/// The accounting only compares addresses, so a name is as good as 20 bytes.
public struct Address: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  private let number: UInt32

  /// Names an account.
  ///
  /// - Parameter name: A name or hex digits; `0x` followed by zeros only is `zero`.
  public init(_ name: String) {
    let isZeroHex = name.hasPrefix("0x") && name.dropFirst(2).allSatisfy { $0 == "0" }
    self = isZeroHex ? .zero : Address(number: NameTable.number(of: name))
  }

  private init(number: UInt32) {
    self.number = number
  }

  /// Names an account by a literal.
  ///
  /// - Parameter value: A name or hex digits.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// `address(0)`, to which no token can be sent.
  public static var zero: Address { Address(number: 0) }

  /// The name or the hex digits, as given.
  public var name: String { NameTable.name(number) }
  /// The name.
  public var description: String { name }

  /// Feeds the address to a hasher.
  ///
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(number)
  }

  /// A hash value without a hasher, for tables inside the accounting.
  public var hashValue: Int { NameTable.hash(number) }
}

/// Which validator: its public key, or any name a scenario gives it.
public struct ValidatorKey: Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  private let number: UInt32

  /// Names a validator.
  ///
  /// - Parameter name: A name or the public key's hex digits.
  public init(_ name: String) {
    number = NameTable.number(of: name)
  }

  /// Names a validator by a literal.
  ///
  /// - Parameter value: A name or the public key's hex digits.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The name or the hex digits, as given.
  public var name: String { NameTable.name(number) }
  /// The name.
  public var description: String { name }

  /// Feeds the key to a hasher.
  ///
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(number)
  }

  /// A hash value without a hasher, for tables inside the accounting.
  public var hashValue: Int { NameTable.hash(number) }
}
