/// Eight decimal digits in one 64-bit word, the first of them in the lowest byte, as eight characters stand in
/// the memory of a little-endian machine.
///
/// Sums and products work on all bytes at once. The tricks are known from D. Lemire, "Quickly parsing eight
/// digits" (2022), and from simdjson.
@usableFromInline
package enum EightDigits {
  /// Eight characters "0": the difference between digits and their characters.
  @inlinable package static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// 10^8: one above the largest number of eight digits.
  @inlinable package static var limit: UInt64 { 100_000_000 }

  /// The top bit of each byte above 9, so zero for eight digits.
  ///
  /// The lowest mark is right whatever follows it: a carry disturbs bytes behind a marked one only.
  @inlinable @inline(__always)
  package static func marksAboveNine(_ digits: UInt64) -> UInt64 {
    ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
  }

  /// The number that eight digits spell: neighbours are joined to pairs, pairs to fours, fours to eight.
  @inlinable @inline(__always)
  package static func value(of digits: UInt64) -> UInt64 {
    let pairs = (digits &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
    return (fours &* 42_949_672_960_001) &>> 32
  }

  /// The eight digits of a number below 10^8, zeros in front: halves, then quarters, then single digits are
  /// split off in all parts of the word at once.
  ///
  /// 10486 / 2^20 and 103 / 2^10 stand for 1/100 and 1/10 and are exact for four and two digits.
  @inlinable @inline(__always)
  package static func digits(of value: UInt64) -> UInt64 {
    let (upper, lower) = value.quotientAndRemainder(dividingBy: 10_000)
    let halves = upper | lower &<< 32
    let hundreds = (halves &* 10_486) &>> 20 & 0x0000_007F_0000_007F
    let pairs = hundreds | (halves &- 100 &* hundreds) &<< 16
    let tens = (pairs &* 103) &>> 10 & 0x000F_000F_000F_000F
    return tens | (pairs &- 10 &* tens) &<< 8
  }

  /// The eight digits of a number below 10^8 as characters.
  @inlinable @inline(__always)
  package static func characters(of value: UInt64) -> UInt64 { digits(of: value) | zeros }
}
