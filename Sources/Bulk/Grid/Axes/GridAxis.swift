public import FixedPoint

/// One parameter and the exact values it takes.
///
/// Values are inputs in the parameter's own scale: raw integers, or decimals of 18 places. A linear or
/// logarithmic axis whose values do not fit that scale is rounded to it, half to even, value by value,
/// and what is printed is the rounded value itself, so that re-reading the output gives the same
/// figures.
public struct GridAxis: Hashable, Sendable {
  /// The longest axis: its values are held in memory.
  public static let maximumCount = 1 << 22

  /// What varies.
  public let parameter: GridParameter
  let storage: Storage

  /// The values in units of the parameter's last decimal: packed where all fit 128 bits.
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

  /// A value in units of the parameter's last decimal.
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
    parameter.decimals == 18 ? Wad(raw: self[raw: index]).text() : self[raw: index].description
  }

  /// An axis of listed values, in the order given.
  ///
  /// - Parameters:
  ///   - parameter: what varies.
  ///   - raw: values in units of the parameter's last decimal.
  /// - Throws: ``GridError`` for a value that the parameter cannot have, or a bad number of them.
  public init(_ parameter: GridParameter, raw: [ExactInteger]) throws(GridError) {
    try self.init(parameter, count: raw.count) { raw[$0] }
  }

  /// An axis of listed values, in the order given.
  ///
  /// - Parameters:
  ///   - parameter: what varies.
  ///   - values: exact values, each rounded half to even to the parameter's scale.
  /// - Throws: ``GridError``.
  public init(_ parameter: GridParameter, values: [ExactRational]) throws(GridError) {
    let scale = ExactRational(ExactInteger.powerOfTen(parameter.decimals))
    try self.init(parameter, count: values.count) {
      (values[$0] * scale).integer(rounding: .halfEven)
    }
  }

  /// An axis of `count` values from `start` to `stop`, both included, at equal distances.
  ///
  /// Value i is `start + i * (stop - start) / (count - 1)`, rounded half to even to the scale.
  ///
  /// - Parameters:
  ///   - parameter: what varies.
  ///   - start: the first value.
  ///   - stop: the last value, which may be below the first.
  ///   - count: how many values; a single one is the start.
  /// - Throws: ``GridError``.
  public init(
    _ parameter: GridParameter, from start: ExactRational, through stop: ExactRational, count: Int
  ) throws(GridError) {
    let scale = ExactInteger.powerOfTen(parameter.decimals)
    // One common denominator, so that a value costs one division: (a (n - i) + b i) * scale / (n d).
    let denominator = start.denominator * stop.denominator
    let a = start.numerator * stop.denominator * scale
    let b = stop.numerator * start.denominator * scale
    let intervals = max(count - 1, 1)
    let divisor = denominator * ExactInteger(intervals)
    try self.init(parameter, count: count) { index in
      let numerator = a * ExactInteger(intervals - index) + b * ExactInteger(index)
      return numerator.divided(byNonZero: divisor, rounding: .halfEven)
    }
  }

  /// An axis from `start` on in steps, up to and including `stop` where a step meets it.
  ///
  /// - Parameters:
  ///   - parameter: what varies.
  ///   - start: the first value.
  ///   - stop: the bound of the values.
  ///   - step: the distance, negative when `stop` is below `start`.
  /// - Throws: ``GridError``.
  public init(
    _ parameter: GridParameter, from start: ExactRational, through stop: ExactRational,
    by step: ExactRational
  ) throws(GridError) {
    let steps = step.isZero ? nil : (stop - start).divided(byNonZero: step)
    guard let steps, !steps.isNegative else {
      throw .badStep(parameter: parameter, step: step.description)
    }
    guard let last = Int(exactly: steps.integer(rounding: .down)), last < Self.maximumCount else {
      throw .axisLength(parameter: parameter, count: .max)
    }
    try self.init(
      parameter, from: start, through: start + ExactRational(last) * step, count: last + 1)
  }

  /// An axis of `count` values from `start` to `stop`, both included, at equal ratios.
  ///
  /// Value i is `start * (stop / start)^(i / (count - 1))`: the power correctly rounded to 18
  /// decimals, the product rounded half to even to the scale. A falling axis is the rising one
  /// backwards, so that the power never loses digits. Both ends are exact.
  ///
  /// - Parameters:
  ///   - parameter: what varies.
  ///   - start: the first value, above 0.
  ///   - stop: the last value, above 0.
  ///   - count: how many values; a single one is the start.
  /// - Throws: ``GridError``.
  public init(
    logarithmic parameter: GridParameter, from start: ExactRational, through stop: ExactRational,
    count: Int
  ) throws(GridError) {
    guard start > .zero, stop > .zero else {
      throw .logarithmOfZero(parameter: parameter)
    }
    let isFalling = stop < start
    let (low, high) = isFalling ? (stop, start) : (start, stop)
    let scale = ExactRational(ExactInteger.powerOfTen(parameter.decimals))
    let last = count - 1
    let ratio = high.divided(byNonZero: low)
    try self.init(parameter, count: count) { index in
      let place = isFalling ? last - index : index
      let end = place == 0 ? low : place == last ? high : nil
      if let exact = last == 0 ? start : end {
        return (exact * scale).integer(rounding: .halfEven)
      }
      guard let factor = try? ratio.power(place, root: last, rounding: .halfEven) else {
        preconditionFailure("a part of a ratio above one is no power too large")
      }
      return (low * ExactRational(factor) * scale).integer(rounding: .halfEven)
    }
  }

  private init(
    _ parameter: GridParameter, count: Int, value: (Int) -> ExactInteger
  ) throws(GridError) {
    guard (1...Self.maximumCount).contains(count) else {
      throw .axisLength(parameter: parameter, count: count)
    }
    self.parameter = parameter
    var narrow: [UInt128] = []
    narrow.reserveCapacity(count)
    for index in 0..<count {
      let raw = value(index)
      try Self.validate(raw, for: parameter)
      if let word = UInt128(exactly: raw) {
        narrow.append(word)
      }
    }
    storage = narrow.count == count ? .narrow(narrow) : .wide((0..<count).map(value))
  }

  private static func validate(
    _ raw: ExactInteger, for parameter: GridParameter
  ) throws(GridError) {
    let fits =
      parameter.range.map { range in UInt64(exactly: raw).map(range.contains) ?? false }
      ?? (!raw.isNegative && raw.bitWidth <= 256 && (parameter != .stakePrice || !raw.isZero))
    guard fits else {
      let text = parameter.decimals == 18 ? Wad(raw: raw).text() : raw.description
      throw .valueOutOfRange(
        parameter: parameter, value: text, expected: parameter.expectation)
    }
  }
}
