public import FixedPoint
public import Faults

/// A share in basis points, as the contracts store percentages: 10_000 is the whole, 500 is 5 %.
public struct BasisPoints: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 0 to 10_000.
  public let value: Int

  /// The contracts' `ONE_HUNDRED_PERCENT`.
  public static let whole = BasisPoints(unchecked: 10_000)
  /// Nothing.
  public static let zero = BasisPoints(unchecked: 0)

  /// Takes a number of basis points.
  ///
  /// - Parameter value: 0 to 10_000.
  /// - Throws: `Fault` outside of that.
  public init(_ value: Int) throws(Fault) {
    guard value >= 0 else { throw .negative(quantity: "share", value: "\(value) bps") }
    guard value <= 10_000 else {
      throw .aboveMaximum(quantity: "share", value: "\(value) bps", maximum: "10000 bps")
    }
    self.init(unchecked: value)
  }

  /// Takes a number that cannot be outside of 0 to 10_000.
  package init(unchecked value: Int) {
    precondition((0...10_000).contains(value), "a share that cannot be beyond the whole is")
    self.value = value
  }

  /// What is left: 10_000 less this share.
  public var complement: BasisPoints { BasisPoints(unchecked: 10_000 - value) }

  /// The share as an exact 18-decimal fraction: 500 is 0.05.
  public var wad: Wad { Wad(raw: ExactInteger(value) * ExactInteger.powerOfTen(14)) }

  /// The number with its unit: `500 bps`.
  public var description: String { "\(value) bps" }

  /// Orders by size.
  public static func < (left: BasisPoints, right: BasisPoints) -> Bool { left.value < right.value }
}
