package import Faults
package import Quantities

// Which blocks there are, and which attempts there were.
extension HistoryStore {
  /// The chain; nil while the store is empty.
  package var chainID: UInt64? {
    get throws(Fault) {
      try statement("SELECT id FROM chain").first([]) { UInt64(bitPattern: $0.integer(0) ?? 0) }
    }
  }

  /// All blocks, by number.
  package func blocks() throws(Fault) -> [StoredBlock] {
    try statement("\(Self.block) ORDER BY number").all { row throws(Fault) in try stored(row) }
  }

  /// The block with the highest number.
  package func last() throws(Fault) -> StoredBlock? {
    try one("ORDER BY number DESC LIMIT 1", [])
  }

  /// The block with the lowest number.
  package func first() throws(Fault) -> StoredBlock? {
    try one("ORDER BY number LIMIT 1", [])
  }

  /// The last block at or before a time.
  package func block(atOrBefore time: Timestamp) throws(Fault) -> StoredBlock? {
    try one(
      "WHERE time <= ? ORDER BY time DESC, number DESC LIMIT 1", [.integer(Int64(time.seconds))])
  }

  /// The first block at or behind a time.
  package func firstBlock(atOrAfter time: Timestamp) throws(Fault) -> StoredBlock? {
    try one("WHERE time >= ? ORDER BY time, number LIMIT 1", [.integer(Int64(time.seconds))])
  }

  /// A block by its number.
  package func block(_ number: UInt64) throws(Fault) -> StoredBlock? {
    guard let number = Int64(exactly: number) else { return nil }
    return try one("WHERE number = ?", [.integer(number)])
  }

  private static let block = "SELECT number, hash, time, vaults FROM block"

  private func one(_ condition: String, _ values: [SQLValue]) throws(Fault) -> StoredBlock? {
    try statement("\(Self.block) \(condition)").first(values) { row throws(Fault) in
      try stored(row)
    }
  }

  /// A block of a row that begins with its columns.
  func stored(_ row: Statement) throws(Fault) -> StoredBlock {
    StoredBlock(
      number: UInt64(bitPattern: row.integer(0) ?? 0), hash: row.text(1) ?? "",
      time: try time(row, 2), vaultCount: Int(row.integer(3) ?? 0))
  }

  /// A column that is a time.
  func time(_ row: Statement, _ column: Int) throws(Fault) -> Timestamp {
    let seconds = row.integer(column) ?? 0
    guard seconds >= 0, seconds < Timestamp.millisecondsThreshold else {
      throw Fault(
        .unreadable, at: .file(name), found: "the time \(seconds)",
        expected: "unix seconds, as a watch writes them")
    }
    return try Timestamp(UInt64(seconds))
  }
}

extension HistoryStore {
  /// Remembers an attempt to read.
  package func record(_ attempt: Attempt) throws(Fault) {
    try requireName()
    try statement("INSERT INTO attempt (time, host, failure) VALUES (?, ?, ?)").run([
      .integer(Int64(attempt.time.seconds)), .text(attempt.host), SQLValue(attempt.failure),
    ])
  }

  /// The last attempt; nil where there was none.
  package func lastAttempt() throws(Fault) -> Attempt? {
    try statement("SELECT time, host, failure FROM attempt ORDER BY id DESC LIMIT 1").first([]) {
      row throws(Fault) in
      Attempt(time: try time(row, 0), host: row.text(1) ?? "", failure: row.text(2))
    }
  }

  /// Since when every attempt has failed; nil where the last one did not.
  package func failingSince() throws(Fault) -> Timestamp? {
    try statement(
      """
      SELECT time FROM attempt WHERE id > coalesce((SELECT max(id) FROM attempt WHERE failure IS NULL), 0) \
      ORDER BY id LIMIT 1
      """
    ).first([]) { row throws(Fault) in try time(row, 0) }
  }

  /// How many attempts failed, by what went wrong.
  package func failures() throws(Fault) -> [(failure: String, count: Int)] {
    try statement(
      "SELECT failure, count(*) FROM attempt WHERE failure IS NOT NULL GROUP BY failure ORDER BY failure"
    ).all { row in (row.text(0) ?? "", Int(row.integer(1) ?? 0)) }
  }
}
