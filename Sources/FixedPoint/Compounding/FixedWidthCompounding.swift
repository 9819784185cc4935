internal import Words

/// The APY of an APR in 64.128 binary fixed point with a proven error bound.
///
/// The constants that depend on the number of compoundings alone are found once, in the initialiser. An
/// answer is given only where the bits beyond the 18th decimal decide the rounding: all but one in 2^50
/// of ordinary rates.
///
/// Error analysis, u = 2^-128. All steps cut off, so errors are one-sided. The base 1 + g has g at
/// most E u too small (see `rate(of:)`). Let d(m) be the relative error of the computed (1 + g)^m;
/// the factors are at least one, so absolute losses are relative ones:
///
///     d(1)     <= E u
///     d(2m)    <= 2 d(m) + 2u             GrowthFactor.squared
///     d(m + 1) <= d(m) + E u + 3u         GrowthFactor.grown
///
/// By induction d(m) <= m (E + 6) u - 3u. The true factor therefore exceeds the computed y by at most
/// (whole part of y + 1) * n * (E + 6) units, the 3u to spare covering d/(1-d).
struct FixedWidthCompounding: Hashable, Sendable {
  /// How many factors are multiplied: n, or for e^r the 4096 of e^r = (e^(r/4096))^4096.
  private let factors: UInt64
  /// `floor(2^(shift + 128) / (factors * 1e18))`, which turns a wad into units of u.
  private let reciprocal: UInt128
  private let shift: UInt64
  private let isContinuous: Bool

  /// Compounding n times per year, 1 to 31,536,000, or continuously.
  init(periodsPerYear: Int?) {
    factors = UInt64(periodsPerYear ?? 4096)
    // factors * 1e18 has 60 to 85 bits; the reciprocal then has 127, or exactly 2^127.
    let divisor = UInt256(high: 0, low: UInt128(factors) * 1_000_000_000_000_000_000)
    let bits = UInt256.bitWidth - divisor.leadingZeroBitCount
    shift = UInt64(bits - 2)
    reciprocal =
      (UInt256.one << (126 + bits)).quotientAndRemainder(dividingByNonZero: divisor).quotient.low
    isContinuous = periodsPerYear == nil
  }

  /// 2^128 / k! for k = 2...13, highest first.
  private static let inverseFactorials: [UInt128] = {
    var coefficients: [UInt128] = []
    var coefficient = UInt128(1) << 127
    for k in 3...14 {
      coefficients.append(coefficient)
      coefficient /= UInt128(k)
    }
    return coefficients.reversed()
  }()

  /// The APY where the fixed width decides it, else `nil`.
  func apy(fromAPR apr: UInt128, rounding: RoundingRule) -> UInt128? {
    guard apr >> 64 == 0, let rate = rate(of: apr.lowWord) else {
      return nil
    }
    let slack = (apr.lowWord >> shift) &+ 2
    if isContinuous {
      return power(of: exponentialMinusOne(rate), error: slack &+ 8, rounding: rounding)
    }
    return power(of: rate, error: slack, rounding: rounding)
  }

  /// `apr / factors` in units of u, or `nil` where that is one or more.
  ///
  /// The reciprocal is less than one too small, so the product lacks less than apr / 2^shift units,
  /// and the cut one more: E < apr / 2^shift + 2.
  @inline(__always)
  private func rate(of apr: UInt64) -> UInt128? {
    let low = UInt128(reciprocal.lowWord, times: apr)
    let high = UInt128(reciprocal.highWord, times: apr) &+ UInt128(low.highWord)
    if shift >= 64 {
      return high &>> UInt128(shift &- 64)
    }
    guard high >> UInt128(shift &+ 64) == 0 else {
      return nil
    }
    return high &<< UInt128(64 &- shift) | UInt128(low.lowWord &>> shift)
  }

  /// (1 + rate)^factors - 1, by squaring from the highest bit of the exponent down.
  @inline(__always)
  private func power(of rate: UInt128, error: UInt64, rounding: RoundingRule) -> UInt128? {
    var growth = GrowthFactor(whole: 1, fraction: rate)
    var bit = UInt64(1) &<< UInt64(63 &- factors.leadingZeroBitCount)
    while bit > 1 {
      bit &>>= 1
      guard let square = growth.squared() else {
        return nil
      }
      growth = square
      if factors & bit != 0 {
        guard let next = growth.grown(by: rate) else {
          return nil
        }
        growth = next
      }
    }
    let perWhole = UInt128(factors &* (error &+ 6))
    guard growth.whole >> 32 == 0 else {
      return nil
    }
    return growth.gain(error: UInt128(growth.whole &+ 1) &* perWhole, rounding: rounding)
  }

  /// `e^t - 1` for t < 2^-7 in units of u: `t + t^2 (1/2! + t/3! + ... + t^11/13!)`.
  ///
  /// The terms left out sum to less than t^14/14! * 1.01 < 2^-134. A product of two fractions loses
  /// less than 3u, a coefficient less than 2u; in the sum each loss but the last is multiplied by t,
  /// and everything by t^2 < 2^-14: below 1u. t^2 and the last product lose less than 3u each, the
  /// rate's own error grows by e^t < 1.01. Together less than 8u beside that error.
  @inline(__always)
  private func exponentialMinusOne(_ t: UInt128) -> UInt128 {
    var sum: UInt128 = 0
    for coefficient in Self.inverseFactorials {
      sum = sum.upperProduct(t) &+ coefficient
    }
    return t &+ t.upperProduct(t).upperProduct(sum)
  }
}
