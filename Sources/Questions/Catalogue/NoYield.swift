internal import FixedPoint

/// Why a figure does not exist, as a page says it.
enum NoYield {
  static let nobodyStakes = "nobody stakes"
  static let noPrice = "the stake token has no price"
  /// No price and no stake gives the yield that was asked for.
  static let unreached = "nothing reaches it"
  /// The APR exists, its APY is not stated.
  static var aboveLimit: String { "above an APR of \(Compounding.largestStatedAPR.text())" }
}
