/// How a CSV file is written, as far as a user says it.
package struct CSVForm: Hashable, Sendable {
  /// What divides the fields.
  package var delimiter: CSVDelimiter
  /// Whether blanks around a field are no part of its value.
  package var trimsBlanks: Bool

  package init(delimiter: CSVDelimiter = .comma, trimsBlanks: Bool = false) {
    (self.delimiter, self.trimsBlanks) = (delimiter, trimsBlanks)
  }

  /// The value that a field's text stands for.
  package func value(of text: String) -> String {
    trimsBlanks ? Self.trimmed(text) : text
  }

  /// A text without the blanks and tabs around it.
  package static func trimmed(_ text: String) -> String {
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let first = text.utf8.first, let last = text.utf8.last, isBlank(first) || isBlank(last)
    else { return text }
    let rest = text.utf8.drop(while: isBlank)
    let end = rest.lastIndex { !isBlank($0) }.map(rest.index(after:)) ?? rest.startIndex
    return String(Substring(rest[..<end]))
  }
}

/// What divides the fields of a record.
package enum CSVDelimiter: UInt8, CaseIterable, Sendable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
  case pipe = 0x7C

  /// How people name it, also where a command line asks for it.
  package var name: String {
    switch self {
    case .comma: ","
    case .semicolon: ";"
    case .tab: "tab"
    case .pipe: "|"
    }
  }

  /// The one of a name; a tab may stand for itself.
  package init?(named name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name || $0.text == name }) else {
      return nil
    }
    self = found
  }

  /// The character itself.
  package var text: String { String(UnicodeScalar(rawValue)) }

  /// In a sentence: `';'`, or a tab.
  var phrase: String { self == .tab ? "tabs" : "'\(name)'" }

  /// The option that asks for it, as a shell takes it.
  var option: String { "--delimiter \(self == .tab ? name : "'\(name)'")" }
}
