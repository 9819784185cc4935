internal import FixedPoint
package import Contracts
internal import Yields
internal import Quantities

/// `berayield incentives --attract`: what a vault manager must offer and fund.
package enum BudgetAnalysis {
  /// Answers with the incentive rate and the fund that attract an emission.
  ///
  /// - Parameters:
  ///   - values: the inputs.
  ///   - profile: the protocol's rules.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the sheet.
  /// - Throws: `Fault`.
  package static func sheet(
    _ values: InputValues, profile: ProtocolProfile, notes: inout InputNotes
  ) throws -> AnalysisSheet {
    var values = values
    let perDay = try values.required("attract", "wei of emission to attract a day")
      .rawInteger("an emission in wei a day")
    let bid = try values.required("marketBid", "USD that the market bids per reward token")
      .price(notes: &notes)
    let price = try values.required("tokenPrice", "USD for one whole incentive token")
      .price(notes: &notes)
    let decimals = try values.field("tokenDecimals")?.tokenDecimals() ?? .eighteen
    let days = try values.required("days", "for how many days")
      .integer("a number of days", in: 1...36_500)
    try values.refuseUnknownKeys()
    return try values.analyzing {
      let budget = try IncentiveBudget(
        emissionPerDay: perDay, marketBid: bid, tokenPrice: price, decimals: decimals, days: days,
        rules: profile.rewardVault)
      var sheet = AnalysisSheet(
        title: "To attract \(Wad(raw: perDay).text()) reward tokens a day for \(days) days")
      sheet.append(
        figures: [
          .raw("incentiveRate", "offer the rate", budget.incentiveRate, "base units per 1e18 wei"),
          .raw("fund", "fund", budget.fund, "base units"),
          .decimal("fundTokens", "", decimals.tokens(budget.fund), "incentive tokens"),
          .decimal("fundUsd", "", budget.fundUSD, "USD"),
          .decimal(
            "offeredBidUsdPerToken", "which bids", budget.offeredBid, "USD per reward token"),
          .decimal(
            "marketBidUsdPerToken", "against", ExactRational(bid.wad), "USD per reward token"),
          .raw(
            "emissionCovered", "and pays for", budget.emissionCovered.integer(rounding: .down),
            "wei of emission"),
        ])
      sheet.remarks = ["rate and fund are rounded up: never below the market, never short"]
      return sheet
    }
  }
}
