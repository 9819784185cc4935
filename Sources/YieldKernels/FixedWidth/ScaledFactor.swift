internal import Words

/// A positive factor to 127 bits and more: `mantissa * 2^exponent`, cut off, with its error known.
///
/// The true value lies in `[mantissa, mantissa + slack] * 2^exponent`. A mantissa other than zero has
/// its top bit set. Products of such factors stand for whole prefixes of a grid's axes, whose exact
/// numerators and divisors would need a division for every combination.
struct ScaledFactor: Hashable, Sendable {
  let mantissa: UInt128
  let exponent: Int
  let slack: UInt64

  /// An integer, exactly.
  init(_ value: UInt128) {
    let shift = value == 0 ? 0 : value.leadingZeroBitCount
    mantissa = value &<< UInt128(shift)
    exponent = -shift
    slack = 0
  }

  /// One over an integer other than zero.
  ///
  /// floor((2^255 - 1) / m) for the normalised m lies in [2^127, 2^128) and is less than 2 below
  /// 2^255 / m.
  init?(reciprocalOf value: UInt128) {
    let normalised = ScaledFactor(value)
    let numerator = UInt256(high: .max >> 1, low: .max)
    guard
      let quotient = numerator.narrowQuotient(
        dividingBy: UInt256(high: 0, low: normalised.mantissa))
    else {
      return nil
    }
    self.init(mantissa: quotient, exponent: -255 - normalised.exponent, slack: 2)
  }

  private init(mantissa: UInt128, exponent: Int, slack: UInt64) {
    self.mantissa = mantissa
    self.exponent = exponent
    self.slack = slack
  }

  /// The product, cut off to 128 bits.
  ///
  /// With a and b the mantissas, (a + s)(b + t) - ab < 2^128 (s + t + 1), for the slacks are far below
  /// 2^64. The cut loses less than one more, and normalising shifts by at most one bit: the slack is
  /// at most 2 (s + t + 2).
  @inline(__always)
  func multiplied(by other: ScaledFactor) -> ScaledFactor {
    let product = UInt256(mantissa, times: other.mantissa)
    let shift = product.high.highWord >> 63 ^ 1
    let high = product.high &<< UInt128(shift) | UInt128(product.low.highWord >> 63 & shift)
    return ScaledFactor(
      mantissa: high, exponent: exponent &+ other.exponent &+ 128 &- Int(shift),
      slack: high == 0 ? 0 : (slack &+ other.slack &+ 2) &<< 1)
  }

  /// The value in units of 2^-`fractionBits`, cut off, and by how many units at most it is too small,
  /// or `nil` where it does not fit 128 bits.
  @inline(__always)
  func fixedPoint(fractionBits: Int) -> (value: UInt128, error: UInt64)? {
    Self.shifted(mantissa, by: -(exponent &+ fractionBits), slack: slack)
  }

  /// The product in units of 2^-`fractionBits`, cut off, and by how many units at most it is too small, or
  /// `nil` where it does not fit 127 bits.
  ///
  /// As in ``multiplied(by:)``, the upper half of the product is at most s + t + 2 too small.
  @inline(__always)
  func fixedPoint(
    times other: ScaledFactor, fractionBits: Int
  ) -> (value: UInt128, error: UInt64)? {
    let high = UInt256(mantissa, times: other.mantissa).high
    let shift = -(exponent &+ other.exponent &+ 128 &+ fractionBits)
    guard shift > 0 || high == 0 else { return nil }
    return Self.shifted(high, by: shift, slack: slack &+ other.slack &+ 2)
  }

  /// The mantissa without its last `shift` bits, and by how many units of what is left it is too small, or
  /// `nil` where it would have to have more bits.
  @inline(__always)
  private static func shifted(
    _ mantissa: UInt128, by shift: Int, slack: UInt64
  ) -> (value: UInt128, error: UInt64)? {
    guard shift < 128, mantissa != 0 else { return (0, mantissa == 0 ? 0 : 2) }
    guard shift >= 0 else { return nil }
    return (mantissa &>> UInt128(shift), shift >= 64 ? 2 : slack >> UInt64(shift) &+ 2)
  }
}
