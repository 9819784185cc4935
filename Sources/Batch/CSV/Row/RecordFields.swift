/// One field of a record: where its text stands, and the text without its quotes.
struct RecordField {
  let content: [UInt8]

  /// The text, bytes that are not UTF-8 replaced; only for messages and for parsing ASCII numbers.
  var text: String { String(decoding: content, as: UTF8.self) }
}

/// Splits a record into its fields, carefully.
enum RecordFields {
  /// The fields of a record without its line end, or the place where its quoting breaks.
  static func split(_ record: [UInt8]) -> Result<[RecordField], QuotingFault> {
    var fields: [RecordField] = []
    var index = 0
    while true {
      let start = index
      let content: [UInt8]
      if index < record.count, record[index] == UInt8(ascii: "\"") {
        guard let (text, end) = quoted(record, from: index + 1) else {
          return .failure(QuotingFault(column: fields.count, kind: .unclosed))
        }
        guard end == record.count || record[end] == UInt8(ascii: ",") else {
          return .failure(QuotingFault(column: fields.count, kind: .textBehind))
        }
        (content, index) = (text, end)
      } else {
        index = record[start...].firstIndex(of: UInt8(ascii: ",")) ?? record.count
        content = Array(record[start..<index])
        if content.contains(UInt8(ascii: "\"")) {
          return .failure(QuotingFault(column: fields.count, kind: .stray))
        }
      }
      fields.append(RecordField(content: content))
      if index == record.count { return .success(fields) }
      index += 1
    }
  }

  /// The text behind an opening quote, and where the closing one ends.
  private static func quoted(_ record: [UInt8], from start: Int) -> (text: [UInt8], end: Int)? {
    var text: [UInt8] = []
    var index = start
    while index < record.count {
      if record[index] == UInt8(ascii: "\"") {
        guard index + 1 < record.count, record[index + 1] == UInt8(ascii: "\"") else {
          return (text, index + 1)
        }
        index += 1
      }
      text.append(record[index])
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
