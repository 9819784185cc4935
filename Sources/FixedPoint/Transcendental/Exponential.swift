/// Encloses e^y for fixed-point y, at any precision.
///
/// Method: r = y / 2^j lies below 2^-s; e^r comes from its series, and j squarings give e^y. No
/// constant is needed, and negative y takes the same way.
///
/// Error analysis. Let W be the fraction bits asked for and Q = W + j those of the series.
/// 1. y * 2^W is an integer, so r has Q fraction bits and is exact.
/// 2. The series gives S with |S - e^r * 2^Q| <= u ulps (bounds at the two functions). As
///    e^r > 1/2, its relative error is at most 2u * 2^-Q.
/// 3. A squaring doubles the relative error, and truncating the square to Q bits adds at most
///    2^(1-Q). After j of them the first-order error is below (2u * 2^j + 2 * 2^j) * 2^-Q =
///    (2u + 2) * 2^-W =: A. All orders together stay below 2A, relative to the true value, and below
///    4A relative to the computed one, since A < 1/16.
/// 4. If the true argument is y ± d * 2^-W, that is a factor within 1 ± 2d * 2^-W; with (3) the sum
///    stays below (8u + 8 + 4d) * 2^-W, which is `relativeError`.
struct Exponential {
  /// The value is `mantissa * 2^exponent`, mantissa > 0.
  let mantissa: ExactInteger
  let exponent: Int
  /// A bound of |true - computed| / computed, in units of 2^-fractionBits.
  let relativeError: Int
  let fractionBits: Int

  /// e to the power `argument * 2^-fractionBits`, fractionBits >= 32.
  ///
  /// - Parameters:
  ///   - argument: the exponent in fixed point.
  ///   - argumentError: how far the true exponent may lie from it, in units of 2^-fractionBits.
  ///   - fractionBits: the position of the binary point.
  init(of argument: ExactInteger, argumentError: Int, fractionBits: Int) {
    let reduction = ExponentialSeries.reductionBits(fractionBits: fractionBits)
    let halvings = max(0, argument.bitWidth - fractionBits + reduction)
    let workingBits = fractionBits + halvings
    let series = ExponentialSeries(of: argument, fractionBits: workingBits)
    var mantissa = series.sum
    var exponent = -workingBits
    for _ in 0..<halvings {
      mantissa *= mantissa
      let excess = max(0, mantissa.bitWidth - workingBits)
      mantissa = mantissa.truncatedShiftingRight(by: excess)
      exponent = 2 * exponent + excess
    }
    self.mantissa = mantissa
    self.exponent = exponent
    self.fractionBits = fractionBits
    relativeError = 8 * series.errorUlps + 8 + 4 * argumentError
  }

  /// The interval that holds the true value.
  var enclosure: Enclosure {
    // mantissa < 2^bitWidth turns the relative bound into units of the mantissa.
    let radius = ExactInteger(relativeError).shifted(by: mantissa.bitWidth - fractionBits)
    return Enclosure(midpoint: mantissa, radius: radius + .one, exponent: exponent)
  }

  /// What `relativeError` and the bits of the result's integer part cost, for the caller's choice of
  /// `fractionBits`: with `bits + resultBits + allowance` the absolute error is about 2^-bits.
  static let allowance = 9

  /// The largest x for which e^x is computed: a little below 2^24 * ln 2.
  ///
  /// Every result of this package stays below 2^(2^24), a number of five million decimal digits.
  static let argumentLimit = 11_629_079

  /// The bits of the largest result.
  static let resultBitsLimit = 1 << 24

  /// Below it e^x < 2^-62, less than half a unit of the 18th decimal.
  static let negligibleArgument = -43

  /// An upper bound of log2(e^x) for a whole x up to `argumentLimit` in size.
  static func resultBits(ceiling argument: Int) -> Int {
    // 1477/1024 < log2 e = 1.442695 < 1478/1024.
    argument >= 0 ? argument * 1478 / 1024 + 1 : argument * 1477 / 1024 + 1
  }
}
