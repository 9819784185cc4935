internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Yields

// The best number of compoundings, beside a staker's part.

extension VaultQuestion {
  private static let nothing = "there is no APR above 0, or no stake, or it is above an APR of "

  static let bestCompounding = AnswerKey.object(
    "bestCompounding", "How often to compound, where each time costs something.",
    given: "with --compounding-cost",
    [
      .value("costUsd", .usd, "The cost of one compounding."),
      .value(
        "compounding", .count,
        "The n from 1 to 31536000 with the largest net gain in a year; of equal ones the smallest.",
        null: nothing + NoYield.limit),
      .value(
        "apy", .fraction, "The APR compounded n times, before the cost.",
        null: nothing + NoYield.limit),
      .value(
        "netGainUsd", .usd, "The balance's value times this APY, less n times the cost.",
        null: nothing + NoYield.limit),
    ])

  /// Adds the best number of compoundings to an answer.
  func appendBestCompounding(of report: VaultReport, to sheet: inout Sheet) {
    guard let compoundingCost, let balance else { return }
    let choice = report.bestCompounding(of: balance, cost: compoundingCost)
    let none = "none: no APR to compound"
    sheet.append(
      "bestCompounding", title: .column("best compounding"),
      figures: [
        .usd("costUsd", "cost of each", ExactRational(compoundingCost.wad)),
        choice.map { .count("compounding", "times per year", $0.periodsPerYear) }
          ?? .none("compounding", "times per year", none),
        choice.map { .ratio("apy", "APY before the cost", $0.apy.wad) }
          ?? .none("apy", "APY before the cost", none),
        choice.map { .usd("netGainUsd", "gain of a year, net", ExactRational($0.netGain)) }
          ?? .none("netGainUsd", "gain of a year, net", none),
      ])
  }
}
