internal import FixedPoint

/// Places values on a line of pixels, exactly, and knows the round values on it.
struct LinearScale: PlotScale {
  let low: ExactInteger
  let high: ExactInteger
  /// The places of `low` and `high` in hundredths of a pixel.
  let start: Int
  let end: Int
  /// The distance of the round values.
  let step: ExactInteger

  /// A scale from the least to the greatest value.
  ///
  /// - Parameters:
  ///   - values: what it must hold; an empty list gives 0 to 1.
  ///   - start: where the least is.
  ///   - end: where the greatest is.
  ///   - isRound: whether the ends move out to round values, and to zero when that is near.
  ///   - steps: about how many round values it shows.
  init(_ values: some Sequence<Wad>, from start: Int, to end: Int, isRound: Bool, steps: Int) {
    let raws = values.map(\.rawValue)
    var low = raws.min() ?? 0
    var high = raws.max() ?? Wad.scale
    if low == high {
      let margin = Self.quotient(low.magnitude, 10, .up)
      low -= margin.isZero ? Wad.scale : margin
      high += margin.isZero ? Wad.scale : margin
    }
    if isRound, !low.isNegative, low * 3 <= high { low = 0 }
    step = Self.step(for: high - low, count: steps)
    if isRound {
      low = Self.quotient(low, step, .down) * step
      high = Self.quotient(high, step, .up) * step
    }
    self.low = low
    self.high = high
    self.start = start
    self.end = end
  }

  var isLogarithmic: Bool { false }

  var minorTicks: [Wad] { [] }

  func place(_ value: Wad) -> Int {
    let inside = min(max(value.rawValue, low), high)
    let length = ExactInteger(end - start)
    let offset = Self.quotient((inside - low) * length, high - low, .halfEven)
    return start + (Int(exactly: offset) ?? 0)
  }

  func parts(_ count: Int) -> (Wad) -> Int { { part($0, of: count) } }

  func part(_ value: Wad, of count: Int) -> Int {
    let index = Self.quotient(
      (value.rawValue - low) * ExactInteger(count), high - low, .down)
    return min(max(Int(exactly: index) ?? 0, 0), count - 1)
  }

  var ticks: [Wad] {
    var values: [Wad] = []
    var value = Self.quotient(low, step, .up) * step
    while value <= high, values.count < 100 {
      values.append(Wad(raw: value))
      value += step
    }
    return values
  }

  /// The least of 1, 2 and 5 times a power of ten that needs no more than so many steps.
  private static func step(for range: ExactInteger, count: Int) -> ExactInteger {
    let rough = quotient(range, ExactInteger(count), .up)
    let power = ExactInteger.powerOfTen(max(rough.description.utf8.count - 1, 0))
    for factor: ExactInteger in [1, 2, 5] where power * factor >= rough {
      return power * factor
    }
    return power * 10
  }

  /// A quotient whose divisor is above 0 by how this type is made.
  private static func quotient(
    _ dividend: ExactInteger, _ divisor: ExactInteger, _ rounding: RoundingRule
  ) -> ExactInteger {
    dividend.divided(byNonZero: divisor, rounding: rounding)
  }
}
