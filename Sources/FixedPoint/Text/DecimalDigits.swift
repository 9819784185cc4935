/// Where the decimal digits of one number stand in its text: those before and those after the point.
///
/// Read together they spell an integer. Only places are kept, so that a number of any length is
/// converted once, when its width is known.
struct DecimalDigits {
  private(set) var whole: Range<Int>
  private(set) var fraction: Range<Int>

  /// The most digits that fit `UInt64` whatever they are.
  static let wordLimit = 19

  /// The digits of two ranges of `bytes`, leading zeros left out.
  @inline(__always)
  init(whole: Range<Int>, fraction: Range<Int>, in bytes: Span<UInt8>) {
    let zero = UInt8(ascii: "0")
    var start = whole.lowerBound
    while start < whole.upperBound && bytes[start] == zero { start += 1 }
    self.whole = start..<whole.upperBound
    var place = fraction.lowerBound
    if self.whole.isEmpty {
      while place < fraction.upperBound && bytes[place] == zero { place += 1 }
    }
    self.fraction = place..<fraction.upperBound
  }

  /// How many digits there are, leading zeros not counted.
  @inline(__always)
  var count: Int { whole.count + fraction.count }

  /// How many zeros end the digits.
  @inline(__always)
  func trailingZeroCount(in bytes: Span<UInt8>) -> Int {
    let zero = UInt8(ascii: "0")
    var end = fraction.upperBound
    while end > fraction.lowerBound && bytes[end - 1] == zero { end -= 1 }
    if end > fraction.lowerBound { return fraction.upperBound - end }
    var wholeEnd = whole.upperBound
    while wholeEnd > whole.lowerBound && bytes[wholeEnd - 1] == zero { wholeEnd -= 1 }
    return fraction.count + whole.upperBound - wholeEnd
  }

  /// The digits without the last `dropped` ones.
  func droppingLast(_ dropped: Int) -> DecimalDigits {
    var kept = self
    let fromFraction = min(dropped, fraction.count)
    kept.fraction = fraction.lowerBound..<(fraction.upperBound - fromFraction)
    kept.whole = whole.lowerBound..<(whole.upperBound - (dropped - fromFraction))
    return kept
  }

  /// The integer that the digits spell.
  @inline(__always)
  func magnitude(in bytes: Span<UInt8>) -> Magnitude {
    if count <= Self.wordLimit {
      return Magnitude(UInt128(Self.word(fraction, in: bytes, after: Self.word(whole, in: bytes))))
    }
    if count <= 2 * Self.wordLimit { return Magnitude(twoWords(in: bytes)) }
    return Magnitude(decimalDigits: self, in: bytes)
  }

  private func twoWords(in bytes: Span<UInt8>) -> UInt128 {
    var head = droppingLast(count - Self.wordLimit)
    let upper = Self.word(head.fraction, in: bytes, after: Self.word(head.whole, in: bytes))
    head.whole = head.whole.upperBound..<whole.upperBound
    head.fraction = head.fraction.upperBound..<fraction.upperBound
    let lower = Self.word(head.fraction, in: bytes, after: Self.word(head.whole, in: bytes))
    return UInt128(upper) * UInt128(PowersOfTen.word(head.count)) + UInt128(lower)
  }

  /// The digits of a range appended to those of `start`; at most 19 in all.
  @inline(__always)
  private static func word(
    _ range: Range<Int>, in bytes: Span<UInt8>, after start: UInt64 = 0
  ) -> UInt64 {
    var value = start
    for place in range { value = value &* 10 &+ UInt64(bytes[place] &- UInt8(ascii: "0")) }
    return value
  }
}
