// When (u/v)^(p/q) is rational.
//
// With u/v and p/q in lowest terms, (u/v)^(p/q) is rational exactly when u and v are both q-th
// powers: s/t = (u/v)^(p/q) in lowest terms means u^p * t^q = v^p * s^q, by unique factorisation
// u^p = s^q and v^p = t^q, and as p and q have no common factor, each prime's exponent in u and v is
// a multiple of q. Otherwise the power is irrational and no breakpoint of rounding.

extension RealPower {
  /// The power itself where it is rational, unless it is known to be no breakpoint of rounding.
  ///
  /// Breakpoints have denominators that divide 2 * 10^18 < 2^61, of a power that is multiplied with a
  /// factor also that factor's bits more. A proper power whose denominator exceeds that is not worked
  /// out.
  ///
  /// - Parameter breakpointBits: the bits of the largest denominator of a breakpoint.
  /// - Returns: the exact power; nil where it is irrational or not a breakpoint.
  /// - Throws: ``ArithmeticError/resultTooLarge(operation:limitBits:)`` from a check of a root whose
  ///   radicand is wider than ``ExactInteger/maximumPowerBits``.
  func exactValue(
    breakpointBits: Int = CorrectRounding.breakpointBits
  ) throws(ArithmeticError) -> ExactRational? {
    let base = ExactRational(u, overNonZero: v)
    let exponent = ExactRational(p, overNonZero: q)
    guard
      let numerator = try Self.exactRoot(of: base.numerator, order: exponent.denominator),
      let denominator = try Self.exactRoot(of: base.denominator, order: exponent.denominator),
      let count = Int(exactly: exponent.numerator)
    else { return nil }
    if count > 1 && denominator != .one {
      if count > breakpointBits || (denominator.bitWidth - 1) * count > breakpointBits {
        return nil
      }
    }
    return ExactRational(
      reduced: try numerator.power(count), try denominator.power(count))
  }

  /// The integer whose power of the given order is `radicand` > 0, nil where there is none.
  static func exactRoot(
    of radicand: ExactInteger, order: ExactInteger
  ) throws(ArithmeticError) -> ExactInteger? {
    if radicand == .one || order == .one { return radicand }
    // A root of at least 2 makes the radicand wider than the order.
    guard let order = Int(exactly: order), order < radicand.bitWidth else { return nil }
    let root = RealPower(base: radicand, over: .one, exponent: 1, over: ExactInteger(order))
    let near = root.enclosure(bits: 4, resultBits: radicand.bitWidth / order + 1)
    let half = ExactInteger.one.shifted(by: -near.exponent - 1)
    let candidate = (near.midpoint + half).truncatedShiftingRight(by: max(0, -near.exponent))
    return try candidate.power(order) == radicand ? candidate : nil
  }
}
