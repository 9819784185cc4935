extension Wad {
  /// The largest argument of ``exp(rounding:)`` and ``expm1(rounding:)``, 11629079.
  ///
  /// Just below 2^24 * ln 2: results of this package stay below 2^(2^24), numbers of five million
  /// digits before the point. Powers and compounding share the bound, for the logarithm of the result.
  public static let maximumExponentialArgument = Wad(Exponential.argumentLimit)

  /// The exponential function e^x, the true real value rounded once to 18 decimals.
  ///
  /// By the theorem of Lindemann, e^x is transcendental for every rational x but 0, so only e^0 = 1
  /// is exact.
  ///
  /// - Parameter rounding: the direction of the one rounding.
  /// - Returns: e to the power of this number, rounded.
  /// - Throws: ``ArithmeticError/resultTooLarge(operation:limitBits:)`` beyond
  ///   ``maximumExponentialArgument``.
  public func exp(rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    try Self.exponential(
      of: rawValue, over: Self.scale, less: false, operation: "exp", rounding: rounding)
  }

  /// The exponential function less one, e^x - 1, the true real value rounded once to 18 decimals.
  ///
  /// Every digit is as certain for tiny arguments as for large ones.
  ///
  /// - Parameter rounding: the direction of the one rounding.
  /// - Returns: e to the power of this number, less one, rounded.
  /// - Throws: ``ArithmeticError/resultTooLarge(operation:limitBits:)`` beyond
  ///   ``maximumExponentialArgument``.
  public func expm1(rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    try Self.exponential(
      of: rawValue, over: Self.scale, less: true, operation: "expm1", rounding: rounding)
  }

  /// e^(u / v), less one where asked, rounded once; v > 0.
  static func exponential(
    of u: ExactInteger, over v: ExactInteger, less one: Bool, operation: String,
    rounding: RoundingRule
  ) throws(ArithmeticError) -> Wad {
    if u.isZero { return one ? .zero : .one }
    let ceiling = u.divided(byNonZero: v, rounding: .up)
    guard ceiling <= ExactInteger(Exponential.argumentLimit) else {
      throw .resultTooLarge(
        operation: "\(operation)(\(ExactRational(u, overNonZero: v).abbreviatedText))",
        limitBits: Exponential.resultBitsLimit)
    }
    guard let whole = Int(exactly: ceiling), whole > Exponential.negligibleArgument else {
      let cell: BreakpointCell = one ? .justAboveMinusOne : .justAboveZero
      return cell.wad(rounding: rounding)
    }
    let resultBits = Exponential.resultBits(ceiling: whole)
    return try CorrectRounding.wad(
      rounding: rounding,
      exactly: { () throws(ArithmeticError) in nil },
      enclosure: { bits throws(ArithmeticError) in
        let fractionBits = max(32, bits + resultBits) + Exponential.allowance
        // Truncating the argument moves it by less than one unit.
        let argument = u.shiftedLeft(by: fractionBits).divided(byNonZero: v, rounding: .towardZero)
        let power = Exponential(of: argument, argumentError: 1, fractionBits: fractionBits)
        return one ? power.enclosure.minusOne : power.enclosure
      })
  }
}
