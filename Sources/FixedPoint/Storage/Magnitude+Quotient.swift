internal import CGMP

extension Magnitude {
  /// The quotient rounded toward zero and the remainder; `divisor` is not zero.
  func quotientAndRemainder(
    dividingBy divisor: Magnitude
  ) -> (quotient: Magnitude, remainder: Magnitude) {
    if isInline && divisor.isInline && (high | divisor.high) == 0 {
      let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor.low)
      return (Magnitude(quotient), Magnitude(remainder))
    }
    if compared(to: divisor) < 0 { return (.zero, self) }
    return unsafe withLimbs { limbs, count in
      unsafe divisor.withLimbs { divisorLimbs, divisorCount in
        let quotientCount = count - divisorCount + 1
        let quotient = LimbBuffer(capacity: LimbArithmetic.roomy(quotientCount))
        let remainder = LimbBuffer(capacity: LimbArithmetic.roomy(divisorCount))
        unsafe __gmpn_tdiv_qr(
          quotient.limbs, remainder.limbs, 0, limbs, count, divisorLimbs, divisorCount)
        return (
          Magnitude(adopting: quotient, count: quotientCount),
          Magnitude(adopting: remainder, count: divisorCount)
        )
      }
    }
  }

  /// `self / divisor`, rounded as a value of the given sign; `divisor` is not zero.
  func divided(by divisor: Magnitude, isNegative: Bool, rounding: RoundingRule) -> Magnitude {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    let grows = rounding.growsMagnitude(
      isNegative: isNegative, isOdd: quotient.isOdd,
      discarded: remainder.asDiscardedPart(of: divisor))
    return grows ? quotient.incremented() : quotient
  }

  /// `self * factor / divisor` with the whole product kept, rounded as a value of the given sign.
  func multiplied(
    by factor: Magnitude, dividedBy divisor: Magnitude, isNegative: Bool, rounding: RoundingRule
  ) -> Magnitude {
    (self * factor).divided(by: divisor, isNegative: isNegative, rounding: rounding)
  }

  /// How `self`, a remainder, compares with one half of `divisor`.
  private func asDiscardedPart(of divisor: Magnitude) -> DiscardedPart {
    unsafe withLimbs { limbs, count in
      unsafe divisor.withLimbs { divisorLimbs, divisorCount in
        unsafe LimbArithmetic.discardedPart(
          remainder: limbs, count, divisor: divisorLimbs, divisorCount)
      }
    }
  }
}
