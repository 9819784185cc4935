// Unsafe: reads from the cursor on. A line feed follows in the content or right behind it, where the scan stops,
// and `ByteBuffer.slack` readable bytes behind that.

internal import Quantities

/// Reads the numbers of one row straight from its bytes, when the row is as rows usually are.
///
/// The scan knows plain and quoted fields, integers up to 38 digits and decimals up to 19 digits on
/// either side of the point. Anything else (another shape of number, a doubtful quote, a missing or an
/// extra field) makes it give up on the row, and ``CarefulRow`` answers with a result or a reason. So
/// the scan may refuse what is right, but must never accept what the careful reader reads differently;
/// `CSVTwinTests` compares the two.
struct FastRowScanner {
  /// The meaning of each column: the raw value of a ``VaultColumn``, or ``passed``.
  private let roles: [UInt8]
  static let passed = UInt8.max

  init(columns: [VaultColumn?]) {
    roles = columns.map { $0?.rawValue ?? Self.passed }
  }

  /// The row that begins at `start`: where its content ends and where the next row begins.
  ///
  /// The caller guarantees that a line feed follows somewhere, and ``ByteBuffer/slack`` behind it.
  @inline(__always)
  func scan(
    _ start: UnsafeRawPointer, into row: inout VaultRow
  ) -> (contentEnd: UnsafeRawPointer, next: UnsafeRawPointer)? {
    var cursor = unsafe start
    let last = roles.count &- 1
    for column in 0...last {
      let isQuoted = unsafe byte(at: cursor) == UInt8(ascii: "\"")
      if isQuoted { unsafe cursor += 1 }
      let role = roles[column]
      if role == Self.passed {
        guard unsafe skip(&cursor, isQuoted: isQuoted) else { return nil }
      } else {
        guard unsafe read(role, at: &cursor, into: &row) else { return nil }
        if isQuoted {
          guard unsafe byte(at: cursor) == UInt8(ascii: "\"") else { return nil }
          unsafe cursor += 1
        }
      }
      if column < last {
        guard unsafe byte(at: cursor) == UInt8(ascii: ",") else { return nil }
        unsafe cursor += 1
      }
    }
    if unsafe byte(at: cursor) == UInt8(ascii: "\n") { return unsafe (cursor, cursor + 1) }
    guard unsafe byte(at: cursor) == UInt8(ascii: "\r"),
      unsafe byte(at: cursor + 1) == UInt8(ascii: "\n")
    else { return nil }
    return unsafe (cursor, cursor + 2)
  }

  @inline(__always)
  private func read(
    _ role: UInt8, at cursor: inout UnsafeRawPointer, into row: inout VaultRow
  ) -> Bool {
    switch role {
    case VaultColumn.rewardRate.rawValue:
      guard let value = unsafe DigitScanner.wide(&cursor) else { return false }
      row.rewardRate = value
    case VaultColumn.totalSupply.rawValue:
      guard let value = unsafe DigitScanner.wide(&cursor) else { return false }
      row.totalSupply = value
    case VaultColumn.rewardPrice.rawValue:
      guard let value = unsafe decimal(&cursor) else { return false }
      row.rewardPrice = value
    case VaultColumn.stakePrice.rawValue:
      guard let value = unsafe decimal(&cursor) else { return false }
      row.stakePrice = value
    case VaultColumn.periodFinish.rawValue:
      guard let value = unsafe seconds(&cursor) else { return false }
      row.periodFinish = value
    case VaultColumn.timestamp.rawValue:
      guard let value = unsafe seconds(&cursor) else { return false }
      row.timestamp = value
    default:
      guard let (value, _) = unsafe DigitScanner.narrow(&cursor),
        let decimals = UInt8(exactly: value)
      else { return false }
      row.stakeDecimals = decimals
    }
    return true
  }

  @inline(__always)
  private func seconds(_ cursor: inout UnsafeRawPointer) -> UInt64? {
    guard let (value, _) = unsafe DigitScanner.narrow(&cursor),
      value < Timestamp.millisecondsThreshold
    else { return nil }
    return value
  }

  /// A decimal number scaled by 1e18: below 1e19 and with at most 18 decimals, so that it fits.
  @inline(__always)
  private func decimal(_ cursor: inout UnsafeRawPointer) -> UInt128? {
    guard let (whole, _) = unsafe DigitScanner.narrow(&cursor) else { return nil }
    let scaled = UInt128(whole) &* UInt128(DigitWriter.wad)
    guard unsafe byte(at: cursor) == UInt8(ascii: ".") else { return scaled }
    unsafe cursor += 1
    guard let (digits, count) = unsafe DigitScanner.narrow(&cursor), count <= 18 else { return nil }
    return scaled &+ UInt128(digits &* DigitScanner.powerOfTen(18 &- count))
  }

  /// Moves to the end of a field that is not read; false where its quoting is doubtful.
  @inline(__always)
  private func skip(_ cursor: inout UnsafeRawPointer, isQuoted: Bool) -> Bool {
    if isQuoted { return unsafe skipQuoted(&cursor) }
    while true {
      // All bytes of interest are below 0x2D; letters, digits and most others are not, so that eight
      // of them are passed at a time. A borrow disturbs only bytes behind one that is marked.
      let word = unsafe UInt64(littleEndian: cursor.loadUnaligned(as: UInt64.self))
      let marks = (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word & 0x8080_8080_8080_8080
      guard marks != 0 else {
        unsafe cursor += 8
        continue
      }
      unsafe cursor += marks.trailingZeroBitCount &>> 3
      switch unsafe byte(at: cursor) {
      case UInt8(ascii: ","), UInt8(ascii: "\n"): return true
      case UInt8(ascii: "\""): return false
      case UInt8(ascii: "\r") where unsafe byte(at: cursor + 1) == UInt8(ascii: "\n"): return true
      default: unsafe cursor += 1
      }
    }
  }

  /// Moves behind the closing quote; false where the field spans lines, which are counted elsewhere.
  private func skipQuoted(_ cursor: inout UnsafeRawPointer) -> Bool {
    while true {
      switch unsafe byte(at: cursor) {
      case UInt8(ascii: "\n"): return false
      case UInt8(ascii: "\""):
        unsafe cursor += 1
        guard unsafe byte(at: cursor) == UInt8(ascii: "\"") else { return true }
      default: break
      }
      unsafe cursor += 1
    }
  }

  @inline(__always)
  private func byte(at cursor: UnsafeRawPointer) -> UInt8 {
    unsafe cursor.loadUnaligned(as: UInt8.self)
  }
}
