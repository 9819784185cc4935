internal import Words

/// Where the decimal digits of one number stand in its text: those before and those after the point.
///
/// Read together they spell an integer. Only places are kept, so that a number of any length is
/// converted once, when its width is known.
struct DecimalDigits {
  private(set) var whole: Range<Int>
  private(set) var fraction: Range<Int>

  /// The most digits that fit `UInt64` whatever they are.
  private static let wordLimit = 19
  /// The most digits that fit `UInt256` whatever they are.
  private static let wideWordLimit = 77

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
    if count <= Self.wordLimit { return Magnitude(UInt128(word(in: bytes))) }
    return count <= Self.wideWordLimit ? .word(wideWord(in: bytes)) : wideMagnitude(in: bytes)
  }

  /// The number that at most 19 digits spell.
  @inline(__always)
  private func word(in bytes: Span<UInt8>) -> UInt64 {
    DigitRun.value(
      of: fraction, in: bytes, behind: DigitRun.value(of: whole, in: bytes, behind: 0))
  }

  /// The number that at most 77 digits spell, 19 at a time; the first ones take what is left over.
  private func wideWord(in bytes: Span<UInt8>) -> UInt256 {
    var rest = self
    let first = rest.removeFirst((count - 1) % Self.wordLimit + 1)
    var value = UInt256(first.word(in: bytes))
    while rest.count > 0 {
      let next = rest.removeFirst(Self.wordLimit).word(in: bytes)
      value = value.multipliedWrapping(by: PowersOfTen.word(Self.wordLimit)) &+ UInt256(next)
    }
    return value
  }

  private func wideMagnitude(in bytes: Span<UInt8>) -> Magnitude {
    var values: [UInt8] = []
    values.reserveCapacity(count)
    for range in [whole, fraction] {
      for offset in range { values.append(bytes[offset] &- UInt8(ascii: "0")) }
    }
    return GMP.value(ofDecimalDigits: values)
  }

  /// Takes the first `taken` digits away and returns them.
  @inline(__always)
  private mutating func removeFirst(_ taken: Int) -> DecimalDigits {
    let head = droppingLast(count - taken)
    whole = head.whole.upperBound..<whole.upperBound
    fraction = head.fraction.upperBound..<fraction.upperBound
    return head
  }
}
