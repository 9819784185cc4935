extension Wad {
  /// The natural logarithm, the true real value rounded once to 18 decimals.
  ///
  /// By the theorem of Lindemann, ln x is transcendental for every rational x > 0 but 1, so only
  /// ln 1 = 0 is exact.
  ///
  /// - Parameter rounding: the direction of the one rounding.
  /// - Returns: the natural logarithm, rounded.
  /// - Throws: ``ArithmeticError/outsideDomain(function:argument:bound:)`` for 0 and negative
  ///   numbers.
  public func ln(rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    if signum <= 0 { throw .outsideDomain(function: "ln", argument: abbreviatedText, bound: "0") }
    return try Self.logarithm(of: rawValue, over: Self.scale, rounding: rounding)
  }

  /// The natural logarithm of one plus this number, rounded once to 18 decimals.
  ///
  /// Every digit is as certain for tiny arguments as for large ones.
  ///
  /// - Parameter rounding: the direction of the one rounding.
  /// - Returns: ln(1 + x), rounded.
  /// - Throws: ``ArithmeticError/outsideDomain(function:argument:bound:)`` for numbers up to -1.
  public func log1p(rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    let argument = rawValue + Self.scale
    if argument.signum <= 0 {
      throw .outsideDomain(function: "log1p", argument: abbreviatedText, bound: "-1")
    }
    return try Self.logarithm(of: argument, over: Self.scale, rounding: rounding)
  }

  /// The logarithm to base 2, the true real value rounded once to 18 decimals.
  ///
  /// Integer powers of two, such as 8 and 0.25, have exact results. A rational x > 0 with
  /// log2 x = a/b satisfies x^b = 2^a, which makes x an integer power of two; for all others log2 x
  /// is irrational (transcendental, by Gelfond and Schneider).
  ///
  /// - Parameter rounding: the direction of the one rounding.
  /// - Returns: the binary logarithm, rounded.
  /// - Throws: ``ArithmeticError/outsideDomain(function:argument:bound:)`` for 0 and negative
  ///   numbers.
  public func log2(rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    if signum <= 0 { throw .outsideDomain(function: "log2", argument: abbreviatedText, bound: "0") }
    return try logarithm(base: .two, rounding: rounding)
  }

  /// The logarithm to base 10, the true real value rounded once to 18 decimals.
  ///
  /// Integer powers of ten have exact results; all others are irrational, as for
  /// ``log2(rounding:)``.
  ///
  /// - Parameter rounding: the direction of the one rounding.
  /// - Returns: the decimal logarithm, rounded.
  /// - Throws: ``ArithmeticError/outsideDomain(function:argument:bound:)`` for 0 and negative
  ///   numbers.
  public func log10(rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    if signum <= 0 {
      throw .outsideDomain(function: "log10", argument: abbreviatedText, bound: "0")
    }
    return try logarithm(base: .ten, rounding: rounding)
  }

  /// ln(u / v) rounded once; u > 0, v > 0.
  static func logarithm(
    of u: ExactInteger, over v: ExactInteger, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    if u == v { return .zero }
    return try CorrectRounding.wad(
      rounding: rounding,
      exactly: { () throws(ArithmeticError) in nil },
      enclosure: { bits throws(ArithmeticError) in
        NaturalLogarithm.enclosure(of: u, over: v, bits: bits)
      })
  }

  /// The logarithm of this positive number to a base.
  private func logarithm(
    base: LogarithmBase, rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    if self == .one { return .zero }
    return try CorrectRounding.wad(
      rounding: rounding,
      exactly: { () throws(ArithmeticError) in base.exactLogarithm(of: ExactRational(self)) },
      enclosure: { bits throws(ArithmeticError) in
        base.logarithm(of: rawValue, over: Self.scale, bits: bits)
      })
  }
}
