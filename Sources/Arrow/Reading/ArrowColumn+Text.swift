internal import FixedPoint
internal import Words

// Unsafe: the bytes of a text are copied within the call.

// A column's values as people write them: what the careful reading takes, and what messages show.

extension ArrowColumn {
  /// What a row says; nil where it is null.
  func text(_ row: Int) -> String? {
    guard !isNull(row) else { return nil }
    switch type {
    case .nulls, .rows: return nil
    case .text, .views:
      return unsafe cell(row).map { unsafe String(decoding: $0, as: UTF8.self) } ?? ""
    case .integer(bits: 8, isSigned: true): return String(value(row, of: Int8.self))
    case .integer(bits: 8, _): return String(value(row, of: UInt8.self))
    case .integer(bits: 16, isSigned: true): return String(value(row, of: Int16.self))
    case .integer(bits: 16, _): return String(value(row, of: UInt16.self))
    case .integer(bits: 32, isSigned: true): return String(value(row, of: Int32.self))
    case .integer(bits: 32, _): return String(value(row, of: UInt32.self))
    case .integer(_, isSigned: true): return String(value(row, of: Int64.self))
    case .integer: return String(value(row, of: UInt64.self))
    case .decimal(bits: 32, let scale):
      return Self.plain(ExactInteger(value(row, of: Int32.self)), scale)
    case .decimal(bits: 64, let scale):
      return Self.plain(ExactInteger(value(row, of: Int64.self)), scale)
    case .decimal(bits: 128, let scale):
      return Self.plain(ExactInteger(value(row, of: Int128.self)), scale)
    case .decimal(_, let scale):
      let low = value(row, of: UInt128.self)
      return Self.plain(signed(low: low, high: value(row, of: UInt128.self, half: 16)), scale)
    case .words(bytes: 16):
      return ExactInteger(value(row, of: UInt128.self).littleEndian).description
    case .words:
      let high = value(row, of: UInt128.self).bigEndian
      return ExactInteger(
        UInt256(high: high, low: value(row, of: UInt128.self, half: 16).bigEndian)
      ).description
    case .times(let perSecond):
      let scale = String(perSecond).utf8.count - 1
      return Self.plain(ExactInteger(value(row, of: Int64.self)), scale)
    case .float: return Self.written(floatText(row))
    }
  }

  /// The integer of two halves in two's complement.
  private func signed(low: UInt128, high: UInt128) -> ExactInteger {
    guard high >> 127 != 0 else { return ExactInteger(UInt256(high: high, low: low)) }
    let isWhole = low == 0
    return -ExactInteger(UInt256(high: ~high &+ (isWhole ? 1 : 0), low: 0 &- low))
  }

  /// An integer with the point moved, without zeros at its end.
  private static func plain(_ value: ExactInteger, _ scale: Int) -> String {
    let number = ExactRational(value) * .powerOfTen(-scale)
    return number.finiteDecimal ?? number.description
  }

  /// The number that a float prints, all digits written; a text that is no number as it is.
  private static func written(_ text: String) -> String {
    (try? ExactRational(parsing: text))?.finiteDecimal ?? text
  }
}
