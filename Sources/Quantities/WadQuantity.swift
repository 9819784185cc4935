public import FixedPoint
public import Faults

/// A quantity that is one 18-decimal number with a meaning.
///
/// Each conforming type fixes the meaning (an APR, a price in USD), so that the compiler refuses to
/// take one for another; what they share lives here, once.
public protocol WadQuantity: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number, scale 1e18.
  var wad: Wad { get }

  /// Takes a number for this quantity as it is.
  init(unchecked wad: Wad)

  /// What the quantity is called in an error.
  static var quantityName: String { get }
}

extension WadQuantity {
  /// The number as plain decimals, no digit lost.
  public var description: String { wad.text() }

  /// The fraction as an exact percentage: 0.5 is `50`.
  public var percent: String { Wad(raw: wad.rawValue * 100).text() }

  /// Orders by number.
  public static func < (left: Self, right: Self) -> Bool { left.wad < right.wad }
}

/// A ``WadQuantity`` that cannot be below zero.
public protocol NonNegativeWadQuantity: WadQuantity {}

extension NonNegativeWadQuantity {
  /// Takes a number that is not negative.
  ///
  /// - Parameter wad: the number, scale 1e18.
  /// - Throws: a `Fault` below 0.
  public init(_ wad: Wad) throws(Fault) {
    guard !wad.rawValue.isNegative else {
      throw .negative(quantity: Self.quantityName, value: wad.text())
    }
    self.init(unchecked: wad)
  }

  /// Zero of this quantity.
  public static var zero: Self { Self(unchecked: .zero) }
}

/// A price: USD for one WHOLE token (not for a base unit), scale 1e18.
public struct Price: NonNegativeWadQuantity {
  /// The number, scale 1e18.
  public let wad: Wad
  /// What the quantity is called in an error.
  public static let quantityName = "price"

  /// Takes a number as it is.
  public init(unchecked wad: Wad) { self.wad = wad }
}

/// An amount of US dollars, scale 1e18.
public struct USD: NonNegativeWadQuantity {
  /// The number, scale 1e18.
  public let wad: Wad
  /// What the quantity is called in an error.
  public static let quantityName = "amount in USD"

  /// Takes a number as it is.
  public init(unchecked wad: Wad) { self.wad = wad }
}

/// An annual percentage rate as a fraction, scale 1e18, where 0.5 is 50 %.
///
/// Simple, not compounded.
public struct APR: WadQuantity {
  /// The number, scale 1e18.
  public let wad: Wad
  /// What the quantity is called in an error.
  public static let quantityName = "APR"

  /// Takes a number as it is.
  public init(unchecked wad: Wad) { self.wad = wad }

  /// Takes a fraction (0.5 is 50 %), scale 1e18.
  public init(_ wad: Wad) { self.wad = wad }
}

/// An annual percentage yield as a fraction, scale 1e18, where 0.5 is 50 %.
///
/// Compounded.
public struct APY: WadQuantity {
  /// The number, scale 1e18.
  public let wad: Wad
  /// What the quantity is called in an error.
  public static let quantityName = "APY"

  /// Takes a number as it is.
  public init(unchecked wad: Wad) { self.wad = wad }

  /// Takes a fraction (0.5 is 50 %), scale 1e18.
  public init(_ wad: Wad) { self.wad = wad }
}

/// Underlying assets for one share, scale 1e18.
///
/// Not a USD price.
public struct SharePrice: NonNegativeWadQuantity {
  /// The number, scale 1e18.
  public let wad: Wad
  /// What the quantity is called in an error.
  public static let quantityName = "share price"

  /// Takes a number as it is.
  public init(unchecked wad: Wad) { self.wad = wad }
}
