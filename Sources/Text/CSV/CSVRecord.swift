/// A record as the grammar found it: where it stands, and where its fields do.
///
/// It is filled again for the next record, so that its memory is.
@usableFromInline
package struct CSVRecord: Sendable {
  /// The record without its line end.
  package internal(set) var content = 0..<0
  /// Behind the line end.
  @usableFromInline package internal(set) var end = 0
  /// Line feeds in the record, that of its end included.
  package internal(set) var lineFeeds = 0
  /// The fields in order, as many as fit ``fieldLimit``.
  package internal(set) var fields: [CSVField] = []
  /// How many fields there are, those beyond the limit included.
  package internal(set) var fieldCount = 0
  /// Where the quoting is broken, if it is; the fields mean nothing then.
  package internal(set) var damage: CSVDamage?
  /// Whether the record has more bytes than a record may; its fields mean nothing then.
  package internal(set) var isTooLong = false

  /// Fields beyond so many are counted and not kept: what a record of nothing but commas would need
  /// is many times its own size.
  package let fieldLimit: Int

  /// An empty record.
  package init(fieldLimit: Int = .max) {
    self.fieldLimit = fieldLimit
  }

  /// Whether the line has no byte: no record at all.
  package var isBlank: Bool { content.isEmpty }

  /// Forgets the record before.
  @usableFromInline
  mutating func begin() {
    fields.removeAll(keepingCapacity: true)
    (fieldCount, lineFeeds, damage, isTooLong) = (0, 0, nil, false)
  }

  mutating func append(_ place: Range<Int>, isQuoted: Bool) {
    if fieldCount < fieldLimit { fields.append(CSVField(place: place, isQuoted: isQuoted)) }
    fieldCount += 1
  }
}

/// A field: where its text stands, without its quotes.
package struct CSVField: Hashable, Sendable {
  package let place: Range<Int>
  package let isQuoted: Bool

  /// The field's bytes, two quotes that stand for one made one.
  package func content(in bytes: Span<UInt8>) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(place.count)
    var index = place.lowerBound
    while index < place.upperBound {
      content.append(bytes[index])
      index += isQuoted && bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return content
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
    /// Text between a closing quote and the comma.
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
