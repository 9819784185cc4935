internal import Words

/// A growth factor of at least one in binary fixed point: 64 whole bits and 128 of fraction.
///
/// One unit of the last place, u, is 2^-128. Products are cut off, never rounded up, so a computed
/// factor is at most the true one; each product says by how much less.
struct GrowthFactor: Hashable, Sendable {
  var whole: UInt64
  var fraction: UInt128

  /// The square, or `nil` where the whole part could overflow.
  ///
  /// With words y2.y1y0 the square is p00 + 2 p01 2^64 + (p11 + 2 p02) 2^128 + 2 p12 2^192 + p22
  /// 2^256 in units of 2^-256. What lies below 2^128 is cut off, and p00 with it, which is below
  /// 2^128 itself: less than 2u are lost.
  @inline(__always)
  func squared() -> GrowthFactor? {
    guard whole >> 32 == 0 else {
      return nil
    }
    let (y0, y1) = (fraction.lowWord, fraction.highWord)
    let p01 = UInt128(y0, times: y1)
    let p02 = UInt128(y0, times: whole)
    let p11 = UInt128(y1, times: y1)
    let p12 = UInt128(y1, times: whole)
    // Each sum stays below 2^128: its terms are words, or products with whole < 2^32.
    let at2 = UInt128(p11.lowWord) &+ p02 &+ p02 &+ (p01 &>> 63)
    let at3 = (at2 &>> 64) &+ UInt128(p11.highWord) &+ p12 &+ p12
    let at4 = at3.highWord &+ whole &* whole
    return GrowthFactor(whole: at4, fraction: UInt128(at3.lowWord, at2.lowWord))
  }

  /// `self * (1 + rate)` for a rate below one in units of u, or `nil` where the whole part could
  /// overflow.
  ///
  /// As in ``squared()``, the product of the lowest words and everything below u are cut off: less
  /// than 3u are lost.
  @inline(__always)
  func grown(by rate: UInt128) -> GrowthFactor? {
    guard whole >> 62 == 0 else {
      return nil
    }
    let (y0, y1) = (fraction.lowWord, fraction.highWord)
    let (g0, g1) = (rate.lowWord, rate.highWord)
    let at1 = UInt128(UInt128(y0, times: g1).highWord) &+ UInt128(UInt128(y1, times: g0).highWord)
    let p11 = UInt128(y1, times: g1)
    let p20 = UInt128(whole, times: g0)
    let at2 = at1 &+ UInt128(p11.lowWord) &+ UInt128(p20.lowWord) &+ UInt128(y0)
    let p21 = UInt128(whole, times: g1)
    let at3 =
      (at2 &>> 64) &+ UInt128(p11.highWord) &+ UInt128(p20.highWord) &+ UInt128(p21.lowWord)
      &+ UInt128(y1)
    let at4 = whole &+ p21.highWord &+ at3.highWord
    return GrowthFactor(whole: at4, fraction: UInt128(at3.lowWord, at2.lowWord))
  }

  /// `(factor - 1) * 1e18`, rounded, where the 128 bits of fraction decide, else `nil`.
  ///
  /// The true value lies in [z, z + e] with z the exact product here and e = 1e18 * `error`. A rule
  /// that looks at the floor needs that interval to hold no integer but perhaps z itself; a rule that
  /// looks at the half needs it to avoid the half.
  ///
  /// - Parameters:
  ///   - error: how many u the factor may be below the true one.
  ///   - rounding: the direction.
  /// - Returns: the gain scaled by 1e18, or `nil` where the bits leave the rounding open.
  @inline(__always)
  func gain(error: UInt128, rounding: RoundingRule) -> UInt128? {
    let scale: UInt64 = 1_000_000_000_000_000_000
    guard error >> 66 == 0, whole > 0 else {
      return nil
    }
    // Below 2^126, for 1e18 < 2^60.
    let slack = error &* UInt128(scale)
    let z0 = UInt128(fraction.lowWord, times: scale)
    let z1 = UInt128(fraction.highWord, times: scale) &+ UInt128(z0.highWord)
    let units = UInt128(whole &- 1, times: scale) &+ UInt128(z1.highWord)
    let rest = UInt128(z1.lowWord, z0.lowWord)
    let half: UInt128 = 1 << 127
    switch rounding {
    case .down, .towardZero:
      return slack < 0 &- rest || rest == 0 ? units : nil
    case .up:
      return rest > 0 && slack < 0 &- rest ? units &+ 1 : nil
    case .halfEven, .halfUp:
      if rest > half {
        return units &+ 1
      }
      return rest &+ slack < half ? units : nil
    }
  }
}
