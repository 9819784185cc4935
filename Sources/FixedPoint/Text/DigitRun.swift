// Unsafe: whole words are loaded from a view of bytes, each after a check that eight of them are left.

internal import Words

/// Runs of ASCII decimal digits, eight at a time.
enum DigitRun {
  /// How many decimal digits stand in `bytes` from `start` on without a gap.
  @inline(__always)
  static func count(in bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset &+ 8 <= bytes.count {
      let marks = EightDigits.marksAboveNine(eight(in: bytes, at: offset))
      if marks != 0 { return offset &- start &+ marks.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < bytes.count && bytes[offset] &- UInt8(ascii: "0") <= 9 { offset &+= 1 }
    return offset &- start
  }

  /// The number that the digits of a range spell, behind those of `head`; at most 19 in all.
  @inline(__always)
  static func value(
    of range: Range<Int>, in bytes: Span<UInt8>, behind head: UInt64
  ) -> UInt64 {
    var (value, offset) = (head, range.lowerBound)
    while offset &+ 8 <= range.upperBound {
      let eight = EightDigits.value(of: eight(in: bytes, at: offset))
      value = value &* EightDigits.limit &+ eight
      offset &+= 8
    }
    while offset < range.upperBound {
      value = value &* 10 &+ UInt64(bytes[offset] &- UInt8(ascii: "0"))
      offset &+= 1
    }
    return value
  }

  /// Eight bytes less "0" each: digits where they are characters of digits.
  @inline(__always)
  private static func eight(in bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return UInt64(littleEndian: word) ^ EightDigits.zeros
  }
}
