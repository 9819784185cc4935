// Unsafe: the only file, with GMP+Digits, that hands limbs to GMP. An operand's limbs are those of an array that
// is borrowed for the call, or a copy on the stack; a result is written to room that nobody else has, of the
// size that GMP's manual asks for, and only what was written is read. No pointer outlives its closure.

internal import CGMP
internal import Words

#if _endian(big)
  #error("GMP limbs and Swift words are assumed to be little-endian")
#endif

/// Natural numbers of any width by GMP: operands that a word holds are laid out as limbs first.
enum GMP {
  static func sum(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    unsafe withLimbs(a, b) { a, b in
      let (long, short) = unsafe a.count >= b.count ? (a, b) : (b, a)
      return unsafe Magnitude(room: long.count + 1) { target in
        unsafe target[long.count] = unsafe __gmpn_add(
          target, long.baseAddress, long.count, short.baseAddress, short.count)
        return long.count + 1
      }
    }
  }

  /// The difference, for `a >= b`.
  static func difference(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    unsafe withLimbs(a, b) { a, b in
      unsafe Magnitude(room: a.count) { target in
        _ = unsafe __gmpn_sub(target, a.baseAddress, a.count, b.baseAddress, b.count)
        return a.count
      }
    }
  }

  /// The product of two numbers other than zero.
  static func product(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    unsafe withLimbs(a, b) { a, b in
      unsafe Magnitude(room: a.count + b.count) { target in
        if unsafe a.baseAddress == b.baseAddress {
          unsafe __gmpn_sqr(target, a.baseAddress, a.count)
        } else {
          let (long, short) = unsafe a.count >= b.count ? (a, b) : (b, a)
          _ = unsafe __gmpn_mul(
            target, long.baseAddress, long.count, short.baseAddress, short.count)
        }
        return a.count + b.count
      }
    }
  }

  /// The quotient rounded toward zero and the remainder, for `dividend >= divisor > 0`.
  static func quotientAndRemainder(
    _ dividend: Magnitude, _ divisor: Magnitude
  ) -> (quotient: Magnitude, remainder: Magnitude) {
    unsafe withLimbs(dividend, divisor) { a, d in
      var remainder = Magnitude.zero
      let quotient = unsafe Magnitude(room: a.count - d.count + 1) { target in
        remainder = unsafe Magnitude(room: d.count) { rest in
          unsafe __gmpn_tdiv_qr(
            target, rest, 0, a.baseAddress, a.count, d.baseAddress, d.count)
          return d.count
        }
        return a.count - d.count + 1
      }
      return (quotient, remainder)
    }
  }

  /// The square root of a number other than zero, rounded down, and the number less its square.
  static func squareRoot(_ radicand: Magnitude) -> (root: Magnitude, remainder: Magnitude) {
    unsafe radicand.withLimbs { limbs in
      var root = Magnitude.zero
      let remainder = unsafe Magnitude(room: limbs.count) { rest in
        var used = 0
        root = unsafe Magnitude(room: (limbs.count + 1) / 2) { target in
          used = unsafe __gmpn_sqrtrem(target, rest, limbs.baseAddress, limbs.count)
          return (limbs.count + 1) / 2
        }
        return used
      }
      return (root, remainder)
    }
  }

  /// The greatest common divisor of two numbers other than zero.
  static func greatestCommonDivisor(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    unsafe withLimbs(a, b) { a, b in
      var (x, y, divisor) = unsafe (__mpz_struct(), __mpz_struct(), __mpz_struct())
      unsafe __gmpz_init(&divisor)
      defer { unsafe __gmpz_clear(&divisor) }
      unsafe __gmpz_gcd(
        &divisor, __gmpz_roinit_n(&x, a.baseAddress, a.count),
        __gmpz_roinit_n(&y, b.baseAddress, b.count))
      return unsafe Magnitude(
        copying: UnsafeBufferPointer(start: divisor._mp_d, count: Int(divisor._mp_size)))
    }
  }

  /// `value * 2^count` of a number other than zero, count >= 0.
  static func shiftedLeft(_ value: Magnitude, by count: Int) -> Magnitude {
    let (skipped, bits) = count.quotientAndRemainder(dividingBy: 64)
    return unsafe value.withLimbs { limbs in
      unsafe Magnitude(room: limbs.count + skipped + 1) { target in
        unsafe target.update(repeating: 0, count: skipped)
        let upper = unsafe target + skipped
        if bits == 0 {
          unsafe upper.update(from: limbs.baseAddress.unsafelyUnwrapped, count: limbs.count)
          unsafe upper[limbs.count] = 0
        } else {
          unsafe upper[limbs.count] = unsafe __gmpn_lshift(
            upper, limbs.baseAddress, limbs.count, UInt32(bits))
        }
        return limbs.count + skipped + 1
      }
    }
  }

  /// The floor of `value / 2^count`, for a count below the number's width.
  static func shiftedRight(_ value: Magnitude, by count: Int) -> Magnitude {
    let (skipped, bits) = count.quotientAndRemainder(dividingBy: 64)
    return unsafe value.withLimbs { limbs in
      let kept = unsafe UnsafeBufferPointer(rebasing: limbs.dropFirst(skipped))
      if bits == 0 { return unsafe Magnitude(copying: kept) }
      return unsafe Magnitude(room: kept.count) { target in
        _ = unsafe __gmpn_rshift(target, kept.baseAddress, kept.count, UInt32(bits))
        return kept.count
      }
    }
  }

  private static func withLimbs<R>(
    _ a: Magnitude, _ b: Magnitude,
    _ body: (UnsafeBufferPointer<UInt>, UnsafeBufferPointer<UInt>) -> R
  ) -> R {
    unsafe a.withLimbs { a in unsafe b.withLimbs { b in unsafe body(a, b) } }
  }
}

extension Magnitude {
  /// Calls `body` with the limbs without leading zeros; valid during the call only.
  @inline(__always)
  func withLimbs<R>(_ body: (UnsafeBufferPointer<UInt>) -> R) -> R {
    switch self {
    case .wide(let limbs): return unsafe limbs.withUnsafeBufferPointer(body)
    case .word(let word):
      let count = (bitWidth + 63) / 64
      let limbs = (
        UInt(word.low.lowWord), UInt(word.low.highWord), UInt(word.high.lowWord),
        UInt(word.high.highWord)
      )
      return unsafe withUnsafeBytes(of: limbs) { bytes in
        let all = unsafe bytes.assumingMemoryBound(to: UInt.self)
        return unsafe body(UnsafeBufferPointer(rebasing: all[..<count]))
      }
    }
  }

  /// The number whose limbs `write` puts into a place for `room` of them, at least one.
  ///
  /// - Parameters:
  ///   - room: how many limbs `write` may touch.
  ///   - write: fills limbs from the lowest up and returns how many, leading zeros allowed.
  @inline(__always)
  init(room: Int, _ write: (UnsafeMutablePointer<UInt>) -> Int) {
    if room <= 8 {
      // Most likely a word: no storage until that is known.
      self = unsafe withUnsafeTemporaryAllocation(of: UInt.self, capacity: 8) { place in
        let count = unsafe write(place.baseAddress.unsafelyUnwrapped)
        return unsafe Magnitude(copying: UnsafeBufferPointer(rebasing: place[..<count]))
      }
      return
    }
    let limbs = unsafe Limbs(unsafeUninitializedCapacity: room) { place, count in
      count = unsafe write(place.baseAddress.unsafelyUnwrapped)
      while unsafe count > 0 && place[count - 1] == 0 { count -= 1 }
    }
    self = limbs.count > 4 ? .wide(limbs) : Magnitude(limbs: limbs)
  }

  /// The number of limbs that are somebody else's, of which the last ones may be zero.
  init(copying limbs: UnsafeBufferPointer<UInt>) {
    var used = limbs.count
    while unsafe used > 0 && limbs[used - 1] == 0 { used -= 1 }
    if used > 4 {
      self = .wide(
        unsafe Limbs(unsafeUninitializedCapacity: used) { place, count in
          count = unsafe place.initialize(fromContentsOf: limbs[..<used])
        })
      return
    }
    func word(_ index: Int) -> UInt64 { unsafe index < used ? UInt64(limbs[index]) : 0 }
    self = .word(UInt256(high: UInt128(word(3), word(2)), low: UInt128(word(1), word(0))))
  }
}
