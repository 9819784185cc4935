extension Compounding {
  /// The APR that compounds to a yield.
  ///
  /// - Parameters:
  ///   - apy: the yield y, greater than -1.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APR, n * ((1 + y)^(1/n) - 1) or ln(1 + y), rounded.
  /// - Throws: ``ArithmeticError/outsideDomain(function:argument:bound:)`` where 1 + y is not
  ///   positive, or ``ArithmeticError/resultTooLarge(operation:limitBits:)`` where ln(1 + y) / n
  ///   exceeds ``Wad/maximumExponentialArgument``.
  public func apr(
    fromAPY apy: Wad, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    try apr(of: apy.rawValue, over: Wad.scale, rounding: rounding)
  }

  /// The APR that compounds to a yield that is an exact fraction.
  ///
  /// - Parameters:
  ///   - apy: the yield y, greater than -1.
  ///   - rounding: the direction of the one rounding.
  /// - Returns: the APR, rounded.
  /// - Throws: as for a yield in 18 decimals.
  public func apr(
    fromAPY apy: ExactRational, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    try apr(of: apy.numerator, over: apy.denominator, rounding: rounding)
  }

  /// n * ((1 + u/v)^(1/n) - 1), or ln(1 + u/v), for v > 0.
  private func apr(
    of u: ExactInteger, over v: ExactInteger, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    let growth = u + v
    if growth.signum <= 0 {
      throw .outsideDomain(
        function: "apr", argument: ExactRational(u, overNonZero: v).abbreviatedText, bound: "-1")
    }
    guard let periodsPerYear else {
      return try Wad.logarithm(of: growth, over: v, rounding: rounding)
    }
    let periods = ExactInteger(periodsPerYear)
    if periodsPerYear == 1 || u.isZero {
      return ExactRational(u, overNonZero: v).wad(rounding: rounding)
    }
    let root = RealPower(base: growth, over: v, exponent: .one, over: periods)
    // A tiny root brings the result close to -n; the enclosure tells the two apart like any others.
    let resultBits: Int
    switch root.size {
    case .negligible: resultBits = 0
    case .bits(let bits): resultBits = bits
    case .excessive:
      throw .resultTooLarge(
        operation: "the root of order \(periodsPerYear) of 1 + "
          + ExactRational(u, overNonZero: v).abbreviatedText,
        limitBits: Exponential.resultBitsLimit)
    }
    return try CorrectRounding.wad(
      rounding: rounding,
      exactly: { () throws(ArithmeticError) in
        try root.exactValue().map { ($0 - .one) * ExactRational(periods) }
      },
      enclosure: { bits throws(ArithmeticError) in
        root.enclosure(bits: bits + periods.bitWidth, resultBits: resultBits)
          .minusOne.scaled(by: periods)
      })
  }
}
