// Unsafe: the digits go to a temporary allocation of the size that the widest word takes; every byte that
// `body` sees was written before, and what it is given is valid during the call only.

extension UInt256: LosslessStringConvertible {
  /// The number in decimal digits.
  public var description: String {
    unsafe withDecimalDigits { digits in unsafe String(decoding: digits, as: UTF8.self) }
  }

  /// Calls `body` with the decimal digits as characters, most significant first; "0" for zero.
  package func withDecimalDigits<R>(
    _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    // 2^256 has 78 digits, which ten groups of eight hold.
    unsafe withUnsafeTemporaryAllocation(byteCount: 80, alignment: 8) { bytes in
      var start = 80
      var remaining = self
      while remaining.high != 0 || remaining.low >= Self.sixteenDigits {
        let (quotient, sixteen) = remaining.quotientAndRemainder(
          dividingBy: Self.sixteenReciprocal)
        unsafe Self.prepend(sixteen, to: bytes, &start)
        remaining = quotient
      }
      unsafe Self.prepend(remaining.low.lowWord, to: bytes, &start)
      while unsafe start < 79 && bytes[start] == UInt8(ascii: "0") { start += 1 }
      let digits = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
      return unsafe body(digits.bindMemory(to: UInt8.self))
    }
  }

  /// Writes the sixteen digits of a number below 10^16 in front of `start`, a multiple of eight.
  private static func prepend(
    _ value: UInt64, to bytes: UnsafeMutableRawBufferPointer, _ start: inout Int
  ) {
    let (upper, lower) = value.quotientAndRemainder(dividingBy: EightDigits.limit)
    start -= 16
    unsafe bytes.storeBytes(
      of: EightDigits.characters(of: upper).littleEndian, toByteOffset: start, as: UInt64.self)
    unsafe bytes.storeBytes(
      of: EightDigits.characters(of: lower).littleEndian, toByteOffset: start + 8, as: UInt64.self)
  }

  /// 10^16, and the same as a divisor: 10^16 * 2^10 has its top bit set.
  private static var sixteenDigits: UInt128 { 10_000_000_000_000_000 }
  private static var sixteenReciprocal: WordReciprocal {
    WordReciprocal(
      normalised: 0x8e1b_c9bf_0400_0000, reciprocal: 0xcd2b_297d_889b_c2b6, shift: 10)
  }
}
