import Foundation
import TestSupport
import Testing

/// The incentive that attracts what a yield needs, against Python's fractions
/// (`Tests/Vectors/generators/solve_incentive.py`).
@Suite struct SolveIncentiveTests {
  @Test func `rate, rewards, offer and fund are Python's`() throws {
    for row in try VectorRow.all(in: "solve_incentive.csv") {
      let run = try CommandLineTool.run([
        "solve", "--for", "incentive", "--tvl", try row.text("tvl"),
        "--target-apr", try row.text("targetApr"), "--reward-price", try row.text("rewardPrice"),
        "--market-bid", try row.text("marketBid"),
        "--incentive-price", try row.text("incentivePrice"),
        "--incentive-decimals", try row.text("incentiveDecimals"),
        "--days", try row.text("days"), "--format", "json",
      ])
      #expect(run.status == 0, "\(row): \(run.errors)")
      let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
      #expect(try answer.value == row.text("value"), "\(row)")
      #expect(
        try answer.rewardsForDurationTokens == Self.tokens(row.text("rewardsForDuration")), "\(row)"
      )
      #expect(try answer.incentiveRate == row.text("incentiveRate"), "\(row)")
      #expect(try answer.incentiveFund == row.text("incentiveFund"), "\(row)")
      #expect(try answer.incentiveFundUsd == row.text("incentiveFundUsd"), "\(row)")
    }
  }

  /// ceil(rewardsForDuration * incentiveRate / 1e18) of the figures beside it, by integers.
  @Test func `the fund is that of the rewards beside it, rounded once`() throws {
    let run = try CommandLineTool.run([
      "solve", "--for", "incentive", "--target-apr", "0.4", "--tvl", "2500000", "--reward-price",
      "2.35", "--market-bid", "1.41", "--incentive-price", "0.00001", "--days", "365", "--format",
      "json",
    ])
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    #expect(answer.rewardsForDurationTokens == "425531.914893617021276596")
    #expect(answer.incentiveRate == "141000000000000000000000")
    #expect(answer.incentiveFund == "60000000000000000000000036000")
    #expect(answer.incentiveFundUsd == "600000.000000000000000001")
  }

  /// Wei as whole tokens.
  private static func tokens(_ wei: String) -> String {
    let digits = String(repeating: "0", count: max(0, 19 - wei.count)) + wei
    var fraction = digits.suffix(18)
    while fraction.last == "0" { fraction.removeLast() }
    return digits.dropLast(18) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private struct Answer: Decodable {
    let value: String
    let rewardsForDurationTokens: String
    let incentiveRate: String
    let incentiveFund: String
    let incentiveFundUsd: String
  }
}
