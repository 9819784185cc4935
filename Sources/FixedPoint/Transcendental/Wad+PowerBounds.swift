extension Wad {
  /// Two fractions that enclose the power x^y, for formulas that go on from it and round at their end.
  ///
  /// - Parameters:
  ///   - exponent: the number y, from 0 to 1.
  ///   - bits: how close the bounds are: about 2^-bits apart.
  /// - Returns: the bounds, equal where the power is rational.
  /// - Throws: ``ArithmeticError/outsideDomain(function:argument:bound:)`` unless 0 <= x <= 1 and
  ///   0 <= y <= 1.
  package func powerBounds(
    _ exponent: Wad, bits: Int
  ) throws(ArithmeticError) -> (low: ExactRational, high: ExactRational) {
    for number in [self, exponent] where number.isNegative || number > .one {
      throw .outsideDomain(
        function: "powerBounds", argument: number.abbreviatedText, bound: "0, and at most 1")
    }
    if exponent.isZero || self == .one { return (.one, .one) }
    if isZero { return (.zero, .zero) }
    let power = RealPower(
      base: rawValue, over: Wad.scale, exponent: exponent.rawValue, over: Wad.scale)
    // The denominators of x and y divide 10^18, so that every rational power is recognised here.
    if let exact = try power.exactValue() { return (exact, exact) }
    let enclosure = power.enclosure(bits: bits, resultBits: 1)
    let unit = ExactInteger.one.shifted(by: max(0, -enclosure.exponent))
    return (
      ExactRational(enclosure.midpoint - enclosure.radius, overNonZero: unit),
      ExactRational(enclosure.midpoint + enclosure.radius, overNonZero: unit)
    )
  }
}
