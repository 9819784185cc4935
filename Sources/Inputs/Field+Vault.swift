package import FixedPoint
package import Faults
package import Quantities

// A vault's raw integers, as documents, options and rows of tables have them.

extension Field {
  /// `RewardVault.rewardRate()`.
  ///
  /// - Returns: the rate.
  /// - Throws: `Fault`.
  package func rewardRate() throws(Fault) -> RewardRate {
    try quantity("a rewardRate (scale 1e36)", decimals: 36) { raw throws(Fault) in
      try RewardRate(raw: raw)
    }
  }

  /// `RewardVault.totalSupply()`.
  ///
  /// - Parameter decimals: those of the stake token, for the hint; nil where they are not known yet.
  /// - Returns: base units.
  /// - Throws: `Fault`.
  package func totalSupply(decimals: TokenDecimals? = nil) throws(Fault) -> ExactInteger {
    try rawInteger("a totalSupply in base units", decimals: decimals?.count)
  }
}
