/// The power (u / v)^(p / q) of a positive fraction other than 1, exponent greater than 0.
struct RealPower {
  let u: ExactInteger
  let v: ExactInteger
  let p: ExactInteger
  let q: ExactInteger

  /// The power of the fraction `u / v` of positive integers to the exponent `p / q`.
  ///
  /// u != v, p != 0 and q > 0. A negative exponent turns the base over, which is exact.
  init(base u: ExactInteger, over v: ExactInteger, exponent p: ExactInteger, over q: ExactInteger) {
    (self.u, self.v) = p.isNegative ? (v, u) : (u, v)
    self.p = p.magnitude
    self.q = q
  }

  /// An enclosure of the power with a radius below 2^-bits, given `resultBits`, an upper bound of its
  /// log2 (see `magnitude`).
  func enclosure(bits: Int, resultBits: Int) -> Enclosure {
    let relativeBits = max(bits + resultBits, 32)
    if q == .one, let count = UInt128(exactly: p) {
      return repeatedSquares(count, relativeBits: relativeBits)
    }
    return exponentialOfLogarithm(relativeBits: relativeBits)
  }

  /// x^n from left to right along the bits of n, with mantissas truncated to P bits.
  ///
  /// A truncation divides by at most 1 + 2^(1-P), to first order. One made while the accumulated
  /// exponent is n / 2^j counts 2^j times in the end. There are two per step (square, product), and
  /// the steps sum to 2 * (1 + 2 + 4 + ...) < 4n; the truncated x itself counts n times. So the
  /// computed value is too small by a factor of at most (1 + 2^(1-P))^(5n) < 1 + 20n * 2^-P. Six
  /// bits beyond those of n keep that below 2^-relativeBits.
  private func repeatedSquares(_ n: UInt128, relativeBits: Int) -> Enclosure {
    let nBits = UInt128.bitWidth - n.leadingZeroBitCount
    let workingBits = relativeBits + nBits + 6
    let (quotient, quotientScale) = NaturalLogarithm.truncatedQuotient(u, v, bits: workingBits)
    // A short base such as 1.5 keeps its first powers short.
    let zeros = quotient.trailingZeroBitCount
    let base = quotient.truncatedShiftingRight(by: zeros)
    let scale = quotientScale - zeros
    var mantissa = base
    var exponent = -scale
    for bit in (0..<(nBits - 1)).reversed() {
      mantissa *= mantissa
      exponent *= 2
      Self.truncate(&mantissa, &exponent, to: workingBits)
      if n >> UInt128(bit) & 1 == 1 {
        mantissa *= base
        exponent -= scale
        Self.truncate(&mantissa, &exponent, to: workingBits)
      }
    }
    // The bound is relative to P bits, so a power that is still shorter is given them.
    let missing = max(0, workingBits - mantissa.bitWidth)
    mantissa = mantissa.shiftedLeft(by: missing)
    exponent -= missing
    let radius = (ExactInteger(n) * ExactInteger(20)).shifted(
      by: max(0, mantissa.bitWidth - workingBits))
    return Enclosure(midpoint: mantissa, radius: radius, exponent: exponent)
  }

  private static func truncate(
    _ mantissa: inout ExactInteger, _ exponent: inout Int, to bits: Int
  ) {
    let excess = mantissa.bitWidth - bits
    if excess > 0 {
      mantissa = mantissa.truncatedShiftingRight(by: excess)
      exponent += excess
    }
  }

  /// e^(p / q * ln(u / v)).
  ///
  /// The logarithm is off by less than 2^-(W + the bits of p / q), so its product with p / q by less
  /// than one ulp of W fraction bits; the division and the shift to W bits truncate by one each.
  private func exponentialOfLogarithm(relativeBits: Int) -> Enclosure {
    let fractionBits = relativeBits + Exponential.allowance
    let logarithm = NaturalLogarithm.enclosure(
      of: u, over: v, bits: fractionBits + max(0, p.bitWidth - q.bitWidth + 1))
    let product = (logarithm.midpoint * p).divided(byNonZero: q, rounding: .towardZero)
    let argument = product.shifted(by: fractionBits + logarithm.exponent)
    return Exponential(of: argument, argumentError: 3, fractionBits: fractionBits).enclosure
  }
}

extension RealPower {
  /// How large the power is.
  enum ResultSize {
    /// Below 2^-62: positive, and less than half a unit of the 18th decimal.
    case negligible
    /// Below 2^bits.
    case bits(Int)
    /// Above 2^(2^24).
    case excessive
  }

  /// An upper bound of log2 of the power, from two estimates that need no logarithm.
  ///
  /// For x = 1 + z, ln x <= z holds on both sides of 1; and log2 (u / v) is less than the difference
  /// of the widths of u and v, plus 1. The first is close near 1, the second far from it.
  var size: ResultSize {
    let difference = u - v
    // 1477/1024 < log2 e < 1478/1024: the larger one bounds growth, the smaller one decay.
    let log2e = ExactInteger(difference.isNegative ? 1477 : 1478)
    let nearOne = (p * difference * log2e)
      .divided(byNonZero: (q * v).shiftedLeft(by: 10), rounding: .up)
    let widths = ExactInteger(u.bitWidth - v.bitWidth + 1)
    let farFromOne = (p * widths).divided(byNonZero: q, rounding: .up)
    let bound = min(nearOne, farFromOne)
    guard let bits = Int(exactly: bound) else {
      return bound.isNegative ? .negligible : sizeByLogarithm
    }
    if bits <= -62 { return .negligible }
    return bits <= Exponential.resultBitsLimit ? .bits(bits) : sizeByLogarithm
  }

  /// The size by a true logarithm, where the estimates exceed the limit.
  private var sizeByLogarithm: ResultSize {
    let bits = 64 + max(0, p.bitWidth - q.bitWidth + 1)
    let logarithm = NaturalLogarithm.enclosure(of: u, over: v, bits: bits)
    let ceiling = (logarithm.midpoint * p)
      .divided(byNonZero: q.shiftedLeft(by: -logarithm.exponent), rounding: .up)
    guard let whole = Int(exactly: ceiling), whole <= Exponential.argumentLimit else {
      return .excessive
    }
    return .bits(Exponential.resultBits(ceiling: whole + 1))
  }
}
