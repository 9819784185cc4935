import Faults
import Quantities
import Testing

@testable import Chain

@Suite("What a watch says")
struct WatchNoteTests {
  private static let time = Timestamp(unchecked: 1_795_867_200)

  private static func text(_ note: WatchNote) -> String {
    #expect(note.fault.severity == .note && note.fault.code == .unread)
    return note.fault.description
  }

  @Test func `since when, by whom, and why`() {
    let failure = ChainFailure(
      host: "rpc.example", kind: "rate limited", text: "slow down", hint: "")
    #expect(
      Self.text(.failing(failure, since: Self.time))
        == "no reading since 2026-11-28T12:00:00Z: rpc.example: rate limited: slow down: "
        + "tried again until there is one")
    #expect(failure.code == "rate-limited")
    #expect(
      Self.text(.again(since: Self.time))
        == "readings again, the first since 2026-11-28T12:00:00Z")
  }

  @Test func `few times are listed one by one, many by their ends`() {
    func missed(_ count: UInt64) -> String {
      Self.text(.missed(from: Self.time, every: Seconds(600), count: count))
    }
    #expect(missed(1) == "1 reading missed: 2026-11-28T12:00:00Z: not made up for")
    #expect(
      missed(2)
        == "2 readings missed: 2026-11-28T12:00:00Z, 2026-11-28T12:10:00Z: not made up for")
    #expect(missed(5).contains("2026-11-28T12:40:00Z"))
    #expect(
      missed(144) == "144 readings missed: 2026-11-28T12:00:00Z to 2026-11-29T11:50:00Z, "
        + "one every 10 min: not made up for")
  }

  @Test func `times without state, and clocks`() {
    #expect(Self.text(.lost(count: 1)) == "1 time without state at the endpoints: left out")
    #expect(Self.text(.lost(count: 12)) == "12 times without state at the endpoints: left out")
    #expect(
      Self.text(.clock(movedBy: -3600))
        == "the clock was set back by 1 h: the times go on from there")
    #expect(
      Self.text(.clock(movedBy: 90)).hasPrefix("the clock was set forward by 1 min 30 s"))
  }
}
