package import Faults
package import FixedPoint
package import Quantities

// A vault's inputs by the catalogue: the same reading and the same words for an option, a value of a
// document, a cell of a table and a point of a grid.

extension Field {
  /// A raw on-chain integer of the catalogue.
  ///
  /// - Parameters:
  ///   - key: the input.
  ///   - decimals: how many decimals make it whole tokens, where another input says so.
  /// - Returns: the integer.
  /// - Throws: `Fault`.
  package func rawInteger(of key: InputKey, decimals: TokenDecimals? = nil) throws(Fault)
    -> ExactInteger
  {
    // Their sentence has the range already.
    if key.scale == .count || key.scale == .basisPoints, isNegativeNumber {
      throw error(.outOfRange, expected: key.expectation)
    }
    var places = decimals?.count
    if case .raw(let own?) = key.scale { places = own }
    return try rawInteger(key.noun, decimals: places)
  }

  /// A raw `rewardRate()`.
  package func rewardRate() throws(Fault) -> RewardRate {
    RewardRate(unchecked: try rawInteger(of: .rewardRate))
  }

  /// A price in USD for one whole token.
  ///
  /// - Parameter notes: where rounded digits are reported.
  /// - Returns: the price.
  /// - Throws: `Fault`.
  package func price(notes: inout InputNotes) throws(Fault) -> Price {
    Price(unchecked: try decimal(InputKey.rewardPrice.noun, notes: &notes))
  }

  /// The price of a stake token, which is not 0.
  ///
  /// - Parameter notes: where rounded digits are reported.
  /// - Returns: the price.
  /// - Throws: `Fault`.
  package func stakePrice(notes: inout InputNotes) throws(Fault) -> Price {
    let price = try price(notes: &notes)
    guard price > .zero else {
      throw error(.outOfRange, expected: "a stake price above 0, because an APR divides by it")
    }
    return price
  }
}
