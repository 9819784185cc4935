internal import Words

/// An unbounded natural number: one 256-bit word where it fits, else limbs on the heap.
///
/// The form is canonical, so that equal numbers are equal and hash alike: a number that fits a word is a
/// word, and limbs number at least five, the last of them not zero.
enum Magnitude: Hashable, Sendable {
  case word(UInt256)
  case wide(Limbs)

  /// 64-bit digits, least significant first, as GMP wants them.
  typealias Limbs = [UInt]

  static let zero = Magnitude(0)
  static let one = Magnitude(1)

  @inline(__always)
  init(_ value: UInt128) {
    self = .word(UInt256(high: 0, low: value))
  }

  /// The number of two words, `high * 2^256 + low`.
  @inline(__always)
  init(_ words: (high: UInt256, low: UInt256)) {
    self = words.high.isZero ? .word(words.low) : .wide(Self.limbs(of: words))
  }

  /// The number of limbs, of which the last ones may be zero.
  init(limbs: Limbs) {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    func word(_ index: Int) -> UInt64 { index < limbs.count ? UInt64(limbs[index]) : 0 }
    self =
      limbs.count > 4
      ? .wide(limbs)
      : .word(UInt256(high: UInt128(word(3), word(2)), low: UInt128(word(1), word(0))))
  }

  @inline(never)
  private static func limbs(of words: (high: UInt256, low: UInt256)) -> Limbs {
    let (high, low) = words
    var limbs: Limbs = [
      UInt(low.low.lowWord), UInt(low.low.highWord), UInt(low.high.lowWord),
      UInt(low.high.highWord), UInt(high.low.lowWord), UInt(high.low.highWord),
      UInt(high.high.lowWord), UInt(high.high.highWord),
    ]
    while limbs.last == 0 { limbs.removeLast() }
    return limbs
  }

  var isZero: Bool { word?.isZero ?? false }

  var isOdd: Bool { lowestLimb & 1 == 1 }

  /// The number where it fits a word.
  @inline(__always)
  var word: UInt256? {
    if case .word(let word) = self { word } else { nil }
  }

  /// The number where it fits half a word.
  @inline(__always)
  var halfWord: UInt128? {
    if case .word(let word) = self, word.high == 0 { word.low } else { nil }
  }

  /// The lowest 64 bits.
  var lowestLimb: UInt64 {
    switch self {
    case .word(let word): word.low.lowWord
    case .wide(let limbs): UInt64(limbs[0])
    }
  }

  /// The number of bits without leading zeros; 0 for zero.
  var bitWidth: Int {
    switch self {
    case .word(let word): UInt256.bitWidth - word.leadingZeroBitCount
    case .wide(let limbs): limbs.count * 64 - limbs[limbs.count - 1].leadingZeroBitCount
    }
  }

  /// The number of zero bits below the lowest one bit; 0 for zero.
  var trailingZeroBitCount: Int {
    switch self {
    case .word(let word):
      if word.low != 0 { return word.low.trailingZeroBitCount }
      return word.high == 0 ? 0 : 128 + word.high.trailingZeroBitCount
    case .wide(let limbs):
      var index = 0
      while limbs[index] == 0 { index += 1 }
      return index * 64 + limbs[index].trailingZeroBitCount
    }
  }
}

extension Magnitude: Comparable {
  @inline(__always)
  static func < (a: Magnitude, b: Magnitude) -> Bool {
    switch (a, b) {
    case (.word(let a), .word(let b)): a < b
    case (.word, .wide): true
    case (.wide, .word): false
    case (.wide(let a), .wide(let b)):
      a.count == b.count ? a.reversed().lexicographicallyPrecedes(b.reversed()) : a.count < b.count
    }
  }
}
