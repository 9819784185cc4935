/// Long division of words, one 64-bit digit of the quotient after the other.
///
/// Knuth, The Art of Computer Programming, volume 2, algorithm 4.3.1 D. Operands are shifted up
/// until the divisor's top digit has its top bit set. A digit of the quotient comes from the
/// divisor's upper one or two digits by a reciprocal. Divisors have one digit, two, or four: one of
/// three is moved up by a digit, together with the dividend.
@usableFromInline
enum LongDivision {
  @usableFromInline typealias Result = (quotient: UInt256, remainder: UInt256)

  /// Divides 384 bits by a divisor of at most 128 that is not zero and above `upper`.
  @inlinable @inline(__always)
  static func divide(_ upper: UInt128, _ lower: UInt256, by divisor: UInt128) -> Result {
    if divisor.highWord == 0 {
      // `upper` is below the divisor, so it has one digit.
      return divide(upper.lowWord, lower, by: WordReciprocal(of: divisor.lowWord))
    }
    let shift = UInt64(truncatingIfNeeded: divisor.highWord.leadingZeroBitCount)
    let scaled = funnel(divisor.highWord, divisor.lowWord, shift)
    let pair = PairReciprocal(ofNormalised: UInt128(scaled, divisor.lowWord &<< shift))
    let (digits, carried) = shifted(lower, shift)
    // Without upper bits the dividend's first two digits are below 2^127, and so is the divisor not.
    let first =
      upper == 0
      ? (quotient: 0, remainder: UInt128(carried, digits.high.highWord))
      : pair.divide(
        UInt128(funnel(upper.highWord, upper.lowWord, shift), upper.lowWord &<< shift | carried),
        digits.high.highWord)
    let second = pair.divide(first.remainder, digits.high.lowWord)
    let third = pair.divide(second.remainder, digits.low.highWord)
    let fourth = pair.divide(third.remainder, digits.low.lowWord)
    return (
      UInt256(
        high: UInt128(first.quotient, second.quotient),
        low: UInt128(third.quotient, fourth.quotient)),
      UInt256(high: 0, low: fourth.remainder &>> UInt128(truncatingIfNeeded: shift))
    )
  }

  /// Divides 320 bits by one digit above `upper`.
  @inlinable @inline(__always)
  static func divide(
    _ upper: UInt64, _ lower: UInt256, by divisor: WordReciprocal
  ) -> Result {
    let (digits, carried) = shifted(lower, divisor.shift)
    let first = divisor.divide(upper &<< divisor.shift | carried, digits.high.highWord)
    let second = divisor.divide(first.remainder, digits.high.lowWord)
    let third = divisor.divide(second.remainder, digits.low.highWord)
    let fourth = divisor.divide(third.remainder, digits.low.lowWord)
    return (
      UInt256(
        high: UInt128(first.quotient, second.quotient),
        low: UInt128(third.quotient, fourth.quotient)),
      UInt256(fourth.remainder &>> divisor.shift)
    )
  }

  /// Divides a word by one of more than 128 bits.
  @inlinable @inline(__always)
  static func divide(_ dividend: UInt256, by divisor: UInt256) -> Result {
    let long = LongDivisor(divisor)
    // What is carried out is below 2^63, so these four digits are below the divisor.
    let (digits, carried) = shifted(dividend, long.shift)
    var remainder = UInt256(
      high: UInt128(carried, digits.high.highWord),
      low: UInt128(digits.high.lowWord, digits.low.highWord))
    var quotient = UInt128(truncatingIfNeeded: long.digit(&remainder, digits.low.lowWord))
    if long.isMovedUp {
      quotient = quotient &<< 64 | UInt128(truncatingIfNeeded: long.digit(&remainder, 0))
    }
    return (UInt256(high: 0, low: quotient), long.remainder(remainder))
  }

  /// Divides 512 bits by a word of more than 128 that is above `dividend.high`.
  @inlinable @inline(__always)
  static func divide(
    _ dividend: (high: UInt256, low: UInt256), by divisor: UInt256
  ) -> Result {
    let long = LongDivisor(divisor)
    var (upper, lower) = dividend
    if long.isMovedUp {
      // The upper word has three digits, as the divisor has.
      upper = UInt256(
        high: UInt128(upper.high.lowWord, upper.low.highWord),
        low: UInt128(upper.low.lowWord, lower.high.highWord))
      lower = UInt256(
        high: UInt128(lower.high.lowWord, lower.low.highWord), low: UInt128(lower.low.lowWord, 0))
    }
    let (digits, carried) = shifted(lower, long.shift)
    let top = shifted(upper, long.shift).word
    var remainder = UInt256(
      high: top.high, low: top.low | UInt128(truncatingIfNeeded: carried))
    let first = long.digit(&remainder, digits.high.highWord)
    let second = long.digit(&remainder, digits.high.lowWord)
    let third = long.digit(&remainder, digits.low.highWord)
    let fourth = long.digit(&remainder, digits.low.lowWord)
    return (
      UInt256(high: UInt128(first, second), low: UInt128(third, fourth)),
      long.remainder(remainder)
    )
  }

  /// The word moved up by 0 to 63 bits, and the bits that left it at the top.
  @inlinable @inline(__always)
  static func shifted(
    _ word: UInt256, _ shift: UInt64
  ) -> (word: UInt256, carried: UInt64) {
    let (w3, w2) = (word.high.highWord, word.high.lowWord)
    let (w1, w0) = (word.low.highWord, word.low.lowWord)
    return (
      UInt256(
        high: UInt128(funnel(w3, w2, shift), funnel(w2, w1, shift)),
        low: UInt128(funnel(w1, w0, shift), w0 &<< shift)),
      (w3 &>> 1) &>> (63 ^ shift)
    )
  }

  /// The upper word of two that are moved up by 0 to 63 bits.
  @inlinable @inline(__always)
  static func funnel(_ high: UInt64, _ low: UInt64, _ shift: UInt64) -> UInt64 {
    high &<< shift | (low &>> 1) &>> (63 ^ shift)
  }
}

/// A divisor of three or four digits, shifted up to four whose top bit is set.
@usableFromInline
struct LongDivisor {
  /// By how many bits, after moving it up by a digit where it had three.
  @usableFromInline let shift: UInt64
  @usableFromInline let isMovedUp: Bool
  @usableFromInline let digits: UInt256
  @usableFromInline let pair: PairReciprocal

  /// Shifts a divisor of more than 128 bits.
  @inlinable @inline(__always)
  init(_ divisor: UInt256) {
    isMovedUp = divisor.high.highWord == 0
    let top =
      isMovedUp
      ? UInt256(
        high: UInt128(divisor.high.lowWord, divisor.low.highWord),
        low: UInt128(divisor.low.lowWord, 0))
      : divisor
    shift = UInt64(truncatingIfNeeded: top.high.highWord.leadingZeroBitCount)
    digits = LongDivision.shifted(top, shift).word
    pair = PairReciprocal(ofNormalised: digits.high)
  }

  /// One step: appends `next` to the remainder, which is below the divisor, and divides.
  ///
  /// The estimate from the divisor's two upper digits d is at most one too large: the lower ones
  /// change the quotient by less than 2^64 / (d + 1), and d is at least 2^127.
  @inlinable @inline(__always)
  func digit(_ remainder: inout UInt256, _ next: UInt64) -> UInt64 {
    if remainder.high >= digits.high {
      remainder = remainderOfLargestDigit(remainder, next)
      return .max
    }
    var (quotient, high) = pair.divide(remainder.high, remainder.low.highWord)
    let low = UInt128(remainder.low.lowWord, next)
    let lower = UInt128(digits.low.lowWord, times: quotient)
    let upper =
      UInt128(digits.low.highWord, times: quotient) &+ UInt128(truncatingIfNeeded: lower.highWord)
    let taken = UInt128(upper.lowWord, lower.lowWord)
    let takenHigh =
      UInt128(truncatingIfNeeded: upper.highWord) &+ (low < taken ? 1 : 0)
    let isNegative = high < takenHigh
    high = high &- takenHigh
    remainder = UInt256(high: high, low: low &- taken)
    if isNegative {
      quotient = quotient &- 1
      remainder = remainder &+ digits
    }
    return quotient
  }

  /// The step where remainder and divisor have the same two upper digits d: the digit is 2^64 - 1.
  ///
  /// It is not less, as the quotient exceeds 2^64 - 2^64 / (d + 1). With the remainder R = divisor -
  /// gap, R * 2^64 + next - (2^64 - 1) * divisor is divisor + next - gap * 2^64; gap is below 2^128.
  @inline(never) @usableFromInline
  func remainderOfLargestDigit(_ remainder: UInt256, _ next: UInt64) -> UInt256 {
    let gap = digits.low &- remainder.low
    let taken = UInt256(
      high: UInt128(truncatingIfNeeded: gap.highWord), low: UInt128(gap.lowWord, 0))
    return digits &+ UInt256(next) &- taken
  }

  /// The remainder at the place that the divisor had.
  @inlinable @inline(__always)
  func remainder(_ shifted: UInt256) -> UInt256 {
    shifted >> (Int(truncatingIfNeeded: shift) &+ (isMovedUp ? 64 : 0))
  }
}
