/// A base of logarithms other than e.
enum LogarithmBase {
  case two, ten

  /// An enclosure of ln(u / v) / ln(base) with a radius of about 2^-bits.
  ///
  /// Let L and C be the computed logarithms in units of 2^-F, off by l and c units, and w the bits of
  /// the integer part of L. C has w + 1 bits more than L, so that an error of c units there is
  /// c * 2^-(w+1) here. As ln(base) > 1/2, the quotient is off by at most 2l, by
  /// |L / C| * c * 2^-(w+1) / C < 2c, and by one unit for its truncation.
  func logarithm(of u: ExactInteger, over v: ExactInteger, bits: Int) -> Enclosure {
    let numerator = NaturalLogarithm.enclosure(of: u, over: v, bits: bits)
    let fractionBits = -numerator.exponent
    let extraBits = max(0, numerator.midpoint.bitWidth - fractionBits) + 1
    let divisor = naturalLogarithm(bits: bits + extraBits)
    let quotient = numerator.midpoint.shiftedLeft(by: -divisor.exponent)
      .divided(byNonZero: divisor.midpoint, rounding: .towardZero)
    return Enclosure(
      midpoint: quotient, radius: numerator.radius * 2 + divisor.radius * 2 + 1,
      exponent: -fractionBits)
  }

  /// The exact logarithm of an integer power of the base; nil for all others.
  func exactLogarithm(of value: ExactRational) -> ExactRational? {
    // Turned over where needed, only an integer above 1 can be such a power.
    let isInverse = value.numerator == .one
    let power = isInverse ? value.denominator : value.numerator
    if !isInverse && !value.isInteger { return nil }
    guard let exponent = exactExponent(of: power) else { return nil }
    return ExactRational(isInverse ? -exponent : exponent)
  }

  /// The k >= 0 with base^k = `power`, for power > 0.
  private func exactExponent(of power: ExactInteger) -> Int? {
    let topBit = power.bitWidth - 1
    switch self {
    case .two:
      return power.trailingZeroBitCount == topBit ? topBit : nil
    case .ten:
      // 10^k has k zero bits at its end and no more.
      let exponent = power.trailingZeroBitCount
      guard exponent <= ExactInteger.maximumPowerOfTen else { return nil }
      return ExactInteger.powerOfTen(exponent) == power ? exponent : nil
    }
  }

  private func naturalLogarithm(bits: Int) -> Enclosure {
    if bits <= Self.keptBits {
      return self == .two ? Self.ln2 : Self.ln10
    }
    return Self.naturalLogarithm(of: integer, bits: bits)
  }

  private var integer: ExactInteger { self == .two ? 2 : 10 }

  private static func naturalLogarithm(of integer: ExactInteger, bits: Int) -> Enclosure {
    NaturalLogarithm.enclosure(of: integer, over: .one, bits: bits)
  }

  /// The precision of the constants that are worked out once; first attempts need no more.
  private static let keptBits = 128
  private static let ln2 = naturalLogarithm(of: 2, bits: keptBits)
  private static let ln10 = naturalLogarithm(of: 10, bits: keptBits)
}
