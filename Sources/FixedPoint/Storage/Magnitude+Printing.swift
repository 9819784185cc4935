internal import CGMP

extension Magnitude {
  /// 10^19, the largest power of ten in 64 bits: inline values are printed in chunks of its size.
  private static let chunk: UInt64 = 10_000_000_000_000_000_000

  /// Calls `body` with the ASCII decimal digits, most significant first; "0" for zero.
  ///
  /// Sub-quadratic for wide values.
  @inline(__always)
  func withDecimalDigits<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    if isInline {
      return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 80) { digits in
        let start = unsafe writeInlineDigits(endingAt: 80, of: digits)
        return unsafe body(UnsafeBufferPointer(rebasing: digits[start..<80]))
      }
    }
    return unsafe withDigitValues(base: 10) { values in
      for place in values.indices { unsafe values[place] += UInt8(ascii: "0") }
      return unsafe body(UnsafeBufferPointer(values))
    }
  }

  /// Calls `body` with the lowercase hexadecimal digits, most significant first.
  func withHexadecimalDigits<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    unsafe withDigitValues(base: 16) { values in
      for place in values.indices {
        let digit = unsafe values[place]
        unsafe values[place] =
          digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a")
      }
      return unsafe body(UnsafeBufferPointer(values))
    }
  }

  /// Writes the digits of an inline value before `end` and returns where they start.
  @inline(__always)
  private func writeInlineDigits(
    endingAt end: Int, of digits: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var place = end
    var rest = (low, high)
    while rest.1 != 0 || rest.0 >> 64 != 0 {
      let value = Self.divideByChunk(&rest)
      unsafe Self.write(value, atLeast: 19, before: &place, of: digits)
    }
    unsafe Self.write(UInt64(truncatingIfNeeded: rest.0), atLeast: 1, before: &place, of: digits)
    return place
  }

  /// Divides four words by 10^19 and returns the remainder.
  @inline(__always)
  private static func divideByChunk(_ words: inout (UInt128, UInt128)) -> UInt64 {
    var remainder: UInt64 = 0
    func step(_ word: UInt64) -> UInt128 {
      let result = chunk.dividingFullWidth((remainder, word))
      remainder = result.remainder
      return UInt128(result.quotient)
    }
    if words.1 != 0 {
      let upper = step(UInt64(truncatingIfNeeded: words.1 >> 64))
      words.1 = upper << 64 | step(UInt64(truncatingIfNeeded: words.1))
    }
    let upper = step(UInt64(truncatingIfNeeded: words.0 >> 64))
    words.0 = upper << 64 | step(UInt64(truncatingIfNeeded: words.0))
    return remainder
  }

  /// Writes the digits of a word before `place`, leading zeros up to `atLeast` digits.
  @inline(__always)
  private static func write(
    _ value: UInt64, atLeast count: Int, before place: inout Int,
    of digits: UnsafeMutableBufferPointer<UInt8>
  ) {
    var rest = value
    let last = place - count
    while rest >= 10 {
      let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
      // The tens of a number below 100, by multiplication: 103 / 1024 is just above 1 / 10.
      let tens = (pair &* 103) >> 10
      place -= 2
      unsafe digits[place] = UInt8(truncatingIfNeeded: tens) &+ UInt8(ascii: "0")
      unsafe digits[place + 1] =
        UInt8(truncatingIfNeeded: pair &- tens &* 10) &+ UInt8(ascii: "0")
      rest = quotient
    }
    if rest != 0 {
      place -= 1
      unsafe digits[place] = UInt8(truncatingIfNeeded: rest) &+ UInt8(ascii: "0")
    }
    while place > last {
      place -= 1
      unsafe digits[place] = UInt8(ascii: "0")
    }
  }

  /// Calls `body` with the values of the digits without leading zeros; one zero for zero.
  private func withDigitValues<R>(
    base: Int32, _ body: (UnsafeMutableBufferPointer<UInt8>) -> R
  ) -> R {
    unsafe withLimbs { limbs, count in
      if count == 0 {
        return unsafe Self.withBytes(1) { values in
          unsafe values[0] = 0
          return unsafe body(UnsafeMutableBufferPointer(start: values, count: 1))
        }
      }
      let size = unsafe __gmpn_sizeinbase(limbs, count, base) + 1
      return unsafe Self.withBytes(size) { values in
        // mpn_get_str destroys its operand and wants one limb above it.
        let written = unsafe LimbArithmetic.withScratch(count + 1) { scratch in
          unsafe scratch.update(from: limbs, count: count)
          return unsafe Int(__gmpn_get_str(values, base, scratch, count))
        }
        var start = 0
        while unsafe start < written - 1 && values[start] == 0 { start += 1 }
        return unsafe body(
          UnsafeMutableBufferPointer(start: values + start, count: written - start))
      }
    }
  }
}
