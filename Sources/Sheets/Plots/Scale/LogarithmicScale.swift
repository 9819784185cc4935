internal import FixedPoint

/// Places values above 0 by their logarithms, each the true one rounded once to 18 decimals.
struct LogarithmicScale: PlotScale {
  let low: Wad
  let high: Wad
  /// The places of `low` and `high` in hundredths of a pixel.
  let start: Int
  let end: Int
  private let steps: Int
  private let lowLogarithm: ExactInteger
  private let span: ExactInteger

  /// A scale from the least to the greatest value.
  ///
  /// - Parameters:
  ///   - values: what it must hold: numbers above 0, at least two different ones.
  ///   - start: where the least is.
  ///   - end: where the greatest is.
  ///   - isRound: whether the ends move out to 1, 2 or 5 times a power of ten.
  ///   - steps: the most powers of ten that are labelled.
  init(_ values: [Wad], from start: Int, to end: Int, isRound: Bool, steps: Int) {
    let raws = values.map(\.rawValue)
    guard let least = raws.min(), let most = raws.max(), least.signum > 0, least < most else {
      preconditionFailure("a logarithmic scale of no two numbers above 0")
    }
    let round = Self.roundValues(from: least, through: most)
    low = Wad(raw: isRound ? round.last { $0 <= least } ?? least : least)
    high = Wad(raw: isRound ? round.first { $0 >= most } ?? most : most)
    self.start = start
    self.end = end
    self.steps = max(steps, 2)
    lowLogarithm = Self.logarithm(low)
    span = Self.logarithm(high) - lowLogarithm
  }

  var isLogarithmic: Bool { true }

  func place(_ value: Wad) -> Int {
    let inside = min(max(value, low), high)
    let distance = (Self.logarithm(inside) - lowLogarithm) * ExactInteger(end - start)
    return start + (Int(exactly: distance.divided(byNonZero: span, rounding: .halfEven)) ?? 0)
  }

  /// The parts' borders are low * (high / low)^(k / count), rounded up once to 18 decimals.
  func parts(_ count: Int) -> (Wad) -> Int {
    let ratio = ExactRational(high).divided(byNonZero: ExactRational(low))
    let borders = (1..<max(count, 1)).map { part in
      guard let factor = try? ratio.power(part, root: count, rounding: .up) else {
        preconditionFailure("a part of a ratio above one is no power too large")
      }
      return Wad(
        raw: low.rawValue.multiplied(
          by: factor.rawValue, dividedByNonZero: Wad.scale, rounding: .up))
    }
    return { value in
      var (first, last) = (0, borders.count)
      while first < last {
        let middle = (first + last) / 2
        if borders[middle] <= value { first = middle + 1 } else { last = middle }
      }
      return first
    }
  }

  /// Powers of ten, not more than asked for; on a scale that holds less than two of them 1, 2 and 5
  /// times a power of ten, or whatever is round on a line.
  var ticks: [Wad] {
    if powers.count > 1 {
      let stride = Self.strides.first { (powers.count + $0 - 1) / $0 <= steps } ?? powers.count
      let first = powers.lowerBound
      // Multiples of the stride, counted from one: 10^-3, 1, 10^3.
      let aligned = first + ((-(first - Wad.fractionDigits)) % stride + stride) % stride
      return Swift.stride(from: aligned, to: powers.upperBound, by: stride).map {
        Wad(raw: .powerOfTen($0))
      }
    }
    let round = Self.roundValues(from: low.rawValue, through: high.rawValue).map { Wad(raw: $0) }
      .filter { low <= $0 && $0 <= high }
    if round.count > 1 { return round }
    return LinearScale([low, high], from: start, to: end, isRound: false, steps: steps).ticks
  }

  /// 2 to 9 times each power of ten, where those stand close enough together to be all labelled.
  var minorTicks: [Wad] {
    guard powers.count > 1, powers.count <= steps else { return [] }
    return ((powers.lowerBound - 1)..<powers.upperBound).filter { $0 >= 0 }.flatMap { power in
      (2...9).map { Wad(raw: ExactInteger($0) * .powerOfTen(power)) }
    }.filter { low < $0 && $0 < high }
  }

  private static let strides = [1, 2, 3, 4, 5, 6, 8, 10, 20, 50, 100]

  /// The powers of ten on the scale, in units of the last decimal.
  private var powers: Range<Int> {
    let digits = low.rawValue.description.utf8.count
    let first = low.rawValue == .powerOfTen(digits - 1) ? digits - 1 : digits
    return first..<max(high.rawValue.description.utf8.count, first)
  }

  /// 1, 2 and 5 times the powers of ten around a range, rising.
  private static func roundValues(
    from low: ExactInteger, through high: ExactInteger
  ) -> [ExactInteger] {
    let (first, last) = (low.description.utf8.count - 1, high.description.utf8.count)
    return (first...last).flatMap { power -> [ExactInteger] in
      [1, 2, 5].map { ExactInteger.powerOfTen(power) * $0 }
    }
  }

  /// The decimal logarithm in units of the 18th decimal.
  private static func logarithm(_ value: Wad) -> ExactInteger {
    guard let logarithm = try? value.log10(rounding: .halfEven) else {
      preconditionFailure("a logarithm of a number that is not above 0")
    }
    return logarithm.rawValue
  }
}
