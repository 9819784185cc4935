// Unsafe: `storage` has room for `capacity` fields, of which as many are initialized as were ever
// appended at once; a field has no destructor, so that they are overwritten and forgotten.

/// A record as the grammar found it: where it stands, and where its fields do.
///
/// It is filled again for the next record, and keeps its memory.
@safe package struct CSVRecord: ~Copyable {
  /// The record without its line end.
  package internal(set) var content = 0..<0
  /// Behind the line end.
  package internal(set) var end = 0
  /// Line feeds in the record, that of its end included.
  package internal(set) var lineFeeds = 0
  /// How many fields there are, those beyond the limit included.
  package private(set) var fieldCount = 0
  /// Whether a field has quotes, or the quoting is broken.
  package internal(set) var hasQuotes = false
  /// Where the quoting is broken, if it is; the fields mean nothing then.
  package internal(set) var damage: CSVDamage?
  /// Whether the record has more bytes than a record may; its fields mean nothing then.
  package internal(set) var isTooLong = false

  /// Fields beyond so many are counted and not kept: what a record of nothing but commas would need
  /// is many times its own size.
  private let fieldLimit: Int
  /// The fields in order, as many as fit the limit.
  package private(set) var storage: UnsafeMutablePointer<CSVField>
  private var capacity: Int

  /// An empty record.
  package init(fieldLimit: Int = .max) {
    self.fieldLimit = fieldLimit
    capacity = min(fieldLimit, 16)
    unsafe storage = .allocate(capacity: capacity)
  }

  deinit { unsafe storage.deallocate() }

  /// Whether the line has no byte: no record at all.
  package var isBlank: Bool { content.isEmpty }

  /// One of the fields that are kept.
  package subscript(column: Int) -> CSVField {
    precondition(column >= 0 && column < min(fieldCount, fieldLimit), "no such field")
    return unsafe storage[column]
  }

  /// The fields in order, as many as fit the limit.
  package var fields: [CSVField] { (0..<min(fieldCount, fieldLimit)).map { self[$0] } }

  /// Forgets the record before.
  mutating func begin() {
    (fieldCount, lineFeeds, damage, isTooLong, hasQuotes) = (0, 0, nil, false, false)
  }

  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, isQuoted: Bool) {
    if fieldCount >= capacity, fieldCount < fieldLimit { grow() }
    if fieldCount < capacity {
      unsafe (storage + fieldCount).initialize(to: CSVField(start, end, isQuoted: isQuoted))
    }
    fieldCount &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = min(fieldLimit, 2 * capacity + 16)
    let moved = UnsafeMutablePointer<CSVField>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: storage, count: capacity)
    unsafe storage.deallocate()
    unsafe storage = moved
    capacity = larger
  }
}

/// A field: where its text stands, without its quotes.
package struct CSVField: Hashable, Sendable {
  package let start: Int
  package let end: Int
  package let isQuoted: Bool

  init(_ start: Int, _ end: Int, isQuoted: Bool) {
    (self.start, self.end, self.isQuoted) = (start, end, isQuoted)
  }

  /// The field's bytes, two quotes that stand for one made one.
  package func content(in bytes: Span<UInt8>) -> [UInt8] {
    let field = bytes.extracting(start..<end)
    let content = unsafe field.withUnsafeBufferPointer { unsafe Array($0) }
    guard isQuoted, content.contains(UInt8(ascii: "\"")) else { return content }
    var isSecond = false
    return content.filter { byte in
      // Within quotes they come in pairs.
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      return byte != UInt8(ascii: "\"") || isSecond
    }
  }

  /// The text, bytes that are not UTF-8 replaced: for messages, and for numbers, which are ASCII.
  package func text(in bytes: Span<UInt8>) -> String {
    String(decoding: content(in: bytes), as: UTF8.self)
  }
}

/// Where and how the quoting of a record is broken.
package struct CSVDamage: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A quote inside a field that does not begin with one.
    case strayQuote
    /// The same behind an equals sign: a text as spreadsheets export it, `="123"`.
    case formula
    /// Text between a closing quote and the delimiter.
    case textBehindQuote
    /// A quoted field that does not end.
    case unclosedQuote
  }

  package let kind: Kind
  /// The field, from 0.
  package let column: Int
  /// The byte at fault; for a quote that is not closed the opening one.
  package let offset: Int

  init(_ kind: Kind, column: Int, offset: Int) {
    self.kind = kind
    self.column = column
    self.offset = offset
  }
}
