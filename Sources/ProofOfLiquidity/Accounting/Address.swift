/// Who: an account or a contract, by its hex address or by any name a scenario gives it.
///
/// The accounting only compares addresses, so a name is as good as 20 bytes.
public struct Address: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name or the hex digits, as given.
  public let name: String

  /// Names an account.
  ///
  /// - Parameter name: A name or hex digits; `0x` followed by zeros only is `zero`.
  public init(_ name: String) {
    let isZeroHex = name.hasPrefix("0x") && name.dropFirst(2).allSatisfy { $0 == "0" }
    self.name = isZeroHex ? "zero" : name
  }

  /// Names an account by a literal.
  ///
  /// - Parameter value: A name or hex digits.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// `address(0)`, to which no token can be sent.
  public static let zero = Address("zero")

  /// The name.
  public var description: String { name }
}

/// Which validator: its public key, or any name a scenario gives it.
public struct ValidatorKey: Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The name or the hex digits, as given.
  public let name: String

  /// Names a validator.
  ///
  /// - Parameter name: A name or the public key's hex digits.
  public init(_ name: String) {
    self.name = name
  }

  /// Names a validator by a literal.
  ///
  /// - Parameter value: A name or the public key's hex digits.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The name.
  public var description: String { name }
}
