// Unsafe: the digits go to a temporary allocation of the size that the widest word takes; every byte that
// `body` sees was written before, and what it is given is valid during the call only.

extension UInt256: LosslessStringConvertible {
  /// The number in decimal digits.
  public var description: String {
    unsafe withDecimalDigits { digits in unsafe String(decoding: digits, as: UTF8.self) }
  }

  /// Calls `body` with the decimal digits as characters, most significant first; "0" for zero.
  package func withDecimalDigits<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    // 2^256 has 78 digits, which ten groups of eight hold.
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 10) { groups in
      var start = 10
      var remaining = self
      while remaining.high != 0 || remaining.low >= Self.sixteenDigits {
        let (quotient, sixteen) = remaining.quotientAndRemainder(
          dividingBy: Self.sixteenReciprocal)
        unsafe Self.prepend(sixteen, to: groups, &start)
        remaining = quotient
      }
      unsafe Self.prepend(remaining.low.lowWord, to: groups, &start)
      let characters = unsafe UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: groups[start...]))
      var zeros = 0
      while unsafe zeros < characters.count - 1 && characters[zeros] == UInt8(ascii: "0") {
        zeros += 1
      }
      return unsafe body(UnsafeRawBufferPointer(rebasing: characters[zeros...]))
    }
  }

  /// Writes the sixteen digits of a number below 10^16 in front of `start`.
  private static func prepend(
    _ value: UInt64, to groups: UnsafeMutableBufferPointer<UInt64>, _ start: inout Int
  ) {
    let (upper, lower) = value.quotientAndRemainder(dividingBy: EightDigits.limit)
    start -= 2
    unsafe groups[start] = EightDigits.characters(of: upper).littleEndian
    unsafe groups[start + 1] = EightDigits.characters(of: lower).littleEndian
  }

  /// 10^16, and the same as a divisor: 10^16 * 2^10 has its top bit set.
  private static var sixteenDigits: UInt128 { 10_000_000_000_000_000 }
  private static var sixteenReciprocal: WordReciprocal {
    WordReciprocal(
      normalised: 0x8e1b_c9bf_0400_0000, reciprocal: 0xcd2b_297d_889b_c2b6, shift: 10)
  }
}
