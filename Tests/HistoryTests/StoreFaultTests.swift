import Faults
import Foundation
import TestSupport
import Testing
import Text

@testable import History

@Suite("What a fault leaves of a store")
struct StoreFaultTests {
  /// SQLite's results for a full disk, an error of the disk, and a lock that somebody holds.
  private static let results: [Int32] = [13, 10, 5]

  @Test("A fault at any call leaves whole snapshots alone", arguments: results)
  func anyCall(result: Int32) throws {
    try TemporaryDirectory.with { folder in
      let path = "\(folder)/store.sqlite"
      _ = try HistoryStore(path: path, for: .append).append(RecordedSnapshot.later(0))
      let document = try RecordedSnapshot.later(1)
      var calls = 0
      while true {
        let store = try HistoryStore(path: path, for: .append)
        store.database.failure = .init(calls: calls, result: result)
        guard let fault = fault({ _ = try store.append(document) }) else { break }
        #expect(fault.code == (result == 13 ? .outOfSpace : .unwritable))
        try expectWhole(path, blocks: 1)
        calls += 1
      }
      #expect(calls > 30)
      try expectWhole(path, blocks: 2)
    }
  }

  @Test("A full disk at any page leaves whole snapshots alone")
  func fullDisk() throws {
    try TemporaryDirectory.with { folder in
      let path = "\(folder)/store.sqlite"
      _ = try HistoryStore(path: path, for: .append).append(RecordedSnapshot.later(0, vaults: 48))
      let document = try RecordedSnapshot.document("pol-next.json")
      var refused = 0
      for pages in 1...200 {
        let store = try HistoryStore(path: path, for: .append)
        let now = try store.database.integer("PRAGMA page_count") ?? 0
        try store.database.run("PRAGMA max_page_count = \(now + Int64(pages) - 1)")
        guard let fault = fault({ _ = try store.append(document) }) else { break }
        #expect(fault.code == .outOfSpace)
        refused += 1
        try expectWhole(path, blocks: 1)
      }
      #expect(refused > 5 && refused < 200)
      try expectWhole(path, blocks: 2)
    }
  }

  /// The store can be read, is intact, and each of its blocks has all its vaults.
  private func expectWhole(_ path: String, blocks: Int) throws {
    let store = try HistoryStore(path: path, for: .read)
    let check = try store.statement("PRAGMA integrity_check").all { $0.text(0) ?? "" }
    #expect(check == ["ok"])
    let stored = try store.blocks()
    #expect(stored.count == blocks)
    for block in stored {
      #expect(try store.vaults(at: block).count == block.vaultCount)
      _ = try store.snapshot(at: block)
    }
  }

  @Test("What is not a store is refused, and stays as it was")
  func foreign() throws {
    try TemporaryDirectory.with { folder in
      let text = "\(folder)/notes.txt"
      try TextFile.write("dear diary\n", to: text)
      #expect(refusal(of: text, for: .read)?.code == .unreadable)
      #expect(refusal(of: text, for: .append)?.code == .unreadable)
      #expect(try TextFile.read(text) == "dear diary\n")
      let other = "\(folder)/other.sqlite"
      do {
        let database = try Database(path: other, name: other, mode: .create)
        try database.run("CREATE TABLE photo (name TEXT)")
      }
      #expect(refusal(of: other, for: .read)?.found == "a database of another program")
      #expect(refusal(of: other, for: .append)?.found == "a database of another program")
      #expect(refusal(of: "\(folder)/none.sqlite", for: .read)?.found == "no such file")
      #expect(refusal(of: folder, for: .read) != nil)
      #expect(refusal(of: "-", for: .read) != nil)
    }
  }

  @Test("A store of a newer version, or with other tables, is refused")
  func altered() throws {
    let changes = [
      ("PRAGMA user_version = 2", "a store of version 2"),
      ("DROP TRIGGER block_delete", "other tables than a store has"),
      ("CREATE VIEW v AS SELECT 1", "other tables than a store has"),
      (
        "INSERT INTO block VALUES (1, '0x' || printf('%064d', 1), 5, 'node', 0)",
        "blocks of no chain"
      ),
      ("INSERT INTO chain VALUES (1, -1)", "a chain without a number"),
    ]
    for (change, found) in changes {
      try TemporaryDirectory.with { folder in
        let path = "\(folder)/store.sqlite"
        do {
          let store = try HistoryStore(path: path, for: .append)
          try store.database.run(change)
        }
        #expect(refusal(of: path, for: .read)?.found == found)
        #expect(refusal(of: path, for: .append)?.found == found)
      }
    }
  }

  @Test("A store that was moved or removed takes nothing more")
  func moved() throws {
    try TemporaryDirectory.with { folder in
      let path = "\(folder)/store.sqlite"
      let store = try HistoryStore(path: path, for: .append)
      _ = try store.append(RecordedSnapshot.later(0))
      try FileManager.default.moveItem(atPath: path, toPath: path + "2")
      let gone = fault { _ = try store.append(RecordedSnapshot.later(1)) }
      #expect(gone?.code == .unwritable)
      try TextFile.write("another file", to: path)
      #expect(fault { _ = try store.append(RecordedSnapshot.later(1)) }?.code == .unwritable)
    }
  }

  /// Why a file cannot be opened as a store; nil where it can.
  private func refusal(of path: String, for access: HistoryStore.Access) -> Fault? {
    do throws(Fault) {
      _ = try HistoryStore(path: path, for: access)
      return nil
    } catch {
      return error
    }
  }

  @Test("The tables of a version that was released never change")
  func frozen() throws {
    let text = Schema.versions.map { $0.joined(separator: ";\n") + ";\n" }
      .joined(separator: "-- the next version\n")
    #expect(text == (try Snapshot.expected("schema.sql", actual: text)))
  }
}
