import Quantities
import Testing

@testable import Yields

/// The one list of figures.
@Suite struct VaultFigureTests {
  @Test func `a report's figures are in the list's order, each once`() {
    let keys = VaultFigure.all.map(\.key)
    #expect(keys == FigureKey.allCases.filter(keys.contains))
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: [FigureKey.columns, FigureKey.metrics])
  func `columns and metrics are each once, and spelled by rule`(list: [FigureKey]) {
    #expect(Set(list).count == list.count)
    for key in list { #expect(FigureKey(spelled: key.column) == key) }
    #expect(FigureKey.rewardsPerDayUsd.column == "rewards_per_day_usd")
  }

  @Test func `every column of a row is a figure of a report`() {
    #expect(FigureKey.columns.allSatisfy { VaultFigure.with($0) != nil })
  }

  @Test(arguments: FigureKey.allCases)
  func `every figure has a title and a sentence`(key: FigureKey) {
    #expect(!key.title.isEmpty)
    #expect(key.meaning.hasSuffix("."))
  }

  @Test func `compounding is stated where the convention names one`() throws {
    let time = try Timestamp(1_740_000_000)
    let plain = VaultFigure.all(under: YieldConvention(time: time)).map(\.key)
    let monthly = VaultFigure.all(under: YieldConvention(time: time, compounding: 12)).map(\.key)
    #expect(Set(monthly).subtracting(plain) == [.apy, .compounding])
  }
}
