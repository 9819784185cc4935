import Faults
import Quantities
import TestSupport
import Testing
import Text

@testable import History

@Suite("A store of snapshots")
struct StoreTests {
  @Test("A snapshot comes out as it went in", arguments: RecordedSnapshot.files)
  func whole(file: String) throws {
    let document = try RecordedSnapshot.document(file)
    try TemporaryDirectory.with { folder in
      let path = "\(folder)/store.sqlite"
      do {
        let store = try HistoryStore(path: path, for: .append)
        #expect(try store.append(document) == .added)
        #expect(try store.append(document) == .present)
      }
      let store = try HistoryStore(path: path, for: .read)
      let block = try #require(try store.last())
      #expect(
        RecordedSnapshot.bytes(try store.snapshot(at: block)) == RecordedSnapshot.bytes(document))
      #expect(try store.blocks() == [block])
      #expect(try store.chainID == 80094)
    }
  }

  @Test("A block with another hash, and another chain, change nothing")
  func refusals() throws {
    try TemporaryDirectory.with { folder in
      let store = try HistoryStore(path: "\(folder)/store.sqlite", for: .append)
      _ = try store.append(try RecordedSnapshot.later(0))
      let before = try store.blocks()
      let other = fault { _ = try store.append(RecordedSnapshot.later(0, hash: "1")) }
      #expect(other?.code == .chain)
      #expect(other?.found.contains("with the hash") == true)
      let text = RecordedSnapshot.bytes(try RecordedSnapshot.later(1))
        .replacing("\"id\":80094", with: "\"id\":80069")
      let chain = fault { _ = try store.append(JSONReader.parse(text).value) }
      #expect(chain?.code == .chain)
      #expect(chain?.found == "a snapshot of chain 80069")
      let none = fault { _ = try store.append(.members(["kind": .string("x")])) }
      #expect(none?.code == .invalidValue)
      #expect(try store.blocks() == before)
    }
  }

  @Test("One process appends, others read meanwhile")
  func oneWriter() throws {
    try TemporaryDirectory.with { folder in
      let path = "\(folder)/store.sqlite"
      let store = try HistoryStore(path: path, for: .append)
      _ = try store.append(RecordedSnapshot.later(0))
      let reader = try HistoryStore(path: path, for: .read)
      #expect(try reader.blocks().count == 1)
      let second = fault { _ = try HistoryStore(path: path, for: .append) }
      #expect(second?.code == .unwritable)
      #expect(second?.found == "another process writes it")
      _ = try store.append(RecordedSnapshot.later(5))
      #expect(try reader.blocks().count == 2)
    }
  }

  @Test("Nothing that is stored can be changed or removed")
  func onlyGrows() throws {
    try TemporaryDirectory.with { folder in
      let store = try HistoryStore(path: "\(folder)/store.sqlite", for: .append)
      _ = try store.append(RecordedSnapshot.document("validator.json"))
      try store.record(Attempt(time: Timestamp(5), host: "h", failure: nil))
      let tables = try store.statement("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .all { $0.text(0) ?? "" }
      #expect(tables.count == 14)
      for table in tables {
        #expect(try store.database.integer("SELECT count(*) FROM \(table)") ?? 0 > 0, "\(table)")
        let column = try #require(
          try store.statement("SELECT name FROM pragma_table_info('\(table)')")
            .first([]) { $0.text(0) ?? "" })
        for change in ["DELETE FROM \(table)", "UPDATE \(table) SET \(column) = \(column)"] {
          #expect(fault { try store.database.run(change) }?.found.contains("only grows") == true)
        }
      }
    }
  }

  @Test("A word that is none does not get in")
  func digits() throws {
    try TemporaryDirectory.with { folder in
      let store = try HistoryStore(path: "\(folder)/store.sqlite", for: .append)
      for word in ["1.5", "-1", "0x10", "", "1e3", String(repeating: "9", count: 79)] {
        let text = RecordedSnapshot.bytes(try RecordedSnapshot.later(0, vaults: 1))
          .replacing("\"5020794202394978747085441510186\"", with: "\"\(word)\"")
        #expect(
          fault { _ = try store.append(JSONReader.parse(text).value) }?.found
            .contains("CHECK constraint failed") == true, "\(word)")
      }
      #expect(try store.blocks().isEmpty)
    }
  }

  @Test("Attempts are counted, and since when they fail")
  func attempts() throws {
    try TemporaryDirectory.with { folder in
      let path = "\(folder)/store.sqlite"
      let outcomes: [String?] = ["timeout", nil, "rate-limited", "timeout", "timeout"]
      for (index, failure) in outcomes.enumerated() {
        // As runs by cron do it: each opens the store anew.
        let store = try HistoryStore(path: path, for: .append)
        try store.record(
          Attempt(time: Timestamp(UInt64(100 + index)), host: "node", failure: failure))
      }
      let store = try HistoryStore(path: path, for: .read)
      #expect(try store.failures().map(\.failure) == ["rate-limited", "timeout"])
      #expect(try store.failures().map(\.count) == [1, 3])
      #expect(try store.failingSince() == Timestamp(102))
      #expect(try store.lastAttempt()?.failure == "timeout")
    }
  }

  @Test("A vault's blocks, and the ends of a range of times")
  func ranges() throws {
    try TemporaryDirectory.with { folder in
      let store = try HistoryStore(path: "\(folder)/store.sqlite", for: .append)
      // The past may come last.
      for step in [30, 0, 20, 10] {
        _ = try store.append(RecordedSnapshot.later(step, vaults: step == 20 ? 1 : 2))
      }
      let blocks = try store.blocks()
      #expect(blocks.map(\.number) == blocks.map(\.number).sorted())
      #expect(blocks.map(\.vaultCount) == [2, 2, 1, 2])
      let second = try store.vaultAddresses()[1]
      var seen: [UInt64] = []
      try store.forEach(of: second, in: blocks[0].number...blocks[3].number) { block, _ in
        seen.append(block.number)
      }
      #expect(seen == [blocks[0], blocks[1], blocks[3]].map(\.number))
      // Up to the third block's time the vault is last seen in the second.
      let ends = try store.ends(of: second, from: nil, to: blocks[2].time)
      #expect(ends?.first == blocks[0] && ends?.last == blocks[1])
      let before = try Timestamp(blocks[0].time.seconds - 1)
      #expect(try store.block(atOrBefore: before) == nil)
      #expect(try store.ends(of: second, from: nil, to: before) == nil)
      #expect(try store.firstBlock(atOrAfter: Timestamp(blocks[1].time.seconds + 1)) == blocks[2])
    }
  }
}

/// The fault of what cannot be done.
func fault(_ body: () throws -> Void) -> Fault? {
  do {
    try body()
    return nil
  } catch {
    return error as? Fault
  }
}
