/// An interval that provably holds a real number: `(midpoint ± radius) * 2^exponent`.
struct Enclosure {
  var midpoint: ExactInteger
  /// Never negative.
  var radius: ExactInteger
  var exponent: Int

  /// The bits of the radius above the binary point, negative where it lies below.
  var reachBits: Int { radius.bitWidth + exponent }

  /// The interval around the opposite number.
  var negated: Enclosure {
    Enclosure(midpoint: -midpoint, radius: radius, exponent: exponent)
  }

  /// The interval around the number less one.
  var minusOne: Enclosure {
    if exponent <= 0 {
      return Enclosure(
        midpoint: midpoint - ExactInteger.one.shiftedLeft(by: -exponent), radius: radius,
        exponent: exponent)
    }
    return Enclosure(
      midpoint: midpoint.shiftedLeft(by: exponent) - .one,
      radius: radius.shiftedLeft(by: exponent), exponent: 0)
  }

  /// The interval around `factor` times the number, factor > 0.
  func scaled(by factor: ExactInteger) -> Enclosure {
    Enclosure(midpoint: midpoint * factor, radius: radius * factor, exponent: exponent)
  }

  /// The interval around the number over `divisor`, divisor > 0.
  func divided(by divisor: ExactInteger) -> Enclosure {
    // As many bits as the division takes away; one unit for its truncation.
    let bits = divisor.bitWidth
    return Enclosure(
      midpoint: midpoint.shiftedLeft(by: bits).divided(byNonZero: divisor, rounding: .down),
      radius: radius.shiftedLeft(by: bits).divided(byNonZero: divisor, rounding: .up) + .one,
      exponent: exponent - bits)
  }

  /// The cell between two breakpoints that holds the whole interval, nil where it touches one.
  var cell: BreakpointCell? {
    // One unit more on each side turns "holds" into "holds strictly inside".
    let middle = midpoint * BreakpointCell.perUnit
    let reach = (radius + .one) * BreakpointCell.perUnit
    if exponent >= 0 { return nil }
    let low = (middle - reach).flooredShiftingRight(by: -exponent)
    let high = (middle + reach).flooredShiftingRight(by: -exponent)
    return low == high ? BreakpointCell(index: low) : nil
  }
}

/// The open interval between two neighbouring breakpoints of rounding to 18 decimals.
///
/// The breakpoints are the wads and the midpoints between them: `index / (2 * 10^18)` for every
/// integer `index`. All reals strictly between two neighbours round alike by every ``RoundingRule``.
struct BreakpointCell: Equatable {
  /// The cell reaches from `index` to `index + 1` half units of the 18th decimal.
  var index: ExactInteger

  /// Half units in one: 2 * 10^18.
  static let perUnit = Wad.scale * 2

  /// What lies just above 0: positive and smaller than half a unit of the 18th decimal.
  static let justAboveZero = BreakpointCell(index: .zero)

  /// What lies just below 0.
  static let justBelowZero = BreakpointCell(index: -1)

  /// What lies just above -1.
  static let justAboveMinusOne = BreakpointCell(index: -perUnit)

  /// The wad that every number of this cell rounds to.
  func wad(rounding: RoundingRule) -> Wad {
    // In magnitude the cell is (m, m + 1) half units, so truncation drops less or more than a half.
    let isNegative = index.isNegative
    let halves = isNegative ? -index - .one : index
    let truncated = halves.truncatedShiftingRight(by: 1)
    let grows = rounding.growsMagnitude(
      isNegative: isNegative, isOdd: truncated.isOdd,
      discarded: halves.isOdd ? .aboveHalf : .belowHalf)
    let magnitude = grows ? truncated + .one : truncated
    return Wad(raw: isNegative ? -magnitude : magnitude)
  }
}

extension ExactInteger {
  /// `self / 2^count` toward zero, count >= 0: off by less than one unit either way.
  @inline(__always)
  func truncatedShiftingRight(by count: Int) -> ExactInteger {
    ExactInteger(unsigned.shiftedRight(by: count), isNegative: negative)
  }

  /// The floor of `self / 2^count`, count >= 0.
  @inline(__always)
  func flooredShiftingRight(by count: Int) -> ExactInteger {
    negative ? shiftedRight(by: count, rounding: .down) : truncatedShiftingRight(by: count)
  }

  /// `self * 2^count`, toward zero where `count` is negative.
  @inline(__always)
  func shifted(by count: Int) -> ExactInteger {
    count >= 0 ? shiftedLeft(by: count) : truncatedShiftingRight(by: -count)
  }
}
