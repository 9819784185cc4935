public import Faults
public import FixedPoint
public import Quantities
internal import Yields

/// One input and the exact values it takes.
///
/// Values are in the input's own scale: raw integers, or decimals of 18 places. A linear or
/// logarithmic axis whose values do not fit that scale is rounded to it, half to even, value by value,
/// and what is printed is the rounded value itself, so that re-reading the output gives the same
/// figures.
public struct GridAxis: Hashable, Sendable {
  /// The longest axis: its values are held in memory.
  public static let maximumCount = 1 << 22

  /// What varies.
  public let key: InputKey
  /// Whether the values were asked for at equal ratios, as a picture then shows them.
  public let isLogarithmic: Bool
  let storage: Storage

  /// The values in units of the input's last decimal: packed where all fit 128 bits.
  enum Storage: Hashable, Sendable {
    case narrow([UInt128])
    case wide([ExactInteger])
  }

  /// How many values there are.
  public var count: Int {
    switch storage {
    case .narrow(let values): values.count
    case .wide(let values): values.count
    }
  }

  /// A value in units of the input's last decimal.
  ///
  /// - Parameter index: which, from zero.
  public subscript(raw index: Int) -> ExactInteger {
    switch storage {
    case .narrow(let values): ExactInteger(values[index])
    case .wide(let values): values[index]
    }
  }

  /// A value as text, exactly: `7.8`.
  ///
  /// - Parameter index: which, from zero.
  /// - Returns: plain decimals without trailing zeros.
  public func text(at index: Int) -> String {
    FigureValue(raw: self[raw: index], decimals: key.decimals).text
  }

  /// An axis of listed values, in the order given.
  ///
  /// - Parameters:
  ///   - key: what varies, one of `InputKey.axes`.
  ///   - raw: values in units of the input's last decimal.
  /// - Throws: `Fault` at the input, for a value that it cannot have or a bad number of them.
  public init(_ key: InputKey, raw: [ExactInteger]) throws(Fault) {
    try self.init(key, count: raw.count) { raw[$0] }
  }

  /// An axis of listed values, in the order given.
  ///
  /// - Parameters:
  ///   - key: what varies, one of `InputKey.axes`.
  ///   - values: exact values, each rounded half to even to the input's scale.
  /// - Throws: `Fault` at the input.
  public init(_ key: InputKey, values: [ExactRational]) throws(Fault) {
    let scale = ExactRational(ExactInteger.powerOfTen(key.decimals))
    try self.init(key, count: values.count) {
      (values[$0] * scale).integer(rounding: .halfEven)
    }
  }

  /// An axis of `count` values from `start` to `stop`, both included, at equal distances.
  ///
  /// Value i is `start + i * (stop - start) / (count - 1)`, rounded half to even to the scale.
  ///
  /// - Parameters:
  ///   - key: what varies, one of `InputKey.axes`.
  ///   - start: the first value.
  ///   - stop: the last value, which may be below the first.
  ///   - count: how many values; 1 only where both ends are the same.
  /// - Throws: `Fault` at the input.
  public init(
    _ key: InputKey, from start: ExactRational, through stop: ExactRational, count: Int
  ) throws(Fault) {
    guard count != 1 || start == stop else { throw .oneValueOfTwo(key) }
    let scale = ExactInteger.powerOfTen(key.decimals)
    // One common denominator, so that a value costs one division: (a (n - i) + b i) * scale / (n d).
    let denominator = start.denominator * stop.denominator
    let a = start.numerator * stop.denominator * scale
    let b = stop.numerator * start.denominator * scale
    let intervals = max(count - 1, 1)
    let divisor = denominator * ExactInteger(intervals)
    try self.init(key, count: count) { index in
      let numerator = a * ExactInteger(intervals - index) + b * ExactInteger(index)
      return numerator.divided(byNonZero: divisor, rounding: .halfEven)
    }
  }

  /// An axis from `start` on in steps, up to and including `stop` where a step meets it.
  ///
  /// - Parameters:
  ///   - key: what varies, one of `InputKey.axes`.
  ///   - start: the first value.
  ///   - stop: the bound of the values.
  ///   - step: the distance, negative when `stop` is below `start`.
  /// - Throws: `Fault` at the input.
  public init(
    _ key: InputKey, from start: ExactRational, through stop: ExactRational,
    by step: ExactRational
  ) throws(Fault) {
    let steps = step.isZero ? nil : (stop - start).divided(byNonZero: step)
    guard let steps, !steps.isNegative else {
      throw .badStep(key, step: step.description)
    }
    guard let last = Int(exactly: steps.integer(rounding: .down)), last < Self.maximumCount else {
      throw .axisLength(key, count: nil)
    }
    try self.init(
      key, from: start, through: start + ExactRational(last) * step, count: last + 1)
  }

  /// An axis of `count` values from `start` to `stop`, both included, at equal ratios.
  ///
  /// Value i is `start * (stop / start)^(i / (count - 1))`, rounded once, half to even, to the scale. A
  /// falling axis is the rising one backwards. Both ends are exact.
  ///
  /// - Parameters:
  ///   - key: what varies, one of `InputKey.axes`.
  ///   - start: the first value, above 0.
  ///   - stop: the last value, above 0.
  ///   - count: how many values; 1 only where both ends are the same.
  /// - Throws: `Fault` at the input.
  public init(
    logarithmic key: InputKey, from start: ExactRational, through stop: ExactRational,
    count: Int
  ) throws(Fault) {
    guard start > .zero, stop > .zero else {
      throw .logarithmOfZero(key)
    }
    guard count != 1 || start == stop else { throw .oneValueOfTwo(key) }
    let isFalling = stop < start
    let (low, high) = isFalling ? (stop, start) : (start, stop)
    let scale = ExactRational(ExactInteger.powerOfTen(key.decimals))
    let last = count - 1
    let ratio = high.divided(byNonZero: low)
    try self.init(key, count: count, isLogarithmic: true) { index in
      let place = isFalling ? last - index : index
      if let exact = place == 0 ? low : place == last ? high : nil {
        return (exact * scale).integer(rounding: .halfEven)
      }
      // Equal ends have a ratio of one.
      guard ratio > .one else { return (low * scale).integer(rounding: .halfEven) }
      let value = try? ratio.power(place, root: last, times: low * scale, rounding: .halfEven)
      guard let value else {
        preconditionFailure("a part of a ratio above one is no power too large")
      }
      return value
    }
  }

  private init(
    _ key: InputKey, count: Int, isLogarithmic: Bool = false, value: (Int) -> ExactInteger
  ) throws(Fault) {
    guard InputKey.axes.contains(key) else { throw .noAxis(key) }
    guard (1...Self.maximumCount).contains(count) else {
      throw .axisLength(key, count: count)
    }
    self.key = key
    self.isLogarithmic = isLogarithmic
    var narrow: [UInt128] = []
    narrow.reserveCapacity(count)
    for index in 0..<count {
      let raw = value(index)
      try Self.validate(raw, for: key)
      if let word = UInt128(exactly: raw) {
        narrow.append(word)
      }
    }
    storage = narrow.count == count ? .narrow(narrow) : .wide((0..<count).map(value))
  }

  private static func validate(
    _ raw: ExactInteger, for key: InputKey
  ) throws(Fault) {
    let largest =
      key.scale == .decimal ? InputBounds.decimalLimit.rawValue - 1 : InputBounds.largestWord
    let fits =
      key.range.map { range in UInt64(exactly: raw).map(range.contains) ?? false }
      ?? (!raw.isNegative && raw <= largest && (key != .stakePrice || !raw.isZero))
    guard fits else { throw .valueOutOfRange(key, raw: raw) }
  }
}
