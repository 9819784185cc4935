internal import Faults
package import FixedPoint
internal import Inputs
internal import Quantities
internal import Yields

/// A validator's part of the active stake, which a snapshot does not have.
package struct StakeShare: Sendable {
  /// The part, 0 to 1.
  package let share: ExactRational
  /// The stake itself, wei of BERA; nil where only the part is given.
  package let stake: ExactInteger?

  /// The keys that say it.
  package static let keys = ["stakeShare", "stake", "totalStake"]

  /// Reads the part, or both stakes; nil where nothing is given.
  ///
  /// - Throws: a `Fault` for a malformed value, and for values that exclude one another.
  static func read(_ inputs: InputObject, notes: inout InputNotes) throws(Fault) -> StakeShare? {
    let (given, own, total) = (
      try inputs.field("stakeShare"), try inputs.field("stake"), try inputs.field("totalStake")
    )
    let stake = try own?.rawInteger("a stake in wei of BERA", decimals: 18)
    if let given {
      if let total {
        throw total.error(
          .conflict, expected: "\(inputs.spelling(of: "stakeShare")), or the total stake, not both")
      }
      let share = try given.fraction("a share of the stake", notes: &notes)
      guard share <= .one else {
        throw given.error(
          .outOfRange, expected: "a share of the stake, 0 to 1",
          hint: given.text.hasSuffix("%") ? nil : "write percent as \(given.text)%")
      }
      return StakeShare(share: ExactRational(share), stake: stake)
    }
    guard let stake else {
      if let total { throw total.error(.conflict, expected: "it beside the validator's stake") }
      return nil
    }
    guard let total else {
      throw inputs.missing(
        "totalStake",
        "the stake of all active validators in wei, or \(inputs.spelling(of: "stakeShare"))")
    }
    let all = try total.rawInteger("the total stake in wei of BERA", decimals: 18)
    guard all.signum > 0, stake <= all else {
      throw total.error(.outOfRange, expected: "more than 0, and at least the validator's stake")
    }
    return StakeShare(share: ExactRational(stake, overNonZero: all), stake: stake)
  }

  /// Stakes that look like whole tokens.
  static func warnings(_ inputs: InputObject) throws(Fault) -> [Warning] {
    var warnings: [Warning?] = []
    for key in ["stake", "totalStake"] {
      let stake = try inputs.field(key)?.rawInteger("a stake in wei of BERA", decimals: 18)
      warnings.append(stake.flatMap { Plausibility.amount($0, key) })
    }
    return warnings.compactMap(\.self)
  }
}
