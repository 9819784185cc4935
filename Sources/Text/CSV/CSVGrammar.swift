internal import Platform

/// The one grammar of CSV: where a record and its fields end.
///
/// A comma below stands for any ``CSVDelimiter``. The rules, which also hold for inputs
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

  /// The most bytes that a line may have, its end included: 1 MiB.
  package static let longestLine = 1 << 20

  /// The most bytes that a quoted field of many lines may have where a file is read whole: 16 MiB.
  package static let longestQuotedField = 1 << 24

  /// Reads the record that begins at `start`.
  ///
  /// - Parameters:
  ///   - record: receives what is found.
  ///   - bytes: the input, or the part of it that is there.
  ///   - start: where the record begins; there is at least one byte.
  ///   - limit: the bytes that a record may have, its line end included.
  ///   - isFinal: whether the input ends with the bytes.
  ///   - index: comes to the specials from `start` on, and then to those behind the record; it knows
  ///     what divides fields.
  /// - Returns: false when more bytes are needed to tell where the record ends.
  package static func read(
    _ record: inout CSVRecord, in bytes: Span<UInt8>, from start: Int, limit: Int, isFinal: Bool,
    index: inout CSVIndex
  ) -> Bool {
    record.begin()
    var walk = CSVWalk(
      start: start, windowEnd: limit < bytes.count - start ? start + limit : bytes.count)
    if walk.line(of: bytes, &index, &record) { return true }
    if walk.windowEnd == bytes.count, isFinal, walk.endOfInput(in: bytes, &record) { return true }
    // With just `limit` bytes there it takes one more to know whether the input ends with them.
    if !isFinal, bytes.count - start <= limit { return false }
    guard walk.endAtFirstLine(in: bytes, limit, isFinal, &record) else { return false }
    index.move(to: record.end)
    return true
  }

  /// Where the last record ends that is whole: all bytes before it can be worked on.
  ///
  /// - Parameters:
  ///   - bytes: the input from the beginning of a record on, or the part of it that is there.
  ///   - limit: the bytes that a record may have, its line end included.
  ///   - isFinal: whether the input ends with the bytes.
  ///   - delimiter: what divides fields.
  /// - Returns: the end; 0 where not even the first record is whole.
  package static func lastRecordEnd(
    in bytes: Span<UInt8>, limit: Int, isFinal: Bool, delimiter: CSVDelimiter = .comma
  ) -> Int {
    guard bytes.firstIndex(of: .quote) != nil else {
      // Without quotes records are lines.
      return isFinal ? bytes.count : bytes.lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    }
    var index = CSVIndex(from: 0, delimiter: delimiter)
    var record = CSVRecord(fieldLimit: 0)
    var end = 0
    while end < bytes.count,
      read(&record, in: bytes, from: end, limit: limit, isFinal: isFinal, index: &index)
    {
      end = record.end
    }
    return end
  }
}

/// The way through one record, from one special byte to the next.
private struct CSVWalk {
  private enum Stop {
    /// In a field without quotes.
    case plain
    /// Between quotes.
    case quoted
    /// Behind a quote that closes, or is the first of two.
    case closed
    /// Behind a fault.
    case damaged
  }

  let start: Int
  /// What is behind is not looked at.
  let windowEnd: Int
  /// Where the walk stopped, for want of a line feed.
  private var stop = Stop.plain
  /// Where the present field begins, its quote included.
  private var field: Int
  /// The last quote that has closed a field.
  private var closing: Int
  /// The record's first line feed within quotes, and the field that it stands in.
  private var firstLine: (lineFeed: Int, column: Int, quote: Int)?

  init(start: Int, windowEnd: Int) {
    (self.start, self.windowEnd, field, closing) = (start, windowEnd, start, start)
  }

  /// Goes to the line feed that ends the record; false where it is not in the window.
  mutating func line(
    of bytes: Span<UInt8>, _ index: inout CSVIndex, _ record: inout CSVRecord
  ) -> Bool {
    while let place = next(in: bytes, &index) {
      switch bytes[place] {
      case index.delimiter.rawValue:
        record.append(field, place, isQuoted: false)
        field = place &+ 1
      case .lineFeed: return endLine(at: place, in: bytes, &record)
      default:
        record.hasQuotes = true
        guard place == field else {
          let isFormula = place == field &+ 1 && bytes[field] == .equals
          damage(isFormula ? .formula : .strayQuote, at: place, &record)
          return damagedLine(of: bytes, &index, &record)
        }
        guard let behind = quotedField(in: bytes, &index, &record) else { return false }
        if bytes[behind] == .lineFeed { return endLine(at: behind, in: bytes, &record) }
        guard behind == closing &+ 1 else {
          damage(.textBehindQuote, at: closing + 1, &record)
          return damagedLine(of: bytes, &index, &record)
        }
        record.append(field &+ 1, closing, isQuoted: true)
        (stop, field) = (.plain, behind &+ 1)
      }
    }
    return false
  }

  /// Goes behind the quote that closes the present field, to the special that follows.
  @inline(always)
  private mutating func quotedField(
    in bytes: Span<UInt8>, _ index: inout CSVIndex, _ record: inout CSVRecord
  ) -> Int? {
    stop = .quoted
    while let place = next(in: bytes, &index) {
      if bytes[place] == .quote {
        (stop, closing) = (.closed, place)
        guard let behind = next(in: bytes, &index) else { return nil }
        guard behind == place &+ 1, bytes[behind] == .quote else { return behind }
        // Two quotes are one.
        stop = .quoted
      } else if bytes[place] == .lineFeed {
        record.lineFeeds += 1
        if firstLine == nil { firstLine = (place, record.fieldCount, field) }
      }
    }
    return nil
  }

  /// Goes to the end of the line behind a fault.
  private mutating func damagedLine(
    of bytes: Span<UInt8>, _ index: inout CSVIndex, _ record: inout CSVRecord
  ) -> Bool {
    while let place = next(in: bytes, &index) {
      if bytes[place] == .lineFeed { return endLine(at: place, in: bytes, &record) }
    }
    return false
  }

  @inline(always)
  private func next(in bytes: Span<UInt8>, _ index: inout CSVIndex) -> Int? {
    guard let place = index.next(in: bytes), place < windowEnd else { return nil }
    return place
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
  mutating func endOfInput(in bytes: Span<UInt8>, _ record: inout CSVRecord) -> Bool {
    guard stop != .quoted else { return false }
    finish(start..<windowEnd, in: bytes, &record)
    record.end = windowEnd
    return true
  }

  /// Rule 4: ends the record at its first line feed; false where that is not there yet.
  mutating func endAtFirstLine(
    in bytes: Span<UInt8>, _ limit: Int, _ isFinal: Bool, _ record: inout CSVRecord
  ) -> Bool {
    // Outside quotes there is none in the window.
    let lineFeed = firstLine?.lineFeed ?? bytes.firstIndex(of: .lineFeed, from: windowEnd)
    guard let contentEnd = lineFeed ?? (isFinal ? bytes.count : nil) else { return false }
    stop = .damaged
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
  @inline(always)
  private mutating func finish(
    _ line: Range<Int>, in bytes: Span<UInt8>, _ record: inout CSVRecord
  ) {
    let endsWithReturn = !line.isEmpty && bytes[line.upperBound - 1] == .carriageReturn
    let contentEnd = endsWithReturn ? line.upperBound - 1 : line.upperBound
    record.content = start..<contentEnd
    if stop == .plain {
      record.append(field, contentEnd, isQuoted: false)
    } else if stop == .closed, contentEnd == closing + 1 {
      record.append(field &+ 1, closing, isQuoted: true)
    } else if stop == .closed {
      damage(.textBehindQuote, at: closing + 1, &record)
    }
  }

  private mutating func damage(
    _ kind: CSVDamage.Kind, at place: Int, _ record: inout CSVRecord
  ) {
    record.damage = CSVDamage(kind, column: record.fieldCount, offset: place)
    stop = .damaged
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let equals = UInt8(ascii: "=")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
