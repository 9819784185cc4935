import Faults
import Text
import Testing

@testable import Questions
@testable import Sheets

@Suite struct PoolPriceQuestionTests {
  private static let total =
    #"{"totalAssets": "260000000000000000000000", "totalSupply": "250000000000000000000000"}"#
  private static let parts =
    #"{"consensusDeposits": "260000000000000000000000", "totalSupply": "250000000000000000000000"}"#

  @Test func `the total alone says nothing of parts, phase and capacity`() throws {
    let sheet = try QuestionRun.poolPrice(Self.total)
    for key in [
      "assets.consensusDeposits", "assets.buffer", "assets.rewardsVault", "assets.operatorRewards",
      "assets.unchargedFee", "lifecycle.phase", "lifecycle.remainingCapacity",
    ] {
      #expect(sheet.value(key) == nil, "\(key)")
    }
    #expect(sheet.value("sharePrice") == "1.04")
    #expect(sheet.value("totalAssets") == "260000000000000000000000")
    #expect(sheet.value("totalSupply") == "250000000000000000000000")
    #expect(sheet.text(TextStyle()).contains("remaining capacity  needs the parts\n"))
  }

  @Test func `a part that is not given counts as 0, which the page says`() throws {
    let sheet = try QuestionRun.poolPrice(Self.parts)
    #expect(sheet.value("lifecycle.phase") == "active")
    #expect(sheet.value("lifecycle.remainingCapacity") == "9740000000000000000000000")
    #expect(sheet.value("assets.buffer") == "0")
    let page = sheet.text(TextStyle())
    #expect(page.contains("buffer                 0 BERA        not given: counts as 0\n"))
    #expect(page.contains("consensus layer        260,000 BERA\n"))
  }

  @Test func `a fee is of a reward, and assets are needed`() throws {
    #expect(
      QuestionRun.error { try QuestionRun.poolPrice(Self.total, options: ["protocolFeeBps": "5"]) }
        == "--protocol-fee-bps: found \"5\"; expected it with reward only, as the fee is on rewards"
    )
    #expect(
      QuestionRun.error { try QuestionRun.poolPrice(#"{"totalSupply": "5"}"#) }
        == "case.json:1:1: $: found no assets; expected totalAssets or its parts (consensusDeposits, buffer, rewardsVault, operatorRewards, unchargedFee)"
    )
  }
}
