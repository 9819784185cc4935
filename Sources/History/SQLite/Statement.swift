internal import CSQLite
internal import Faults

// Unsafe: a statement is finalized in `deinit`, before the connection that it holds goes; texts are
// copied both ways.

/// A value of a table.
enum SQLValue: Hashable, Sendable {
  case text(String)
  case integer(Int64)
  case null

  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ integer: Int64?) { self = integer.map { .integer($0) } ?? .null }
}

/// One sentence of SQL, which can be run again with other values.
@safe final class Statement {
  private let handle: UnsafeMutableRawPointer
  private let database: Database

  init(_ handle: UnsafeMutableRawPointer, of database: Database) {
    unsafe self.handle = handle
    self.database = database
  }

  deinit { unsafe csqlite_finalize(handle) }

  /// Begins anew with values for the sentence's marks, from the first on.
  func bind(_ values: [SQLValue]) throws(Fault) {
    // What the run before said has been told.
    _ = unsafe csqlite_reset(handle)
    for (index, value) in values.enumerated() {
      let position = Int32(index + 1)
      let result =
        switch value {
        case .text(let text):
          unsafe csqlite_bind_text(handle, position, text, text.utf8.count)
        case .integer(let integer): unsafe csqlite_bind_integer(handle, position, integer)
        case .null: unsafe csqlite_bind_null(handle, position)
        }
      guard result == csqlite_ok.rawValue else { throw database.fault(result) }
    }
  }

  /// Goes on to the next row; false behind the last one.
  func step() throws(Fault) -> Bool {
    let result = database.result { unsafe csqlite_step(handle) }
    switch UInt32(bitPattern: result) {
    case csqlite_row.rawValue: return true
    case csqlite_done.rawValue: return false
    default:
      let fault = database.fault(result)
      _ = unsafe csqlite_reset(handle)
      throw fault
    }
  }

  /// Runs it for what it does.
  func run(_ values: [SQLValue]) throws(Fault) {
    try bind(values)
    while try step() {}
    _ = unsafe csqlite_reset(handle)
  }

  /// The first row for some values, then nothing is held any more.
  func first<Value>(
    _ values: [SQLValue], _ read: (Statement) throws(Fault) -> Value
  ) throws(Fault) -> Value? {
    try bind(values)
    defer { _ = unsafe csqlite_reset(handle) }
    return try step() ? try read(self) : nil
  }

  /// All rows for some values.
  func all<Value>(
    _ values: [SQLValue] = [], _ read: (Statement) throws(Fault) -> Value
  ) throws(Fault) -> [Value] {
    try bind(values)
    defer { _ = unsafe csqlite_reset(handle) }
    var rows: [Value] = []
    while try step() { rows.append(try read(self)) }
    return rows
  }

  /// A column of the row, from 0; nil where it is null.
  func integer(_ column: Int) -> Int64? {
    unsafe csqlite_column_type(handle, Int32(column)) == Int32(csqlite_null.rawValue)
      ? nil : unsafe csqlite_column_integer(handle, Int32(column))
  }

  /// A column of the row, from 0, as text; nil where it is null.
  func text(_ column: Int) -> String? {
    guard unsafe csqlite_column_type(handle, Int32(column)) != Int32(csqlite_null.rawValue) else {
      return nil
    }
    var size: Int32 = 0
    guard let bytes = unsafe csqlite_column_text(handle, Int32(column), &size) else { return nil }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: bytes, count: Int(size)), as: UTF8.self)
  }
}
