package import Contracts
package import Faults
package import FixedPoint
package import Inputs
package import Quantities
package import Sheets
internal import Yields

/// What a vault manager must offer and fund to attract an emission.
package struct BudgetQuestion: Sendable {
  /// The emission to attract, wei a day.
  package let emissionPerDay: ExactInteger
  /// USD that the market bids for one whole reward token.
  package let marketBid: Price
  /// USD for one whole incentive token.
  package let tokenPrice: Price
  package let decimals: TokenDecimals
  package let days: Int
  package let profile: ProtocolProfile

  /// The incentive rate and the fund that attract the emission.
  ///
  /// - Throws: a `Fault` at the input that the contract or the arithmetic refuses.
  package func sheet() throws(Fault) -> Sheet {
    let budget = try IncentiveBudget(
      emissionPerDay: emissionPerDay, marketBid: marketBid, tokenPrice: tokenPrice,
      decimals: decimals, days: days, rules: profile.rewardVault)
    var sheet = Sheet(
      "To attract \(Wad(raw: emissionPerDay).text()) reward tokens a day for \(days) days")
    sheet.append(
      figures: [
        .raw("incentiveRate", "offer the rate", budget.incentiveRate, "base units per 1e18 wei"),
        .raw("fund", "fund", budget.fund, "base units"),
        .decimal("fundTokens", "", decimals.tokens(budget.fund), "incentive tokens"),
        .decimal("fundUsd", "", budget.fundUSD, "USD"),
        .decimal("offeredBidUsdPerToken", "which bids", budget.offeredBid, "USD per reward token"),
        .decimal(
          "marketBidUsdPerToken", "against", ExactRational(marketBid.wad), "USD per reward token"),
        .raw(
          "emissionCovered", "and pays for", budget.emissionCovered.integer(rounding: .down),
          "wei of emission"),
      ])
    sheet.append(.warnings)
    sheet.warnings = warnings
    sheet.remarks = ["rate and fund are rounded up: never below the market, never short"]
    return sheet
  }
}

extension BudgetQuestion {
  /// Reads the question.
  ///
  /// - Throws: a `Fault` for a missing or malformed value, with its place.
  package static func read(
    _ inputs: InputObject, profile: ProtocolProfile, notes: inout InputNotes
  ) throws(Fault) -> BudgetQuestion {
    BudgetQuestion(
      emissionPerDay: try inputs.required("attract", "wei of emission to attract a day")
        .rawInteger("an emission in wei a day"),
      marketBid: try inputs.required("marketBid", "USD that the market bids per reward token")
        .price(notes: &notes),
      tokenPrice: try inputs.required("tokenPrice", "USD for one whole incentive token")
        .price(notes: &notes),
      decimals: try inputs.field("tokenDecimals")?.tokenDecimals() ?? .eighteen,
      days: try inputs.required("days", "for how many days")
        .integer("a number of days", in: 1...36_500),
      profile: profile)
  }
}
