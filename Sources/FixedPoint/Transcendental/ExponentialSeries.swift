/// The series of e^r for a small fixed-point r.
struct ExponentialSeries {
  /// e^r * 2^fractionBits, off by at most `errorUlps`.
  let sum: ExactInteger
  let errorUlps: Int

  /// From here on splitting the series in halves beats adding its terms one by one.
  static let splittingThresholdBits = 3_000

  /// How small |r| should be for the series of this precision: below 2^-reductionBits.
  ///
  /// Each bit costs a squaring later and saves terms now; the root of the precision balances them.
  static func reductionBits(fractionBits: Int) -> Int {
    if fractionBits >= splittingThresholdBits { return 32 }
    var root = 9
    while root * root < fractionBits { root += 1 }
    return root
  }

  /// e to the power `argument * 2^-fractionBits`, which is smaller than 2^-8 in size.
  init(of argument: ExactInteger, fractionBits: Int) {
    if fractionBits < Self.splittingThresholdBits {
      self.init(addingTermsOf: argument, fractionBits: fractionBits)
    } else {
      self.init(splitting: argument, fractionBits: fractionBits)
    }
  }

  /// 1 + r + r^2/2! + ..., term by term.
  ///
  /// Each term is the last one times r (truncated: 1 ulp) divided by i (truncated: 1 ulp), and
  /// inherits 2^-8 of the last one's error, so it is off by less than 3 ulps. At the first term that
  /// vanishes, the true one is below 3 ulps and all that follow add less than one. N terms: 3N + 4.
  private init(addingTermsOf argument: ExactInteger, fractionBits: Int) {
    // A short argument keeps its multiplications short.
    let zeros = argument.trailingZeroBitCount
    let factor = argument.truncatedShiftingRight(by: zeros)
    let shift = fractionBits - zeros
    var term = ExactInteger.one.shiftedLeft(by: fractionBits)
    var sum = term
    var index = 0
    while !term.isZero {
      index += 1
      let product = (term * factor).truncatedShiftingRight(by: shift)
      term = product.divided(byNonZero: ExactInteger(index), rounding: .towardZero)
      sum += term
    }
    self.sum = sum
    errorUlps = 3 * index + 4
  }

  /// A product of exponentials of ever smaller pieces of r, each summed by binary splitting.
  ///
  /// This is the "bit-burst" of D. and G. Chudnovsky, see R. Brent and P. Zimmermann, Modern
  /// Computer Arithmetic, section 4.9.
  ///
  /// The k-th piece is c * 2^-b with b doubling from piece to piece, so that short numerators go
  /// with long series. A piece is off by 4 ulps (see `pieceExponential`), all factors together are
  /// below 1.01, and a product adds one ulp for its truncation: 6 ulps per piece.
  private init(splitting argument: ExactInteger, fractionBits: Int) {
    let magnitude = argument.magnitude
    var sum = ExactInteger.one.shiftedLeft(by: fractionBits)
    var pieces = 0
    var taken = max(0, fractionBits - magnitude.bitWidth)
    var rest = magnitude
    while !rest.isZero {
      // Bits from `taken` to `end` below the binary point.
      let end = min(fractionBits, max(2 * taken, 128))
      let piece = rest.truncatedShiftingRight(by: fractionBits - end)
      rest -= piece.shiftedLeft(by: fractionBits - end)
      taken = end
      if piece.isZero { continue }
      let factor = Self.pieceExponential(
        argument.isNegative ? -piece : piece, pieceBits: end, fractionBits: fractionBits)
      sum = (sum * factor).truncatedShiftingRight(by: fractionBits)
      pieces += 1
    }
    self.sum = sum
    errorUlps = 6 * pieces
  }

  /// e^(c * 2^-b) * 2^fractionBits within 4 ulps, for |c * 2^-b| < 2^-8.
  ///
  /// The terms left out sum to less than twice the first of them, which is below one ulp; shortening
  /// the dividend and the division itself truncate by one ulp each.
  private static func pieceExponential(
    _ c: ExactInteger, pieceBits b: Int, fractionBits: Int
  ) -> ExactInteger {
    // Strip common powers of two, then omit the terms with |r|^i / i! < 2^-fractionBits.
    let zeros = c.trailingZeroBitCount
    let numerator = c.truncatedShiftingRight(by: zeros)
    let shift = b - zeros
    let smallness = shift - numerator.bitWidth
    var omitted = 1
    var bits = smallness
    while bits <= fractionBits {
      omitted += 1
      bits += smallness + (Int.bitWidth - 1 - omitted.leadingZeroBitCount)
    }
    let terms = max(1, omitted - 1)
    let split = SplitSeries(numerator: numerator, shift: shift, from: 0, to: terms)
    // The sum is 1 + T / (Q * 2^(shift * terms)).
    let power = fractionBits - shift * terms
    let tail = split.t.shifted(by: power).divided(byNonZero: split.q, rounding: .towardZero)
    return ExactInteger.one.shiftedLeft(by: fractionBits) + tail
  }
}

/// The sum of c^(i-a) * 2^(shift * (b-i)) * (b! / i!) over i in (a, b], that is, the terms of
/// e^(c / 2^shift) after the a-th up to the b-th over the common denominator, by halves.
private struct SplitSeries {
  /// c^(b-a).
  let p: ExactInteger
  /// b! / a!.
  let q: ExactInteger
  let t: ExactInteger

  init(numerator c: ExactInteger, shift: Int, from a: Int, to b: Int) {
    if b - a == 1 {
      p = c
      q = ExactInteger(b)
      t = c
      return
    }
    let middle = a + (b - a) / 2
    let left = SplitSeries(numerator: c, shift: shift, from: a, to: middle)
    let right = SplitSeries(numerator: c, shift: shift, from: middle, to: b)
    p = left.p * right.p
    q = left.q * right.q
    t = (left.t * right.q).shiftedLeft(by: shift * (b - middle)) + left.p * right.t
  }
}
