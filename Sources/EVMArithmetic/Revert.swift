/// Why a contract call is undone: the EVM's answer instead of a result.
///
/// A revert is a result like any other here; it never stops the program. Nothing the call did
/// survives it, which the accounting types keep by working on a copy.
public enum Revert: Error, Hashable, Sendable, CustomStringConvertible {
  /// Solidity's `Panic(uint256)` with its code, for example `0x11` for checked overflow.
  case panic(UInt8)
  /// A custom error of a contract by its name, without arguments, for example `MulWadFailed`.
  case custom(String)

  /// Solidity's panic for a checked addition, subtraction, multiplication or cast out of range.
  @inlinable public static var arithmeticOverflow: Revert { .panic(0x11) }
  /// Solidity's panic for a division or modulo by zero.
  @inlinable public static var divisionByZero: Revert { .panic(0x12) }

  /// The name as a chain explorer shows it: `Panic(0x11)` or the custom error's name.
  public var name: String {
    switch self {
    case .panic(let code):
      let digits = String(code, radix: 16)
      return "Panic(0x" + (digits.count < 2 ? "0" : "") + digits + ")"
    case .custom(let name):
      return name
    }
  }

  /// The same text as `name`.
  public var description: String { name }
}
