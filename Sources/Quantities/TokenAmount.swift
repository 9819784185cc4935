public import FixedPoint
public import Faults

/// How many decimal places a token has: `decimals()` of an ERC-20, a `uint8`.
public struct TokenDecimals: Hashable, Sendable, CustomStringConvertible {
  /// 0 to 255.
  public let count: Int

  /// 18, as most ERC-20 tokens have it.
  ///
  /// Far from all: USDC has 6, WBTC has 8.
  public static let eighteen = TokenDecimals(unchecked: 18)

  /// Takes a number of decimals.
  ///
  /// - Parameter count: 0 to 255.
  /// - Throws: `Fault` outside of that.
  public init(_ count: Int) throws(Fault) {
    guard count >= 0 else {
      throw .negative(quantity: "number of decimals", value: String(count))
    }
    guard count <= 255 else {
      throw .aboveMaximum(quantity: "number of decimals", value: String(count), maximum: "255")
    }
    self.init(unchecked: count)
  }

  package init(unchecked count: Int) { self.count = count }

  /// The number as the contract's `uint8`.
  package var word: UInt8 { UInt8(truncatingIfNeeded: count) }

  /// 10 to the number of decimals: the base units of one whole token.
  public var unitsPerToken: ExactInteger { ExactInteger.powerOfTen(count) }

  /// The number as text.
  public var description: String { String(count) }
}

/// An amount of some token in base units, together with the token's decimals.
///
/// A 6-decimal amount is never taken for a wad: arithmetic between two amounts asks for the same
/// decimals.
public struct TokenAmount: Hashable, Sendable {
  /// Base units: 10 to the decimals is one whole token.
  public let raw: ExactInteger
  /// The token's decimals.
  public let decimals: TokenDecimals

  /// Takes base units as the contract stores them.
  ///
  /// - Parameters:
  ///   - raw: base units, not negative.
  ///   - decimals: the token's decimals.
  /// - Throws: a `Fault` below 0.
  public init(raw: ExactInteger, decimals: TokenDecimals) throws(Fault) {
    guard !raw.isNegative else {
      throw .negative(quantity: "token amount", value: raw.description)
    }
    self.init(unchecked: raw, decimals: decimals)
  }

  /// Takes base units that cannot be negative.
  package init(unchecked raw: ExactInteger, decimals: TokenDecimals) {
    precondition(!raw.isNegative, "an amount that cannot be negative is")
    self.raw = raw
    self.decimals = decimals
  }

  /// Whole tokens, exactly.
  public var tokens: ExactRational {
    decimals.tokens(raw)
  }

  /// Whole tokens as plain decimals, no digit lost.
  public var tokensText: String { raw.decimalText(places: decimals.count) }

  /// The sum of two amounts of the same scale.
  ///
  /// - Parameter other: an amount with the same decimals.
  /// - Returns: the exact sum.
  /// - Throws: a `Fault` for other decimals.
  public func adding(_ other: TokenAmount) throws(Fault) -> TokenAmount {
    guard decimals == other.decimals else {
      throw .decimalsMismatch(left: decimals.count, right: other.decimals.count)
    }
    return try TokenAmount(raw: raw + other.raw, decimals: decimals)
  }
}
