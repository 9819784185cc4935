import TestSupport
import Testing
import Yields

@testable import Bulk

/// The account of published yields, whatever chunks the rows come in.
@Suite struct ComparisonTotalsTests {
  private static let header =
    "reward_rate,period_finish,total_supply,reward_price,stake_price,published\n"
  private static let vault = "272490527103681170793308992914391673,1800000001,"
  private static let input =
    header
    + [
      "598626940947001140289,7.8,223845.58,64.85%", "598626940947001140289,7.8,223845.58,77.7%", "",
      "598626940947001140289,7.8,223845.58,50.02%", "0,7.8,223845.58,5%",
      "598626940947001140289,7.8,223845.58,", "598626940947001140289,7.8,223845.58,x",
      "598626940947001140289,7.8,223845.58,64.85%", "598626940947001140289,7.8,223845.58,77.7%",
      "598626940947001140289,7.8,223845.58,5002%",
    ].map { ($0.isEmpty ? "" : vault) + $0 + "\n" }.joined()

  @Test(arguments: [1, 100, 300, 1 << 16])
  func `counts and first lines do not depend on chunks`(chunkSize: Int) throws {
    let run = try CSVInMemory.run(Array(Self.input.utf8), chunkSize: chunkSize) {
      $0.metrics = FigureKey.comparison
    }
    let totals = run.comparison
    #expect(run.rowsOut == 8 && run.rejectedRows == 1 && run.blankLines == 1)
    #expect(totals.agreeing == 1 && totals.withoutStake == 1 && totals.unpublished == 1)
    #expect(totals.unexplained == 2 && totals.firstUnexplainedLine == 3)
    #expect(
      totals.explained == [
        .init(conventions: "apy365", count: 2, firstLine: 2),
        .init(conventions: "percentReadAsFraction", count: 1, firstLine: 11),
      ])
  }
}
