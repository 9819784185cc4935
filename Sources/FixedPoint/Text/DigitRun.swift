/// Decimal digits as they are read: a native number for as long as they fit, all of them beyond.
struct DigitRun {
  /// The most digits that fit `UInt128` whatever they are.
  private static let nativeLimit = 38

  /// How many digits were read, leading zeros included.
  private(set) var count = 0
  /// How many of them follow the leading zeros.
  private(set) var significantCount = 0
  private var native: UInt128 = 0
  /// All significant digits, once there are more than `nativeLimit`.
  private var long: [UInt8] = []

  /// Adds the next less significant digit, 0...9.
  @inline(__always)
  mutating func append(_ digit: UInt8) {
    count += 1
    if digit == 0 && significantCount == 0 { return }
    significantCount += 1
    if significantCount <= Self.nativeLimit {
      native = native &* 10 &+ UInt128(digit)
    } else {
      appendLong(digit)
    }
  }

  private mutating func appendLong(_ digit: UInt8) {
    if long.isEmpty { long = Magnitude(native).decimalDigits().map { $0 - UInt8(ascii: "0") } }
    long.append(digit)
  }

  /// The number that the digits spell.
  var magnitude: Magnitude {
    long.isEmpty ? Magnitude(native) : Magnitude(digits: long, base: 10)
  }

  /// How many zeros end the significant digits.
  var trailingZeroCount: Int {
    if !long.isEmpty { return long.reversed().prefix { $0 == 0 }.count }
    var zeros = 0
    var rest = native
    while rest != 0 && rest % 10 == 0 {
      rest /= 10
      zeros += 1
    }
    return zeros
  }

  /// The run without its last `dropped` digits, all of them zeros.
  func removingTrailingZeros(_ dropped: Int) -> Magnitude {
    if long.isEmpty {
      var rest = native
      for _ in 0..<dropped { rest /= 10 }
      return Magnitude(rest)
    }
    return Magnitude(digits: Array(long.dropLast(dropped)), base: 10)
  }
}
