internal import Words

// Words are calculated here, everything wider by GMP.

extension Magnitude {
  @inline(__always)
  static func + (a: Magnitude, b: Magnitude) -> Magnitude {
    if let x = a.word, let y = b.word {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return .word(sum) }
    }
    return GMP.sum(a, b)
  }

  /// The difference, for `a >= b`.
  @inline(__always)
  static func - (a: Magnitude, b: Magnitude) -> Magnitude {
    if let x = a.word, let y = b.word { return .word(x &- y) }
    return GMP.difference(a, b)
  }

  @inline(__always)
  static func * (a: Magnitude, b: Magnitude) -> Magnitude {
    if let x = a.word, let y = b.word {
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      return overflow ? Magnitude(x.multipliedFullWidth(by: y)) : .word(product)
    }
    return a.isZero || b.isZero ? .zero : GMP.product(a, b)
  }

  /// The quotient rounded toward zero and the remainder; `divisor` is not zero.
  @inline(__always)
  func quotientAndRemainder(
    dividingBy divisor: Magnitude
  ) -> (quotient: Magnitude, remainder: Magnitude) {
    if let word, let other = divisor.word {
      let (quotient, remainder) = word.quotientAndRemainder(dividingByNonZero: other)
      return (.word(quotient), .word(remainder))
    }
    return self < divisor ? (.zero, self) : GMP.quotientAndRemainder(self, divisor)
  }

  /// The square root rounded down, and the number less its square.
  func squareRoot() -> (root: Magnitude, remainder: Magnitude) {
    guard let word else { return GMP.squareRoot(self) }
    let root = word.squareRoot
    return (Magnitude(root), .word(word &- UInt256(root, times: root)))
  }

  /// The greatest common divisor; that of zero and x is x.
  func greatestCommonDivisor(with other: Magnitude) -> Magnitude {
    if isZero { return other }
    return other.isZero ? self : GMP.greatestCommonDivisor(self, other)
  }
}
