internal import Faults

/// What the values of a column are, as a schema's format says.
enum ArrowType: Hashable, Sendable {
  /// Whole numbers of 8 to 64 bits.
  case integer(bits: Int, isSigned: Bool)
  /// Whole numbers of 32 to 256 bits, of which so many digits are decimals.
  case decimal(bits: Int, scale: Int)
  /// Text whose offsets have 32 or 64 bits.
  case text(offsetBits: Int)
  /// Text that views tell.
  case views
  /// Whole numbers of 32 bytes, the highest first, or of 16, the lowest first.
  case words(bytes: Int)
  /// Times in so many parts of a second.
  case times(perSecond: Int64)
  /// Floating point of 32 or 64 bits.
  case float(bits: Int)
  /// Nothing but nulls.
  case nulls
  /// The rows of a table, which are there or not.
  case rows

  /// The type of a format; nil for one that has no exact reading here.
  init?(format: String) {
    switch format {
    case "n": self = .nulls
    case "c": self = .integer(bits: 8, isSigned: true)
    case "C": self = .integer(bits: 8, isSigned: false)
    case "s": self = .integer(bits: 16, isSigned: true)
    case "S": self = .integer(bits: 16, isSigned: false)
    case "i": self = .integer(bits: 32, isSigned: true)
    case "I": self = .integer(bits: 32, isSigned: false)
    case "l": self = .integer(bits: 64, isSigned: true)
    case "L": self = .integer(bits: 64, isSigned: false)
    case "f": self = .float(bits: 32)
    case "g": self = .float(bits: 64)
    case "u": self = .text(offsetBits: 32)
    case "U": self = .text(offsetBits: 64)
    case "vu": self = .views
    case "w:32": self = .words(bytes: 32)
    case "w:16": self = .words(bytes: 16)
    default:
      if format.hasPrefix("d:") {
        guard let decimal = Self.decimal(format.dropFirst(2)) else { return nil }
        self = decimal
      } else if format.hasPrefix("ts"), format.utf8.count > 3, let parts = Self.parts(format) {
        self = .times(perSecond: parts)
      } else {
        return nil
      }
    }
  }

  /// `precision,scale` or `precision,scale,bits`.
  private static func decimal(_ text: Substring) -> ArrowType? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(numbers.count), let precision = numbers[0], let scale = numbers[1],
      let bits = numbers.count == 3 ? numbers[2] : 128, [32, 64, 128, 256].contains(bits),
      (1...76).contains(precision), (-76...76).contains(scale)
    else { return nil }
    return .decimal(bits: bits, scale: scale)
  }

  /// `tss:`, `tsm:`, `tsu:`, `tsn:`, and behind the colon a zone: what is stored is UTC.
  private static func parts(_ format: String) -> Int64? {
    let letters = Array(format.utf8)
    guard letters[3] == UInt8(ascii: ":") else { return nil }
    switch letters[2] {
    case UInt8(ascii: "s"): return 1
    case UInt8(ascii: "m"): return 1_000
    case UInt8(ascii: "u"): return 1_000_000
    case UInt8(ascii: "n"): return 1_000_000_000
    default: return nil
    }
  }

  /// How many buffers an array of the type has; views have more.
  var bufferCount: Int {
    switch self {
    case .nulls: 0
    case .rows: 1
    case .text, .views: 3
    case .integer, .decimal, .words, .times, .float: 2
    }
  }

  /// Bytes of a value in its buffer, or of an offset or a view.
  var width: Int {
    switch self {
    case .nulls, .rows: 0
    case .integer(let bits, _), .decimal(let bits, _), .float(let bits): bits / 8
    case .text(let bits): bits / 8
    case .views: 16
    case .words(let bytes): bytes
    case .times: 8
    }
  }

  /// What a format is called, where the type cannot be read.
  static func name(ofFormat format: String) -> String {
    switch format {
    case "b": "booleans"
    case "e": "16-bit floats"
    case "z", "Z", "vz": "binary values of no fixed size"
    case "tdD", "tdm": "dates without a time"
    case "+r": "run-end encoded values"
    case _ where format.hasPrefix("w:"): "binary values of \(format.dropFirst(2)) bytes"
    case _ where format.hasPrefix("+"): "nested values"
    default: "values of Arrow's type \(Quotation.of(format))"
    }
  }
}
