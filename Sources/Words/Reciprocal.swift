// Division by multiplication: N. Möller, T. Granlund, Improved division by invariant integers, IEEE
// Transactions on Computers 60 (2011), 165-175; the algorithms' numbers are theirs. A digit of a
// quotient costs two products instead of a division of 128 by 64 bits, which is slow on many
// processors and a library call in Swift: one is left for each divisor. B stands for 2^64.

/// A divisor of one word and what divides by it: the divisor with its top bit set, and
/// `floor((B^2 - 1) / normalised) - B`.
@usableFromInline
package struct WordReciprocal: Sendable {
  @usableFromInline package let normalised: UInt64
  @usableFromInline package let reciprocal: UInt64
  /// How far the divisor was shifted, 0 to 63.
  @usableFromInline package let shift: UInt64

  /// A divisor whose numbers are known.
  @inlinable
  package init(normalised: UInt64, reciprocal: UInt64, shift: UInt64) {
    self.normalised = normalised
    self.reciprocal = reciprocal
    self.shift = shift
  }

  /// A divisor other than zero, at the cost of one division of 128 by 64 bits.
  @inlinable @inline(__always)
  package init(of divisor: UInt64) {
    shift = UInt64(truncatingIfNeeded: divisor.leadingZeroBitCount)
    normalised = divisor &<< shift
    // (B^2 - 1) - B * normalised = (~normalised, B - 1), whose quotient fits a word.
    let quotient = UInt128(~normalised, .max) / UInt128(truncatingIfNeeded: normalised)
    reciprocal = quotient.lowWord
  }

  /// Algorithm 4: two words by one; `high` must be below `normalised`.
  @inlinable @inline(__always)
  package func divide(_ high: UInt64, _ low: UInt64) -> (quotient: UInt64, remainder: UInt64) {
    let estimate = UInt128(reciprocal, times: high) &+ UInt128(high, low)
    var quotient = estimate.highWord &+ 1
    var remainder = low &- quotient &* normalised
    // The estimate is one too large about half of the time, so no branch; hardly ever too small.
    let excess = mask(remainder > estimate.lowWord)
    quotient = quotient &+ excess
    remainder = remainder &+ (normalised & excess)
    return remainder < normalised ? (quotient, remainder) : nextQuotient(quotient, remainder)
  }

  /// Out of line, so that what hardly ever happens stays a branch and the usual result waits for
  /// nothing.
  @inline(never) @usableFromInline
  func nextQuotient(
    _ quotient: UInt64, _ remainder: UInt64
  ) -> (quotient: UInt64, remainder: UInt64) {
    (quotient &+ 1, remainder &- normalised)
  }
}

/// A divisor of two words, its top bit set, and `floor((B^3 - 1) / divisor) - B`.
@usableFromInline
struct PairReciprocal {
  @usableFromInline let divisor: UInt128
  @usableFromInline let reciprocal: UInt64

  /// Algorithm 6, for a divisor whose top bit is set.
  @inlinable @inline(__always)
  init(ofNormalised divisor: UInt128) {
    let (d1, d0) = (divisor.highWord, divisor.lowWord)
    var v = WordReciprocal(of: d1).reciprocal
    var p = d1 &* v &+ d0
    // Corrections by masks: each is needed about half of the time, which no branch predicts.
    let wrapped = mask(p < d0)
    let wrappedTwice = wrapped & mask(p >= d1)
    v = v &+ wrapped &+ wrappedTwice
    p = p &- (d1 & wrapped) &- (d1 & wrappedTwice)
    let t = UInt128(v, times: d0)
    p = p &+ t.highWord
    let exceeds = mask(p < t.highWord)
    v = v &+ exceeds &+ (exceeds & mask(UInt128(p, t.lowWord) >= divisor))
    self.divisor = divisor
    reciprocal = v
  }

  /// Algorithm 5: three words by two; `upper` must be below `divisor`.
  @inlinable @inline(__always)
  func divide(_ upper: UInt128, _ low: UInt64) -> (quotient: UInt64, remainder: UInt128) {
    let estimate = UInt128(reciprocal, times: upper.highWord) &+ upper
    var quotient = estimate.highWord
    let top = upper.lowWord &- quotient &* divisor.highWord
    var remainder = UInt128(top, low) &- UInt128(divisor.lowWord, times: quotient) &- divisor
    quotient = quotient &+ 1
    let excess = mask(remainder.highWord >= estimate.lowWord)
    quotient = quotient &+ excess
    remainder =
      remainder &+ UInt128(divisor.highWord & excess, divisor.lowWord & excess)
    return remainder < divisor ? (quotient, remainder) : nextQuotient(quotient, remainder)
  }

  /// Out of line as in `WordReciprocal`.
  @inline(never) @usableFromInline
  func nextQuotient(
    _ quotient: UInt64, _ remainder: UInt128
  ) -> (quotient: UInt64, remainder: UInt128) {
    (quotient &+ 1, remainder &- divisor)
  }
}

/// All bits where a condition holds, which as a summand is minus one; else none.
@inlinable @inline(__always)
func mask(_ condition: Bool) -> UInt64 {
  condition ? .max : 0
}
