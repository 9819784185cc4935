internal import Contracts
package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
internal import Yields

extension DiffQuestion {
  /// What is asked beside a vault's own inputs.
  package static let keys = [
    "published", "tolerance", "commission", "tokenSupply", "otherRewardPrice", "limit",
  ]

  /// Those of them that a vault in a file may have of its own.
  package static let vaultKeys = ["published", "commission", "tokenSupply", "otherRewardPrice"]

  /// Reads the question.
  ///
  /// - Throws: a `Fault` for a missing or malformed value, with its place.
  package static func read(
    _ inputs: InputObject, time: EvaluationTime, year: YearLength, rules: ProfileChoice,
    notes: inout InputNotes
  ) throws(Fault) -> DiffQuestion {
    let published = try inputs.required("published", "the published yield")
    return DiffQuestion(
      published: try published.publishedYield(), text: published.text,
      tolerance: try tolerance(inputs, notes: &notes),
      commission: try inputs.field("commission")?.deductedCommission(),
      wholeSupply: try wholeSupply(inputs),
      otherRewardPrice: try inputs.field("otherRewardPrice")?.price(notes: &notes),
      era: try rules.era(of: .vaults, at: inputs.block) ?? rules.profile.era,
      profile: rules.profile,
      limit: try inputs.field("limit")?.integer("a number of explanations", in: 1...Int.max) ?? 10,
      time: time, year: year)
  }

  /// A fraction: `0.0001`, or `0.01%` for a hundredth of a percentage point.
  private static func tolerance(
    _ inputs: InputObject, notes: inout InputNotes
  ) throws(Fault) -> ExactRational? {
    guard let tolerance = try inputs.field("tolerance") else { return nil }
    return ExactRational(try tolerance.fraction("a tolerance", notes: &notes))
  }

  private static func wholeSupply(_ inputs: InputObject) throws(Fault) -> ExactInteger? {
    guard let supply = try inputs.field("tokenSupply") else { return nil }
    let units = try supply.rawInteger("the stake token's total supply in base units")
    guard !units.isZero else {
      throw supply.error(.outOfRange, expected: "a total supply above 0")
    }
    return units
  }
}
