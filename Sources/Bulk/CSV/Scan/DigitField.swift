internal import Words

// Unsafe: a field lies in the content of a `ByteBuffer` that stays where it is; the up to seven bytes that are
// read behind it lie in the content too, or in the buffer's slack.

/// A number whose length is known before it is looked at: the loads depend on nothing but the field's place,
/// and nothing but the last check depends on what they find.
@unsafe struct DigitField {
  let start: UnsafeRawPointer
  let count: Int

  /// An integer of 1 to 38 digits.
  var wide: UInt128? {
    @inline(always) get {
      guard unsafe (1...38).contains(count) else { return nil }
      let (blocks, rest) = unsafe (count &>> 3, count & 7)
      var marks: UInt64 = 0
      let head = unsafe value(first: rest, &marks)
      let eights = unsafe start + rest
      if blocks == 0 { return marks == 0 ? UInt128(head) : nil }
      let upper = unsafe head &* EightDigits.limit &+ Self.value(eights, 0, &marks)
      var whole = UInt128(upper)
      switch blocks {
      case 1: break
      case 2:
        whole =
          unsafe whole &* UInt128(EightDigits.limit) &+ UInt128(Self.value(eights, 1, &marks))
      case 3:
        whole =
          unsafe whole &* UInt128(EightDigits.limit &* EightDigits.limit)
          &+ UInt128(Self.pair(eights, 1, &marks))
      default:
        whole =
          unsafe whole &* UInt128(EightDigits.limit &* EightDigits.limit)
          &+ UInt128(Self.pair(eights, 1, &marks))
        whole =
          unsafe whole &* UInt128(EightDigits.limit) &+ UInt128(Self.value(eights, 3, &marks))
      }
      return marks == 0 ? whole : nil
    }
  }

  /// An integer of 1 to 16 digits.
  var narrow: UInt64? {
    @inline(always) get {
      guard unsafe (1...16).contains(count) else { return nil }
      let (blocks, rest) = unsafe (count &>> 3, count & 7)
      var marks: UInt64 = 0
      var whole = unsafe value(first: rest, &marks)
      let eights = unsafe start + rest
      if blocks > 0 { whole = unsafe whole &* EightDigits.limit &+ Self.value(eights, 0, &marks) }
      if blocks > 1 { whole = unsafe whole &* EightDigits.limit &+ Self.value(eights, 1, &marks) }
      return marks == 0 ? whole : nil
    }
  }

  /// A decimal number scaled by 1e18: digits, and a point with at least one on either side; at most 19
  /// before it and 18 behind it, so that it fits.
  var decimal: UInt128? {
    @inline(always) get { unsafe count > 8 ? longDecimal : shortDecimal }
  }

  /// One of at most 8 bytes, in one word.
  @inline(always)
  private var shortDecimal: UInt128? {
    guard unsafe count > 0 else { return nil }
    let (word, count) = unsafe (Self.load(start), count)
    let mixed = word ^ 0x2E2E_2E2E_2E2E_2E2E
    // The lowest mark is the first point; a borrow disturbs only bytes above one.
    let points = (mixed &- 0x0101_0101_0101_0101) & ~mixed & 0x8080_8080_8080_8080
    let place = points.trailingZeroBitCount &>> 3
    var marks: UInt64 = 0
    if place >= count {
      let whole = unsafe Self.digits(word, first: count, &marks)
      return marks == 0 ? UInt128(EightDigits.value(of: whole)) &* UInt128(DigitWriter.wad) : nil
    }
    let decimals = count &- 1 &- place
    guard place > 0, decimals > 0 else { return nil }
    // The digits before the point, and those behind it moved down onto it.
    let front = (1 as UInt64) &<< UInt64(8 &* place) &- 1
    let joined = word & front | (word &>> 8) & ~front
    let all = unsafe Self.digits(joined, first: count &- 1, &marks)
    guard marks == 0 else { return nil }
    return UInt128(EightDigits.value(of: all)) &* UInt128(unsafe Self.powerOfTen(18 &- decimals))
  }

  /// One of more bytes, as two integers.
  @inline(never)
  private var longDecimal: UInt128? {
    var wholeCount = 0
    while unsafe wholeCount < count,
      unsafe start.load(fromByteOffset: wholeCount, as: UInt8.self) != UInt8(ascii: ".")
    { wholeCount &+= 1 }
    guard wholeCount <= 19, let whole = unsafe DigitField(start: start, count: wholeCount).wide
    else { return nil }
    let scaled = whole &* UInt128(DigitWriter.wad)
    guard unsafe wholeCount < count else { return scaled }
    let decimals = unsafe count &- wholeCount &- 1
    guard decimals <= 18,
      let fraction = unsafe DigitField(start: start + wholeCount + 1, count: decimals).wide
    else { return nil }
    return scaled &+ fraction &* UInt128(unsafe Self.powerOfTen(18 &- decimals))
  }

  /// Sixteen digits, of which `index` eights come before.
  @inline(always)
  private static func pair(
    _ start: UnsafeRawPointer, _ index: Int, _ marks: inout UInt64
  ) -> UInt64 {
    unsafe value(start, index, &marks) &* EightDigits.limit &+ value(start, index &+ 1, &marks)
  }

  @inline(always)
  private static func value(
    _ start: UnsafeRawPointer, _ index: Int, _ marks: inout UInt64
  ) -> UInt64 {
    let digits = unsafe load(start + 8 &* index) ^ EightDigits.zeros
    marks |= EightDigits.marksAboveNine(digits)
    return EightDigits.value(of: digits)
  }

  /// The first so many digits, at most 7.
  @inline(always)
  private func value(first count: Int, _ marks: inout UInt64) -> UInt64 {
    unsafe EightDigits.value(of: Self.digits(Self.load(start), first: count, &marks))
  }

  /// The first so many digits of a word, zeros in front.
  @inline(always)
  private static func digits(_ word: UInt64, first count: Int, _ marks: inout UInt64) -> UInt64 {
    let all = word ^ EightDigits.zeros
    let shifted = count == 0 ? 0 : all &<< UInt64(64 &- 8 &* count)
    marks |= EightDigits.marksAboveNine(shifted)
    return shifted
  }

  @inline(always)
  private static func load(_ cursor: UnsafeRawPointer) -> UInt64 {
    unsafe UInt64(littleEndian: cursor.loadUnaligned(as: UInt64.self))
  }

  /// 10^n for n from 0 to 18; a switch, for a table would be another load.
  @inline(always)
  private static func powerOfTen(_ n: Int) -> UInt64 {
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
