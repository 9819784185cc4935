/// ASCII decimal digits, eight at a time: one 64-bit word holds eight of them.
///
/// The word tricks are those of D. Lemire, "Quickly parsing eight digits" (2022) and of simdjson.
enum DigitWords {
  /// How many decimal digits stand in `bytes` from `start` on without a gap.
  @inline(__always)
  static func count(in bytes: Span<UInt8>, from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { raw in
      var place = start
      while place &+ 8 <= raw.count,
        unsafe areDigits(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      {
        place &+= 8
      }
      while unsafe place < raw.count && raw[place] &- UInt8(ascii: "0") <= 9 { place &+= 1 }
      return place &- start
    }
  }

  /// The number that the digits of a range spell, behind those of `head`; at most 19 in all.
  @inline(__always)
  static func value(
    of range: Range<Int>, in bytes: Span<UInt8>, behind head: UInt64
  ) -> UInt64 {
    unsafe bytes.withUnsafeBytes { raw in
      var (value, place) = (head, range.lowerBound)
      while place &+ 8 <= range.upperBound {
        let word = unsafe raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        value = value &* 100_000_000 &+ Self.value(ofEight: word)
        place &+= 8
      }
      while place < range.upperBound {
        value = unsafe value &* 10 &+ UInt64(raw[place] &- UInt8(ascii: "0"))
        place &+= 1
      }
      return value
    }
  }

  /// Whether all eight bytes of a word lie in "0"..."9".
  @inline(__always)
  private static func areDigits(_ word: UInt64) -> Bool {
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    return (word & high) | (((word &+ 0x0606_0606_0606_0606) & high) >> 4)
      == 0x3333_3333_3333_3333
  }

  /// The number that eight digits spell, the first of them in the lowest byte.
  @inline(__always)
  private static func value(ofEight word: UInt64) -> UInt64 {
    let digits = word &- 0x3030_3030_3030_3030
    let pairs = digits &* 10 &+ digits >> 8
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let upper = (pairs & mask) &* 0x000F_4240_0000_0064
    let lower = (pairs >> 16 & mask) &* 0x0000_2710_0000_0001
    return (upper &+ lower) >> 32
  }
}
