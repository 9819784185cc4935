package import Faults
internal import Platform

/// A history of a chain in one file of SQLite: snapshots as they were read, and the attempts to read them.
///
/// It only grows. Raw values are kept, figures are computed when somebody asks, so a mended formula mends
/// the past. One process appends at a time; any number of others read meanwhile.
package final class HistoryStore {
  package enum Access: Sendable {
    case read
    /// Makes the file where there is none.
    case append
  }

  /// The file as the user named it.
  package let name: String
  /// Where it is, and which file that was when it was opened.
  private let file: (path: String, identity: FileIdentity)
  let database: Database
  private let lock: FileLock?
  /// Sentences that were prepared, by their text.
  private var statements: [String: Statement] = [:]

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: what is to be done with it.
  /// - Throws: a `Fault` where it cannot be opened, is no store, is one of a newer version, or where another
  ///   process appends to it.
  package convenience init(path: String, for access: Access) throws(Fault) {
    try self.init(path: path, for: access, failing: nil)
  }

  init(path: String, for access: Access, failing failure: Database.Failure?) throws(Fault) {
    name = path
    guard case .file(let target) = try OutputTarget(path: path) else {
      throw Fault(
        .invalidValue, at: .file(path), found: "a folder or a stream",
        expected: "a file, which can be searched")
    }
    switch access {
    case .read:
      lock = nil
      guard FileLock.hasFile(target) else {
        throw Fault(
          .unreadable, at: .file(path), found: "no such file",
          expected: "a store of berayield watch")
      }
      database = try Database(path: target, name: path, mode: .read)
    case .append:
      lock = try FileLock(beside: target, name: path)
      database = try Database(path: target, name: path, mode: .create)
    }
    file = (target, FileIdentity(input: target))
    database.failure = failure
    try requireOwn()
    switch access {
    case .read: try requireCurrent()
    case .append:
      // Readers go on while somebody appends; a file's journal is its own and outside of transactions.
      try database.run("PRAGMA journal_mode = WAL")
      try database.run("PRAGMA synchronous = FULL")
      try database.run("PRAGMA foreign_keys = ON")
      try migrate()
    }
  }

  /// The files that SQLite and the lock keep beside a store: they are part of it, and no output may be one.
  ///
  /// - Parameter path: the store.
  /// - Returns: their paths, whether there are such files or not.
  /// - Throws: a `Fault` for a chain of links without an end.
  package static func sideFiles(of path: String) throws(Fault) -> [String] {
    guard case .file(let target) = try OutputTarget(path: path) else { return [] }
    return ["-wal", "-shm", "-journal", ".lock"].map { target + $0 }
  }

  /// Refuses to write what nobody will find: another file, or none, under the store's name.
  func requireName() throws(Fault) {
    guard FileIdentity(input: file.path).isSame(as: file.identity) else {
      throw Fault(
        .unwritable, at: .file(name), found: "another file, or none, under this name",
        expected: "the store that was opened", hint: "it was moved or removed meanwhile")
    }
  }

  /// A prepared sentence, kept for the next time.
  func statement(_ text: String) throws(Fault) -> Statement {
    if let known = statements[text] { return known }
    let statement = try database.prepare(text)
    statements[text] = statement
    return statement
  }
}

// Whose file it is, and of which version.
extension HistoryStore {
  private func version() throws(Fault) -> Int64 { try database.integer("PRAGMA user_version") ?? 0 }

  /// Refuses the file of somebody else, before anything in it is believed.
  private func requireOwn() throws(Fault) {
    // What a schema says is not to be trusted with functions of its own.
    try database.run("PRAGMA trusted_schema = OFF")
    let id = try database.integer("PRAGMA application_id") ?? 0
    let objects = try database.integer("SELECT count(*) FROM sqlite_schema") ?? 0
    guard id == Schema.applicationID || database.isWriting && id == 0 && objects == 0 else {
      throw Fault(
        .unreadable, at: .file(name), found: "a database of another program",
        expected: "a store of berayield watch")
    }
    let version = try version()
    guard version <= Schema.newest else {
      throw Fault(
        .unreadable, at: .file(name), found: "a store of version \(version)",
        expected: "version \(Schema.newest) or older", hint: "a newer berayield wrote it")
    }
  }

  /// Refuses a store whose tables are not those of its version.
  private func requireCurrent() throws(Fault) {
    let version = try version()
    guard version == Schema.newest else {
      throw Fault(
        .unreadable, at: .file(name), found: "a store of version \(version)",
        expected: "version \(Schema.newest)", hint: "berayield watch brings it there")
    }
    let rows = try statement(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    ).all { row in row.text(0) ?? "" }
    guard Set(rows) == Schema.objects else {
      throw Fault(
        .unreadable, at: .file(name), found: "other tables than a store has",
        expected: "a store of berayield watch")
    }
    try requireSense()
  }

  /// Refuses what no watch can have written, where the tables' own rules were set aside.
  private func requireSense() throws(Fault) {
    let wrong = [
      ("SELECT count(*) FROM block WHERE number < 0", "a block with a negative number"),
      ("SELECT count(*) FROM chain WHERE id < 1", "a chain without a number"),
      (
        "SELECT EXISTS (SELECT 1 FROM block) AND NOT EXISTS (SELECT 1 FROM chain)",
        "blocks of no chain"
      ),
    ]
    for (question, found) in wrong where try database.integer(question) ?? 0 > 0 {
      throw Fault(
        .unreadable, at: .file(name), found: found, expected: "a store of berayield watch")
    }
  }

  /// Brings the file to the newest version; a new one begins at nothing.
  private func migrate() throws(Fault) {
    if try version() == Schema.newest { return try requireCurrent() }
    try database.transaction { () throws(Fault) in
      for addition in Schema.versions.dropFirst(Int(try version())) {
        for sentence in addition { try database.run(sentence) }
      }
      try database.run("PRAGMA application_id = \(Schema.applicationID)")
      try database.run("PRAGMA user_version = \(Schema.newest)")
    }
    try requireCurrent()
  }
}
