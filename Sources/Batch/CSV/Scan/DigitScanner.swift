/// Decimal digits to words, eight at a time within one 64-bit register.
///
/// The bytes of a little-endian word are the characters in order. The three multiplications of
/// `value(ofEight:)` add neighbours pairwise: tens to ones, hundreds to those, and so on.
enum DigitScanner {
  /// Digits up to the first other byte, at most 38 of them, or nil for none or more.
  ///
  /// Reads up to 7 bytes beyond the last digit.
  @inline(__always)
  static func wide(_ cursor: inout UnsafeRawPointer) -> UInt128? {
    let start = unsafe cursor
    var high: UInt64 = 0
    var value: UInt128 = 0
    // Two words, 16 digits, stay in 64 bits: a row's longest number needs three steps of this loop.
    while true {
      let first = unsafe eight(at: cursor)
      guard first.count == 8 else {
        unsafe cursor += first.count
        value = value &* UInt128(powerOfTen(first.count)) &+ UInt128(first.value)
        break
      }
      unsafe cursor += 8
      high = first.value
      let second = unsafe eight(at: cursor)
      unsafe cursor += second.count
      let power = powerOfTen(second.count)
      value = value &* UInt128(100_000_000 &* power) &+ UInt128(high &* power &+ second.value)
      if second.count < 8 { break }
    }
    let count = unsafe cursor - start
    return (1...38).contains(count) ? value : nil
  }

  /// Digits up to the first other byte, at most 19 of them, or nil for none or more.
  ///
  /// Reads up to 7 bytes beyond the last digit.
  @inline(__always)
  static func narrow(_ cursor: inout UnsafeRawPointer) -> (value: UInt64, count: Int)? {
    var (value, count) = unsafe eight(at: cursor)
    unsafe cursor += count
    if count == 8 {
      let second = unsafe eight(at: cursor)
      unsafe cursor += second.count
      value = value &* powerOfTen(second.count) &+ second.value
      count += second.count
      if second.count == 8 {
        let third = unsafe eight(at: cursor)
        unsafe cursor += third.count
        value = value &* powerOfTen(third.count) &+ third.value
        count += third.count
      }
    }
    return (1...19).contains(count) ? (value, count) : nil
  }

  /// The digits among the eight bytes at `cursor`, up to the first other byte.
  @inline(__always)
  private static func eight(at cursor: UnsafeRawPointer) -> (value: UInt64, count: Int) {
    let word = unsafe UInt64(littleEndian: cursor.loadUnaligned(as: UInt64.self))
    let digits = word ^ 0x3030_3030_3030_3030
    // The top bit of each byte above 9. A carry disturbs only bytes behind one that is marked.
    let marks = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    if marks == 0 { return (value(ofEight: digits), 8) }
    let bits = marks.trailingZeroBitCount & ~7
    // Zeros come in front of the digits; two shifts, as one of 64 bits would be none.
    let shifted = (digits &<< UInt64(56 - bits)) &<< 8
    return (value(ofEight: shifted), bits &>> 3)
  }

  @inline(__always)
  private static func value(ofEight digits: UInt64) -> UInt64 {
    let pairs = (digits &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
    return (fours &* 42_949_672_960_001) &>> 32
  }

  /// 10^n for n from 0 to 18.
  @inline(__always)
  static func powerOfTen(_ n: Int) -> UInt64 {
    switch n {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1_000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    case 8: 100_000_000
    case 9: 1_000_000_000
    case 10: 10_000_000_000
    case 11: 100_000_000_000
    case 12: 1_000_000_000_000
    case 13: 10_000_000_000_000
    case 14: 100_000_000_000_000
    case 15: 1_000_000_000_000_000
    case 16: 10_000_000_000_000_000
    case 17: 100_000_000_000_000_000
    default: 1_000_000_000_000_000_000
    }
  }
}
