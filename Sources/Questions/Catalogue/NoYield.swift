internal import FixedPoint
internal import Quantities

/// Why a figure does not exist, as a page says it.
enum NoYield {
  static let nobodyStakes = "no stake"
  static let noPrice = "the stake token has no price"
  /// No price and no stake gives the yield that was asked for.
  static let unreached = "out of reach"
  /// The APR exists, its APY is not stated.
  static var aboveLimit: String { "above an APR of \(limit)" }
  /// The APR up to which an APY is stated.
  static var limit: String { Compounding.largestStatedAPR.text() }
}
