// Integer powers of decimal numbers, rounded once.
//
// With a reduced base u/v, the power u^n/v^n is calculated exactly while it is short. A long one is
// enclosed: u^n and v^n are held between two integers of p bits times a power of two, and p doubles
// until both ends of the quotient round to the same wad (Ziv's strategy). That ends, because from
// |n| = 20 on a power that is not an integer has more than 19 decimals, so it is neither a wad nor
// the middle between two: with v = 2^a 5^b the reduced power has exactly n * max(a, b) decimals.

/// A positive integer held between `lower` and `upper`, both times 2^`exponent`.
private struct PowerBounds {
  var lower: ExactInteger
  var upper: ExactInteger
  /// Wide enough for 64-bit powers of any number that fits in memory.
  var exponent: Int128

  /// The enclosure of `base` to the power `count`, cut to `precision` bits where it grows longer.
  init(_ base: ExactInteger, toThe count: UInt, precision: Int) {
    lower = base
    upper = base
    exponent = 0
    let base = self
    for bit in (0..<(UInt.bitWidth - count.leadingZeroBitCount - 1)).reversed() {
      multiply(by: self, precision)
      if count >> UInt(bit) & 1 == 1 { multiply(by: base, precision) }
    }
  }

  private mutating func multiply(by factor: PowerBounds, _ precision: Int) {
    lower = lower * factor.lower
    upper = upper * factor.upper
    exponent += factor.exponent
    let excess = lower.bitWidth - precision
    if excess > 0 {
      lower = lower.shiftedRight(by: excess, rounding: .down)
      upper = upper.shiftedRight(by: excess, rounding: .up)
      exponent += Int128(excess)
    }
  }
}

/// A power |u/v|^n whose exact value is too long to be written out.
struct IntegerPower {
  private let numerator: ExactInteger
  private let denominator: ExactInteger
  private let isNegative: Bool
  private let count: UInt

  /// Up to this many bits of numerator and denominator a power is calculated exactly.
  static let exactBits = 1 << 12

  /// Below this exponent a power may be a wad or a tie.
  static let exactCount = 64

  /// Where `power(_:)` of a fraction is the better way.
  static func isShort(_ base: ExactRational, _ exponent: Int) -> Bool {
    let count = exponent.magnitude
    if count <= exactCount { return true }
    let divisor = exponent < 0 ? base.numerator.magnitude : base.denominator
    if base.isZero || divisor == .one { return true }
    let bits = UInt(max(base.numerator.bitWidth, base.denominator.bitWidth))
    let (total, overflow) = bits.multipliedReportingOverflow(by: count)
    return !overflow && total <= UInt(exactBits)
  }

  /// A power for which `isShort` is false.
  init(_ base: ExactRational, _ exponent: Int) {
    let (above, below) = (base.numerator.magnitude, base.denominator)
    numerator = exponent < 0 ? below : above
    denominator = exponent < 0 ? above : below
    count = exponent.magnitude
    isNegative = base.isNegative && exponent & 1 == 1
  }

  /// The wad next to the true value in the asked direction.
  func wad(rounding: RoundingRule) throws(ArithmeticError) -> Wad {
    var precision = 192
    while true {
      let above = PowerBounds(numerator, toThe: count, precision: precision)
      let below = PowerBounds(denominator, toThe: count, precision: precision)
      let shift = above.exponent - below.exponent
      let bits = Int128(above.lower.bitWidth - below.lower.bitWidth) + shift
      if bits > Int128(ExactInteger.maximumPowerBits) {
        throw .resultTooLarge(
          operation: "a number of \(numerator.bitWidth) by \(denominator.bitWidth) bits "
            + "to the power \(count)",
          limitBits: ExactInteger.maximumPowerBits)
      }
      if bits < -64 { return Wad(raw: leastStep(rounding)) }
      let low = rounded(above.lower, below.upper, shift, rounding)
      if low == rounded(above.upper, below.lower, shift, rounding) { return Wad(raw: low) }
      precision = max(2 * precision, 192 + Int(bits))
    }
  }

  /// `above / below * 2^shift` in wad units, rounded.
  private func rounded(
    _ above: ExactInteger, _ below: ExactInteger, _ shift: Int128, _ rounding: RoundingRule
  ) -> ExactInteger {
    // The caller has bounded the size of the quotient, and with it the shift.
    let distance = Int(truncatingIfNeeded: shift)
    let signed = isNegative ? -above : above
    return distance < 0
      ? signed.multiplied(
        by: Wad.scale, dividedByNonZero: below.shiftedLeft(by: -distance), rounding: rounding)
      : signed.shiftedLeft(by: distance).multiplied(
        by: Wad.scale, dividedByNonZero: below, rounding: rounding)
  }

  /// What a value that is not zero but far below half a unit rounds to.
  private func leastStep(_ rounding: RoundingRule) -> ExactInteger {
    let grows = rounding.growsMagnitude(
      isNegative: isNegative, isOdd: false, discarded: .belowHalf)
    return grows ? (isNegative ? -1 : 1) : .zero
  }
}
