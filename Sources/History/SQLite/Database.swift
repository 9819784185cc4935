internal import CSQLite
internal import Faults

// Unsafe: the connection is open from `init` to `deinit`, and every statement of it holds this object; a
// text that SQLite answers is copied before the next call.

/// One connection to a file of SQLite, for one thread.
@safe final class Database {
  enum Mode {
    case read, write, create
  }

  /// Calls that fail on purpose, so that tests see what a full disk leaves behind.
  struct Failure {
    /// How many calls go well first.
    var calls: Int
    /// SQLite's result from then on, once.
    let result: Int32
  }

  /// The file as the user named it.
  let name: String
  let isWriting: Bool
  var failure: Failure?
  private let connection: UnsafeMutableRawPointer

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - name: as the user named it.
  ///   - mode: what may be done with it.
  /// - Throws: a `Fault` where it cannot be opened, or libsqlite3 cannot.
  init(path: String, name: String, mode: Mode) throws(Fault) {
    if let missing = unsafe csqlite_load() {
      throw Fault(
        .unreadable, at: .file(name), found: unsafe String(cString: missing),
        expected: "SQLite 3.37 or later, as libsqlite3.so.0",
        hint: "install libsqlite3-0, or your system's package of SQLite")
    }
    self.name = name
    isWriting = mode != .read
    // No name is a URI, and none means a database in memory.
    let path = path.hasPrefix("/") ? path : "./" + path
    let wanted =
      switch mode {
      case .read: csqlite_read
      case .write: csqlite_write
      case .create: csqlite_create
      }
    var opened: UnsafeMutableRawPointer?
    let result = unsafe csqlite_open(path, wanted, &opened)
    if result == 0, mode == .read, let first = unsafe opened, unsafe !Self.canRead(first) {
      // A folder that cannot be written has no room for what readers of a file that changes agree by.
      var second: UnsafeMutableRawPointer?
      if unsafe csqlite_open_immutable(path, &second) == 0 {
        unsafe csqlite_close(first)
        unsafe opened = second
      } else if let second = unsafe second {
        unsafe csqlite_close(second)
      }
    }
    guard let connection = unsafe opened else {
      throw Self.fault(name, result, "out of memory", system: 0, isWriting: mode != .read)
    }
    guard result == csqlite_ok.rawValue else {
      let words = unsafe String(cString: csqlite_words(connection))
      let system = unsafe csqlite_system_error(connection)
      unsafe csqlite_close(connection)
      throw Self.fault(name, result, words, system: system, isWriting: mode != .read)
    }
    unsafe self.connection = connection
    unsafe csqlite_wait(connection, 5_000)
  }

  deinit { unsafe csqlite_close(connection) }

  /// Whether anything can be read; only a first statement finds out that a folder has no room for it.
  private static func canRead(_ connection: UnsafeMutableRawPointer) -> Bool {
    let text = "SELECT count(*) FROM sqlite_schema"
    var handle: UnsafeMutableRawPointer?
    guard unsafe csqlite_prepare(connection, text, text.utf8.count, &handle) == 0 else {
      return unsafe csqlite_system_error(connection) == 0
    }
    defer { unsafe csqlite_finalize(handle) }
    let cannotOpen: Int32 = 14
    return unsafe csqlite_step(handle) & 0xff != cannotOpen
  }

  /// A statement of one sentence of SQL.
  func prepare(_ text: String) throws(Fault) -> Statement {
    var handle: UnsafeMutableRawPointer?
    let result = unsafe csqlite_prepare(connection, text, text.utf8.count, &handle)
    guard result == csqlite_ok.rawValue, let handle = unsafe handle else { throw fault(result) }
    return unsafe Statement(handle, of: self)
  }

  /// Runs a sentence that answers nothing of interest.
  func run(_ text: String) throws(Fault) {
    let statement = try prepare(text)
    while try statement.step() {}
  }

  /// What a sentence answers in its first row and column, a whole number.
  func integer(_ text: String) throws(Fault) -> Int64? {
    let statement = try prepare(text)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// Runs `body` as one change: all of it, or nothing where it throws.
  func transaction<Result>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
    try run("BEGIN IMMEDIATE")
    do throws(Fault) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // Some errors have rolled it back already; what SQLite says about that is of no interest.
      failure = nil
      do throws(Fault) { try run("ROLLBACK") } catch {}
      throw error
    }
  }

  /// The result of a call, or the one that a test wants.
  func result(of call: () -> Int32) -> Int32 {
    guard let planned = failure else { return call() }
    guard planned.calls == 0 else {
      failure?.calls -= 1
      return call()
    }
    failure = nil
    return planned.result
  }

  /// The fault that a result of SQLite means.
  func fault(_ result: Int32) -> Fault {
    Self.fault(
      name, result, unsafe String(cString: csqlite_words(connection)),
      system: unsafe csqlite_system_error(connection), isWriting: isWriting)
  }

  private static func fault(
    _ name: String, _ result: Int32, _ words: String, system: Int32, isWriting: Bool
  ) -> Fault {
    let (corrupt, notADatabase, noSpace): (Int32, Int32, Int32) = (11, 26, 28)
    let kind = result & 0xff
    if kind == corrupt || kind == notADatabase {
      return Fault(
        .unreadable, at: .file(name), found: words, expected: "a store of berayield watch")
    }
    let isFull = kind == csqlite_full.rawValue || system == noSpace
    return Fault(
      isFull ? .outOfSpace : isWriting ? .unwritable : .unreadable, at: .file(name),
      found: "cannot \(isWriting ? "write" : "read"): \(words)", expected: "")
  }
}
