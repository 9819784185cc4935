internal import Words

// Each division leaves a remainder; `RoundingRule.growsMagnitude` is told how large it is, and decides.

extension Magnitude {
  /// The quotient, rounded as a value of the given sign; `divisor` is not zero.
  @inline(__always)
  func quotient(
    dividingBy divisor: Magnitude, isNegative: Bool, rounding: RoundingRule
  ) -> Magnitude {
    if let word, let other = divisor.word {
      let (quotient, remainder) = word.quotientAndRemainder(dividingByNonZero: other)
      if remainder.isZero { return .word(quotient) }
      return .word(quotient).rounded(
        DiscardedPart(remainder, gap: other &- remainder, for: rounding), isNegative, rounding)
    }
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    if remainder.isZero { return quotient }
    return quotient.rounded(
      DiscardedPart(remainder, gap: divisor - remainder, for: rounding), isNegative, rounding)
  }

  /// The product divided, nothing lost in between, rounded as a value of the given sign; `divisor` is not zero.
  @inline(__always)
  func multiplied(
    by factor: Magnitude, dividedBy divisor: Magnitude, isNegative: Bool, rounding: RoundingRule
  ) -> Magnitude {
    guard let word, let other = factor.word, let divisorWord = divisor.word,
      (word.high | other.high) != 0
    else {
      return (self * factor).quotient(
        dividingBy: divisor, isNegative: isNegative, rounding: rounding)
    }
    // The product of two words has up to 512 bits, which are divided in two steps.
    let product = word.multipliedFullWidth(by: other)
    let (upper, carried) = product.high.quotientAndRemainder(dividingByNonZero: divisorWord)
    guard let (lower, remainder) = divisorWord.dividingFullWidth((carried, product.low)) else {
      preconditionFailure("a remainder is below its divisor")
    }
    let quotient = Magnitude((upper, lower))
    if remainder.isZero { return quotient }
    return quotient.rounded(
      DiscardedPart(remainder, gap: divisorWord &- remainder, for: rounding), isNegative, rounding)
  }

  /// This truncated number, or one more where the rule asks for it.
  @inline(__always)
  func rounded(
    _ discarded: DiscardedPart, _ isNegative: Bool, _ rounding: RoundingRule
  ) -> Magnitude {
    rounding.growsMagnitude(isNegative: isNegative, isOdd: isOdd, discarded: discarded)
      ? self + .one : self
  }
}

extension DiscardedPart {
  /// What a remainder other than zero is of its divisor, which exceeds it by `gap`; for a rule that does not
  /// look at the half "something" is enough.
  @inline(__always)
  fileprivate init<Number: Comparable>(
    _ remainder: Number, gap: @autoclosure () -> Number, for rounding: RoundingRule
  ) {
    guard rounding.looksAtHalf else {
      self = .belowHalf
      return
    }
    let gap = gap()
    self = remainder == gap ? .half : remainder < gap ? .belowHalf : .aboveHalf
  }

  /// What `value.shiftedRight(by: count)` leaves behind, measured against one unit of its result.
  init(shifting value: Magnitude, rightBy count: Int) {
    let zeros = value.trailingZeroBitCount
    if value.isZero || zeros >= count {
      self = .nothing
    } else if zeros == count - 1 {
      self = .half
    } else {
      self = value.shiftedRight(by: count - 1).isOdd ? .aboveHalf : .belowHalf
    }
  }
}
