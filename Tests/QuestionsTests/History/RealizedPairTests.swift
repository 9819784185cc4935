import FixedPoint
import Foundation
import History
import Quantities
import Questions
import TestSupport
import Testing

/// The recorded store: words of real contracts, SYNTHETIC vaults.
@Suite("What was really paid between any two blocks, against Python")
struct RealizedPairTests {
  private static var store: HistoryStore {
    get throws {
      try HistoryStore(
        path: CommandLineTool.packageRoot.appendingPathComponent("data/recorded/history.sqlite")
          .path,
        for: .read)
    }
  }

  private static let all = RealizedYieldQuestion.Window.standard[3]

  @Test("Every vault and pair")
  func pairs() throws {
    let store = try Self.store
    let rows = try VectorRow.all(in: "history_pairs.csv")
    #expect(rows.count == 10 * 19 * 18 / 2)
    for row in rows {
      func time(_ name: String) throws -> Timestamp {
        try Timestamp(row.value(name) { UInt64($0) })
      }
      let window = try store.realized(
        Self.all, of: row.text("vault"), from: time("from"), to: time("to"), year: .days365)
      #expect(window.apr.map { $0.wad.text() } ?? "" == (try row.text("apr")), "\(row)")
    }
  }

  @Test("One block, and none, have no yield")
  func few() throws {
    let store = try Self.store
    let vault = try store.vaultAddresses()[1]
    let block = try #require(try store.last())
    let one = try store.realized(
      Self.all, of: vault, from: block.time, to: block.time, year: .days365)
    #expect(one.status == .tooFewObservations && one.apr == nil && one.last != nil)
    let none = try store.realized(
      Self.all, of: vault, from: Timestamp(block.time.seconds + 1), year: .days365)
    #expect(none.status == .tooFewObservations && none.last == nil)
  }
}
