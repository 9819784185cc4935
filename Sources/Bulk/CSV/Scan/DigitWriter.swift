// Unsafe: writes whole words at the cursor. The caller has reserved the room that each function names, and 8
// bytes more.

internal import Words

/// Words to decimal digits, eight at a time, straight into an output buffer.
///
/// Every function writes at `cursor`, moves it behind the text, and may scribble on up to 8 bytes
/// beyond, which the caller has reserved.
enum DigitWriter {
  /// 1e18, the scale of a wad.
  static let wad: UInt64 = 1_000_000_000_000_000_000

  /// A wad in plain decimals without trailing zeros, as `Wad.text()` writes it; false, and nothing
  /// written, from 1e18 * 2^64 on.
  ///
  /// Takes at most 48 bytes.
  @inline(always)
  static func append(wad value: UInt128, at cursor: inout UnsafeMutableRawPointer) -> Bool {
    let high = UInt64(truncatingIfNeeded: value >> 64)
    let low = UInt64(truncatingIfNeeded: value)
    let whole: UInt64
    let fraction: UInt64
    if high == 0 {
      (whole, fraction) = low.quotientAndRemainder(dividingBy: wad)
    } else {
      guard high < wad else { return false }
      (whole, fraction) = wad.dividingFullWidth((high, low))
    }
    if whole < 10 {
      unsafe cursor.storeBytes(of: 0x30 + UInt8(truncatingIfNeeded: whole), as: UInt8.self)
      unsafe cursor += 1
    } else {
      unsafe append(whole, at: &cursor)
    }
    if fraction != 0 { unsafe append(fraction: fraction, at: &cursor) }
    return true
  }

  /// An integer.
  ///
  /// Takes at most 32 bytes.
  @inline(always)
  static func append(_ value: UInt64, at cursor: inout UnsafeMutableRawPointer) {
    // By a copy, so that a caller may keep its cursor in a register.
    unsafe cursor = write(value, at: cursor)
  }

  @inline(never)
  private static func write(
    _ value: UInt64, at start: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    var cursor = unsafe start
    let (rest, last) = value.quotientAndRemainder(dividingBy: EightDigits.limit)
    guard rest > 0 else {
      unsafe appendWithoutLeadingZeros(last, at: &cursor)
      return unsafe cursor
    }
    let (first, middle) = rest.quotientAndRemainder(dividingBy: EightDigits.limit)
    if first > 0 {
      unsafe appendWithoutLeadingZeros(first, at: &cursor)
      unsafe appendEight(middle, at: &cursor)
    } else {
      unsafe appendWithoutLeadingZeros(middle, at: &cursor)
    }
    unsafe appendEight(last, at: &cursor)
    return unsafe cursor
  }

  /// A point and 18 decimals, without trailing zeros.
  @inline(always)
  private static func append(fraction: UInt64, at cursor: inout UnsafeMutableRawPointer) {
    let (first, rest) = fraction.quotientAndRemainder(dividingBy: 10_000_000_000)
    let (second, last) = rest.quotientAndRemainder(dividingBy: 100)
    unsafe cursor.storeBytes(of: UInt8(ascii: "."), as: UInt8.self)
    unsafe cursor += 1
    unsafe appendEight(first, at: &cursor)
    unsafe appendEight(second, at: &cursor)
    let (tens, ones) = last.quotientAndRemainder(dividingBy: 10)
    let pair = UInt16(truncatingIfNeeded: 0x3030 + tens + ones << 8)
    unsafe cursor.storeBytes(of: pair.littleEndian, as: UInt16.self)
    unsafe cursor += 2
    while unsafe (cursor - 1).loadUnaligned(as: UInt8.self) == UInt8(ascii: "0") {
      unsafe cursor -= 1
    }
  }

  /// Eight digits of a number below 1e8.
  @inline(always)
  private static func appendEight(_ value: UInt64, at cursor: inout UnsafeMutableRawPointer) {
    let word = EightDigits.characters(of: value).littleEndian
    unsafe cursor.storeBytes(of: word, as: UInt64.self)
    unsafe cursor += 8
  }

  @inline(always)
  private static func appendWithoutLeadingZeros(
    _ value: UInt64, at cursor: inout UnsafeMutableRawPointer
  ) {
    let digits = EightDigits.digits(of: value)
    let zeros = min(digits.trailingZeroBitCount & ~7, 56)
    let word = ((digits | EightDigits.zeros) &>> UInt64(zeros)).littleEndian
    unsafe cursor.storeBytes(of: word, as: UInt64.self)
    unsafe cursor += 8 - zeros / 8
  }
}

extension ByteBuffer {
  /// Appends a number, or a wad in plain decimals; false, and nothing appended, where it is too wide.
  @inline(__always)
  func append(_ number: UInt128, isWad: Bool) -> Bool {
    reserve(64)
    let start = unsafe base + count
    var cursor = unsafe start
    if isWad {
      guard unsafe DigitWriter.append(wad: number, at: &cursor) else { return false }
    } else {
      guard let narrow = UInt64(exactly: number) else { return false }
      unsafe DigitWriter.append(narrow, at: &cursor)
    }
    count += unsafe cursor - start
    return true
  }
}
