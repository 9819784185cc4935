internal import Platform

/// The places of the bytes that CSV is made of (quotes, commas and line feeds), in order.
package protocol CSVSpecials {
  /// The next place, or nil behind the last.
  mutating func next(in bytes: Span<UInt8>) -> Int?

  /// Goes on from another place.
  mutating func move(to place: Int)
}

/// The one grammar of CSV: where a record and its fields end. The rules, which also hold for inputs
/// that are not quite CSV:
///
/// 1. A record ends behind the first line feed outside quotes, or at the end of the input. A carriage
///    return before that is part of the line end, and nowhere else.
/// 2. A quote opens a quoted field only as the first byte of a field; there two quotes are one, and
///    one closes it. What follows must be a comma, a line end or the end of the input.
/// 3. Any other quote, and text behind a closing quote, is a fault. From a fault on quotes mean
///    nothing: the record ends at the next line feed. One bad byte spoils one line.
/// 4. A record that does not end within `limit` bytes by these rules ends at its first line feed,
///    wherever that is. A quote that is never closed spoils one line, not the rest of the file, and
///    no byte is looked at more than a few times: lines behind such a line end by themselves.
///
/// The result depends on the bytes alone, not on how they were read.
package enum CSVGrammar {
  /// What may stand in front of an input and is no part of it: U+FEFF in UTF-8.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Reads the record that begins at `start`.
  ///
  /// - Parameters:
  ///   - record: receives what is found.
  ///   - bytes: the input, or the part of it that is there.
  ///   - start: where the record begins; there is at least one byte.
  ///   - limit: the bytes that a record may have, its line end included.
  ///   - isFinal: whether the input ends with the bytes.
  ///   - specials: has the places from `start` on; goes on behind the record's end.
  /// - Returns: false when more bytes are needed to tell where the record ends.
  @inlinable
  package static func read(
    _ record: inout CSVRecord, in bytes: Span<UInt8>, from start: Int, limit: Int, isFinal: Bool,
    specials: inout some CSVSpecials
  ) -> Bool {
    record.begin()
    let windowEnd = limit < bytes.count - start ? start + limit : bytes.count
    var walk = CSVWalk(from: start)
    while let place = specials.next(in: bytes), place < windowEnd {
      if walk.take(place, in: bytes, &record) { return true }
    }
    if windowEnd == bytes.count, isFinal, walk.end(at: windowEnd, in: bytes, &record) {
      return true
    }
    // With just `limit` bytes there it takes one more to know whether the input ends with them.
    if !isFinal, bytes.count - start <= limit { return false }
    guard walk.endAtFirstLine(from: windowEnd, in: bytes, limit, isFinal, &record) else {
      return false
    }
    specials.move(to: record.end)
    return true
  }

  /// Where the last record ends that is whole: all bytes before it can be worked on.
  ///
  /// - Parameters:
  ///   - bytes: the input from the beginning of a record on, or the part of it that is there.
  ///   - limit: the bytes that a record may have, its line end included.
  ///   - isFinal: whether the input ends with the bytes.
  ///   - specials: has the places from the first on.
  @inlinable
  package static func lastRecordEnd(
    in bytes: Span<UInt8>, limit: Int, isFinal: Bool, specials: inout some CSVSpecials
  ) -> Int {
    var record = CSVRecord(fieldLimit: 0)
    var end = 0
    while end < bytes.count,
      read(&record, in: bytes, from: end, limit: limit, isFinal: isFinal, specials: &specials)
    {
      end = record.end
    }
    return end
  }
}

/// The way through one record, from one special byte to the next.
@usableFromInline
struct CSVWalk {
  private enum Mode {
    /// In a field without quotes.
    case plain
    /// Between quotes.
    case quoted
    /// Behind a quote that closes, or is the first of two.
    case closed
    /// Behind a fault.
    case damaged
  }

  private let start: Int
  private var mode = Mode.plain
  /// Where the present field begins, its quote included.
  private var field: Int
  /// The quote that may have closed the present field.
  private var closing: Int
  /// The record's first line feed, and the quoted field that it stands in.
  private var firstLine: (end: Int, column: Int, quote: Int)?

  @usableFromInline
  init(from start: Int) {
    (self.start, field, closing) = (start, start, start)
  }

  /// Takes the next quote, comma or line feed; whether the record ends with it.
  @usableFromInline
  mutating func take(_ place: Int, in bytes: Span<UInt8>, _ record: inout CSVRecord) -> Bool {
    let byte = bytes[place]
    switch mode {
    case .plain:
      if byte == .comma {
        record.append(field..<place, isQuoted: false)
        field = place + 1
      } else if byte == .lineFeed {
        return endLine(at: place, in: bytes, &record)
      } else if place == field {
        mode = .quoted
      } else {
        damage(.strayQuote, at: place, &record)
      }
    case .quoted:
      if byte == .quote {
        (mode, closing) = (.closed, place)
      } else if byte == .lineFeed {
        record.lineFeeds += 1
        if firstLine == nil { firstLine = (place + 1, record.fieldCount, field) }
      }
    case .closed:
      if byte == .lineFeed { return endLine(at: place, in: bytes, &record) }
      if place > closing + 1 {
        damage(.textBehindQuote, at: closing + 1, &record)
      } else if byte == .quote {
        mode = .quoted
      } else {
        record.append(field + 1..<closing, isQuoted: true)
        (mode, field) = (.plain, place + 1)
      }
    case .damaged:
      if byte == .lineFeed { return endLine(at: place, in: bytes, &record) }
    }
    return false
  }

  /// Ends the record at a line feed outside quotes.
  private mutating func endLine(
    at place: Int, in bytes: Span<UInt8>, _ record: inout CSVRecord
  ) -> Bool {
    finish(start..<place, in: bytes, &record)
    record.lineFeeds += 1
    record.end = place + 1
    return true
  }

  /// Ends the record at the end of the input; false within quotes.
  @usableFromInline
  mutating func end(at place: Int, in bytes: Span<UInt8>, _ record: inout CSVRecord) -> Bool {
    guard mode != .quoted else { return false }
    finish(start..<place, in: bytes, &record)
    record.end = place
    return true
  }

  /// Rule 4: ends the record at its first line feed, of which there is none outside quotes before
  /// `windowEnd`; false where it is not there yet.
  @usableFromInline
  mutating func endAtFirstLine(
    from windowEnd: Int, in bytes: Span<UInt8>, _ limit: Int, _ isFinal: Bool,
    _ record: inout CSVRecord
  ) -> Bool {
    let lineFeed = firstLine.map { $0.end - 1 } ?? bytes.firstIndex(of: .lineFeed, from: windowEnd)
    guard let contentEnd = lineFeed ?? (isFinal ? bytes.count : nil) else { return false }
    mode = .damaged
    finish(start..<contentEnd, in: bytes, &record)
    record.end = lineFeed.map { $0 + 1 } ?? contentEnd
    record.lineFeeds = lineFeed == nil ? 0 : 1
    record.isTooLong = record.end - start > limit
    record.damage =
      record.isTooLong
      ? nil
      : CSVDamage(
        .unclosedQuote, column: firstLine?.column ?? record.fieldCount,
        offset: firstLine?.quote ?? field)
    return true
  }

  /// Takes the last field, and a carriage return off the content.
  private mutating func finish(
    _ line: Range<Int>, in bytes: Span<UInt8>, _ record: inout CSVRecord
  ) {
    let endsWithReturn = !line.isEmpty && bytes[line.upperBound - 1] == .carriageReturn
    let contentEnd = endsWithReturn ? line.upperBound - 1 : line.upperBound
    record.content = start..<contentEnd
    if mode == .plain {
      record.append(field..<contentEnd, isQuoted: false)
    } else if mode == .closed, contentEnd == closing + 1 {
      record.append(field + 1..<closing, isQuoted: true)
    } else if mode == .closed {
      damage(.textBehindQuote, at: closing + 1, &record)
    }
  }

  private mutating func damage(
    _ kind: CSVDamage.Kind, at place: Int, _ record: inout CSVRecord
  ) {
    record.damage = CSVDamage(kind, column: record.fieldCount, offset: place)
    mode = .damaged
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
