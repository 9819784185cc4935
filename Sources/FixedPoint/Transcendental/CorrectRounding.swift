/// Rounding a real number once, whatever it takes: Ziv's strategy.
///
/// The number is enclosed at some working precision. If the whole enclosure lies strictly between two
/// breakpoints (see ``BreakpointCell``), its rounding is certain. If not, the number is either one of
/// the breakpoints or closer to it than the enclosure is wide. The first is settled once, by exact
/// arithmetic; after that more bits must separate the two, so the loop ends.
///
/// A. Ziv, "Fast evaluation of elementary mathematical functions with correctly rounded last bit",
/// ACM Transactions on Mathematical Software 17 (1991).
enum CorrectRounding {
  /// Bits that the unit of the 18th decimal and its half lie below 1: 2 * 10^18 < 2^61.
  static let breakpointBits = 61

  /// Spare bits of the first attempt.
  ///
  /// One random argument in 2^23 needs another attempt. More bits would not fit the 256 that live
  /// inline after a multiplication.
  private static let firstSpareBits = 24

  /// The wad that the enclosed number rounds to.
  ///
  /// - Parameters:
  ///   - rounding: the direction of the one rounding.
  ///   - exactly: the number itself where it is a rational that may be a breakpoint; nil promises
  ///     that it is not a breakpoint. Asked at most once, and only when the first enclosure is too
  ///     wide to decide.
  ///   - enclosure: an enclosure of the number with a radius of about 2^-bits; the radius must
  ///     shrink as fast as 2^-bits when `bits` grows.
  /// - Returns: the number, rounded.
  /// - Throws: what the two closures throw.
  static func wad(
    rounding: RoundingRule,
    exactly: () throws(ArithmeticError) -> ExactRational?,
    enclosure: (_ bits: Int) throws(ArithmeticError) -> Enclosure
  ) throws(ArithmeticError) -> Wad {
    var spareBits = firstSpareBits
    var attempt = try enclosure(breakpointBits + spareBits)
    if let cell = attempt.cell { return cell.wad(rounding: rounding) }
    if let value = try exactly() { return value.wad(rounding: rounding) }
    while true {
      // Long results also grow by half of their own length, or their attempts would be too many.
      spareBits = max(2 * spareBits, attempt.midpoint.bitWidth / 2)
      let reachBits = attempt.reachBits
      attempt = try enclosure(breakpointBits + spareBits)
      precondition(attempt.reachBits < reachBits, "an enclosure that does not shrink")
      if let cell = attempt.cell { return cell.wad(rounding: rounding) }
    }
  }
}
