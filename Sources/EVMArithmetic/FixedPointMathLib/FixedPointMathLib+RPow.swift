extension FixedPointMathLib {
  /// `rpow`: an integer power in the fixed point of base `b`, by squaring, each step rounded half
  /// up.
  ///
  /// - Parameters:
  ///   - x: The number, times `b`.
  ///   - y: The exponent, a plain integer.
  ///   - b: The scale, for example 1e18 or 1e27. A scale of 0 divides as the machine does: to 0.
  /// - Returns: About `(x / b)^y * b`; `0^0` is 1.
  /// - Throws: `RPowOverflow` when a step exceeds 256 bits.
  public static func rpow(_ x: UInt256, _ y: UInt256, _ b: UInt256) throws(Revert) -> UInt256 {
    if x.isZero { return y.isZero ? b : .zero }
    let half = b >> 1
    var base = x
    var power = isOdd(y) ? x : b
    var exponent = y >> 1
    while !exponent.isZero {
      // A base of 2^128 or more has no square in one word.
      let (square, tooWide) = base.multipliedReportingOverflow(by: base)
      let (rounded, carry) = square.addingReportingOverflow(half)
      if tooWide || carry { throw .custom("RPowOverflow") }
      base = rounded.div(b)
      if isOdd(exponent) {
        let (product, tooWide) = power.multipliedReportingOverflow(by: base)
        let (rounded, carry) = product.addingReportingOverflow(half)
        if tooWide || carry { throw .custom("RPowOverflow") }
        power = rounded.div(b)
      }
      exponent = exponent >> 1
    }
    return power
  }

  private static func isOdd(_ word: UInt256) -> Bool {
    word.low & 1 == 1
  }
}
