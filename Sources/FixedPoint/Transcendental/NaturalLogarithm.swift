/// Encloses ln(u / v) for positive integers u and v, at any precision.
///
/// Method: take y near ln x, compute z = x * e^-y, which is near 1, and ln x = y + ln z exactly. How
/// y was found does not matter for the bound; a closer y shortens the series of ln z. The first y
/// comes from native integers, better ones from this method at half the precision.
enum NaturalLogarithm {
  /// Up to this precision the first y needs no improvement.
  private static let directBits = 400

  /// Spare fraction bits, which cover the error bound below.
  private static let spareBits = 14

  /// An interval of radius less than 2^-bits around ln(u / v).
  ///
  /// Error analysis, in ulps of F = bits + 14 fraction bits:
  /// 1. x is truncated to m * 2^-k with at least F + 2 bits: relative error below 2^-(F+1).
  /// 2. e^-y has a relative error of at most e ulps (`Exponential.relativeError`). As z <= 5/4, the
  ///    computed z - 1 is off by at most 5/4 * (e + 1/2) + 1 plus second orders: below 2e + 3.
  ///    With y = 0 the multiplication falls away, and z - 1 is off by 2.
  /// 3. ln has a slope below 4/3 there, so (2) costs less than 4e + 6. The series adds at most two
  ///    ulps per term and 4 for its end, see `series`.
  static func enclosure(
    of u: ExactInteger, over v: ExactInteger, bits: Int
  ) -> Enclosure {
    let fractionBits = bits + spareBits
    let (mantissa, scale) = truncatedQuotient(u, v, bits: fractionBits + 2)
    let start = startingPoint(u, v, mantissa: mantissa, scale: scale, fractionBits: fractionBits)
    let one = ExactInteger.one.shiftedLeft(by: fractionBits)
    var difference: ExactInteger
    var error = 2
    if start.isZero {
      difference = mantissa.shifted(by: fractionBits - scale) - one
    } else {
      let inverse = Exponential(of: -start, argumentError: 0, fractionBits: fractionBits)
      let product = mantissa * inverse.mantissa
      difference = product.shifted(by: fractionBits - scale + inverse.exponent) - one
      error = 2 * inverse.relativeError + 3
    }
    precondition(difference.bitWidth <= fractionBits - 2, "a starting point too far away")
    let (logarithm, terms) = series(difference, fractionBits: fractionBits)
    let radius = 2 * error + 2 * terms + 4
    precondition(radius < 1 << spareBits, "an error bound above the spare bits")
    return Enclosure(
      midpoint: start + logarithm, radius: ExactInteger(radius), exponent: -fractionBits)
  }

  /// u / v as `mantissa * 2^-scale`, truncated to `bits` or `bits + 1` bits.
  static func truncatedQuotient(
    _ u: ExactInteger, _ v: ExactInteger, bits: Int
  ) -> (mantissa: ExactInteger, scale: Int) {
    let scale = bits - u.bitWidth + v.bitWidth
    // Two floors in a row are one floor of the whole quotient.
    let mantissa = u.shifted(by: scale).divided(byNonZero: v, rounding: .towardZero)
    return (mantissa, scale)
  }

  /// The alternating series t - t^2/2 + t^3/3 and so on of ln(1 + t), for |t| <= 1/4.
  ///
  /// The i-th power inherits at most half of the last one's error and adds one ulp of truncation:
  /// below 2 ulps. Divided by i >= 2 and truncated, a term is off by at most two ulps. When a power
  /// vanishes, it was below 2 ulps, and all further terms sum to less than 4.
  private static func series(
    _ t: ExactInteger, fractionBits: Int
  ) -> (sum: ExactInteger, terms: Int) {
    var sum = t
    var power = t
    var index = 1
    while true {
      index += 1
      power = -(power * t).truncatedShiftingRight(by: fractionBits)
      if power.isZero { return (sum, index) }
      sum += power.divided(byNonZero: ExactInteger(index), rounding: .towardZero)
    }
  }

  /// A fixed-point y with |ln x - y| < 2^-18, and better for high precisions; 0 for x near 1.
  private static func startingPoint(
    _ u: ExactInteger, _ v: ExactInteger, mantissa: ExactInteger, scale: Int, fractionBits: Int
  ) -> ExactInteger {
    if fractionBits > directBits {
      let half = enclosure(of: u, over: v, bits: fractionBits / 2)
      return half.midpoint.shiftedLeft(by: fractionBits + half.exponent)
    }
    let seed = nativeLogarithm(mantissa, scale: scale)
    return seed.shiftedLeft(by: fractionBits - nativeBits)
  }

  /// Fraction bits of `nativeLogarithm`.
  private static let nativeBits = 30

  /// ln(mantissa * 2^-scale) with 30 fraction bits; exactly 0 where it is below 2^-18.
  ///
  /// The binary digits of log2 of the leading 64 bits appear one by one under repeated squaring:
  /// a square of at least 2 is a digit 1, and is halved.
  private static func nativeLogarithm(_ mantissa: ExactInteger, scale: Int) -> ExactInteger {
    let width = mantissa.bitWidth
    let leading = mantissa.shifted(by: 64 - width)
    var square = UInt64(exactly: leading) ?? .max
    var digits: Int64 = 0
    for _ in 0..<nativeBits {
      let (high, low) = square.multipliedFullWidth(by: square)
      let isAtLeastTwo = high >> 63 == 1
      square = isAtLeastTwo ? high : high << 1 | low >> 63
      digits = digits << 1 | (isAtLeastTwo ? 1 : 0)
    }
    let log2 = ExactInteger(width - 1 - scale).shiftedLeft(by: nativeBits) + ExactInteger(digits)
    let logarithm = (log2 * roundedLn2).truncatedShiftingRight(by: 62)
    return logarithm.bitWidth <= nativeBits - 18 ? .zero : logarithm
  }

  /// ln 2 * 2^62, rounded; only starting points depend on it.
  private static let roundedLn2: ExactInteger = 3_196_577_161_300_663_915
}
