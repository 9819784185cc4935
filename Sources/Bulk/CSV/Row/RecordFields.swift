/// One field of a record: where its text stands, without its quotes.
struct RecordField {
  let place: Range<Int>
  let isQuoted: Bool

  /// The text, bytes that are not UTF-8 replaced; only for messages and for parsing ASCII numbers.
  func text(in record: Span<UInt8>) -> String {
    var content: [UInt8] = []
    content.reserveCapacity(place.count)
    var index = place.lowerBound
    while index < place.upperBound {
      content.append(record[index])
      // Two quotes stand for one.
      index += isQuoted && record[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: content, as: UTF8.self)
  }
}

/// Splits a record into its fields, carefully.
enum RecordFields {
  /// The fields of a record without its line end, or the place where its quoting breaks.
  static func split(_ record: Span<UInt8>) -> Result<[RecordField], QuotingFault> {
    var fields: [RecordField] = []
    var index = 0
    while true {
      if index < record.count, record[index] == UInt8(ascii: "\"") {
        guard let end = closingQuote(record, from: index + 1) else {
          return .failure(QuotingFault(column: fields.count, kind: .unclosed))
        }
        guard end + 1 == record.count || record[end + 1] == UInt8(ascii: ",") else {
          return .failure(QuotingFault(column: fields.count, kind: .textBehind))
        }
        fields.append(RecordField(place: index + 1..<end, isQuoted: true))
        index = end + 1
      } else {
        let start = index
        while index < record.count, record[index] != UInt8(ascii: ",") {
          guard record[index] != UInt8(ascii: "\"") else {
            return .failure(QuotingFault(column: fields.count, kind: .stray))
          }
          index += 1
        }
        fields.append(RecordField(place: start..<index, isQuoted: false))
      }
      if index == record.count { return .success(fields) }
      index += 1
    }
  }

  /// Where the quote stands that closes the field whose text begins at `start`.
  private static func closingQuote(_ record: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < record.count {
      if record[index] == UInt8(ascii: "\"") {
        guard index + 1 < record.count, record[index + 1] == UInt8(ascii: "\"") else {
          return index
        }
        index += 1
      }
      index += 1
    }
    return nil
  }
}

/// Where and how the quoting of a record is broken.
struct QuotingFault: Error {
  enum Kind {
    case stray, textBehind, unclosed
  }

  let column: Int
  let kind: Kind

  var reason: String {
    switch kind {
    case .stray: "found a quote inside an unquoted field; expected the field in quotes"
    case .textBehind: "found text behind a closing quote; expected a comma or the line's end"
    case .unclosed: "found a quoted field without its closing quote; expected one"
    }
  }
}
