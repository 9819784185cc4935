extension FixedPointMathLib {
  /// `sqrt`: the square root of an integer, rounded down.
  ///
  /// The contract takes seven Babylonian steps and one back where they end too high; the floor is
  /// the same integer by a shorter way.
  ///
  /// - Parameter x: Any word.
  /// - Returns: `floor(sqrt(x))`.
  public static func sqrt(_ x: UInt256) -> UInt256 {
    UInt256(high: 0, low: x.squareRoot)
  }

  /// `sqrtWad`: the square root of a wad, rounded down.
  ///
  /// - Parameter x: A wad.
  /// - Returns: `floor(sqrt(x * 1e18))`, a wad.
  public static func sqrtWad(_ x: UInt256) -> UInt256 {
    let (scaled, overflow) = x.multipliedReportingOverflow(by: wad)
    if !overflow { return sqrt(scaled) }
    let estimate = (.one &+ sqrt(x)) &* 1_000_000_000
    let quotient = estimate.dividingFullWidth(x.multipliedFullWidth(by: wad))?.quotient ?? .zero
    let z = (quotient &+ estimate) >> 1
    return z.multiplied(by: z, modulo: x) &- .one < wad &- .one ? z &- .one : z
  }

  /// `cbrt`: the cube root of an integer, rounded down.
  ///
  /// - Parameter x: Any word.
  /// - Returns: `floor(cbrt(x))`.
  public static func cbrt(_ x: UInt256) -> UInt256 {
    let exponent = coarseExponent(
      of: x, thresholds: [(128, 128), (64, 64), (32, 32), (16, 16), (8, 8)])
    let seed = UInt256(15) << (x >> exponent > 15 ? 1 : 0)
    let divisor = UInt64(7 ^ (exponent % 3))
    var z = (seed << (exponent / 3)).div(UInt256(divisor))
    for _ in 0..<7 {
      z = (x.div(z &* z) &+ z &+ z).div(3)
    }
    return x.div(z &* z) < z ? z &- .one : z
  }

  /// `log2`: the position of the highest bit.
  ///
  /// - Parameter x: Any word.
  /// - Returns: `floor(log2(x))`, and 0 for 0.
  public static func log2(_ x: UInt256) -> UInt256 {
    x.isZero ? .zero : UInt256(UInt64(UInt256.bitWidth - 1 - x.leadingZeroBitCount))
  }

  /// The coarse exponent that the contract's root functions start from.
  ///
  /// - Parameters:
  ///   - x: The radicand.
  ///   - thresholds: Where what is left of `x` has more than the first number of bits, the second
  ///     number is added, largest first.
  /// - Returns: The sum of the added numbers.
  private static func coarseExponent(
    of x: UInt256, thresholds: [(bits: Int, step: Int)]
  ) -> Int {
    thresholds.reduce(0) { exponent, threshold in
      let width = UInt256.bitWidth - (x >> exponent).leadingZeroBitCount
      return width > threshold.bits ? exponent + threshold.step : exponent
    }
  }
}
