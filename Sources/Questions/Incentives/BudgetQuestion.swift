internal import Text
package import Contracts
package import Faults
package import FixedPoint
package import Inputs
package import Quantities
package import Sheets
internal import Yields

/// What a vault manager must offer and fund to attract an emission.
package struct BudgetQuestion: Sendable {
  /// The emission to attract, wei per day.
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
    let budget: IncentiveBudget
    do throws(Fault) {
      budget = try IncentiveBudget(
        emissionPerDay: emissionPerDay, days: days, marketBid: marketBid, tokenPrice: tokenPrice,
        decimals: decimals, rules: profile.rewardVault)
    } catch {
      throw error.renamed(["emissionPerDay": "attract"])
    }
    var sheet = Sheet(
      "To attract \(number: Wad(raw: emissionPerDay)) reward tokens per day for \(days) days")
    sheet.append(
      figures: [
        .scaled(
          "incentiveRate", "rate to offer", budget.incentiveRate, decimals: decimals.count,
          "tokens per reward token"),
        Figure("on chain", Phrase(budget.incentiveRate.description), "base units per 1e18 wei"),
        .scaled(
          "fund", "amount to fund", budget.fund, decimals: decimals.count, "incentive tokens"),
        .program(
          "fundTokens", .string(decimals.tokens(budget.fund).wad(rounding: .down).text())),
        .usd("fundUsd", "", budget.fundUSD),
        .decimal(
          "offeredBidPerTokenUsd", "resulting bid", budget.offeredBid, "USD per reward token"),
        .decimal(
          "marketBidPerTokenUsd", "market bid", ExactRational(marketBid.wad), "USD per reward token"
        ),
        .wei(
          "emissionCovered", "emission covered", budget.emissionCovered.integer(rounding: .down),
          "reward tokens"),
      ])
    sheet.append(.warnings)
    sheet.warnings = warnings
    sheet.remarks = [
      "rate and amount are rounded up, so that they always meet the market bid"
    ]
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
      emissionPerDay: try inputs.required("attract", "the wei of emission to attract per day")
        .rawInteger("an emission in wei per day", decimals: 18),
      marketBid: try inputs.required("marketBid", "the market's bid in USD per reward token")
        .price(notes: &notes),
      tokenPrice: try inputs.required("tokenPrice", "the USD price of one incentive token")
        .price(notes: &notes),
      decimals: try inputs.field("tokenDecimals")?.tokenDecimals() ?? .eighteen,
      days: try inputs.required("days", "the number of days")
        .integer("a number of days", in: 1...36_500),
      profile: profile)
  }
}
