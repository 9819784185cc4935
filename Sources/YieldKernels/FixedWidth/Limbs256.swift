/// An unsigned number of four 64-bit words, least significant first: the room for the numerator and
/// the divisor of a yield formula whose inputs fit 128 bits each.
///
/// Carries run through `UInt128` sums. Chains of Bool carries (`addingReportingOverflow`) cost 2.5
/// times as much in this code.
package struct Limbs256: Hashable, Sendable {
  package var w0: UInt64
  package var w1: UInt64
  package var w2: UInt64
  package var w3: UInt64

  @inline(__always)
  package init(_ w0: UInt64, _ w1: UInt64, _ w2: UInt64, _ w3: UInt64) {
    self.w0 = w0
    self.w1 = w1
    self.w2 = w2
    self.w3 = w3
  }

  /// The number `high * 2^128 + low`.
  @inline(__always)
  package init(high: UInt128, low: UInt128) {
    self.init(low.lowWord, low.highWord, high.lowWord, high.highWord)
  }

  /// The exact product of two 128-bit numbers; it cannot overflow.
  @inline(__always)
  package init(_ a: UInt128, times b: UInt128) {
    let low = wide(a.lowWord, b.lowWord)
    let crossA = wide(a.lowWord, b.highWord)
    let crossB = wide(a.highWord, b.lowWord)
    let high = wide(a.highWord, b.highWord)
    // Three 64-bit terms sum to less than 2^66, and the rest below cannot wrap either: the whole
    // product is below 2^256.
    let middle = UInt128(low.highWord) &+ UInt128(crossA.lowWord) &+ UInt128(crossB.lowWord)
    let top =
      high &+ UInt128(crossA.highWord) &+ UInt128(crossB.highWord) &+ UInt128(middle.highWord)
    self.init(low.lowWord, middle.lowWord, top.lowWord, top.highWord)
  }

  package var low: UInt128 {
    @inline(__always) get { UInt128(w1, w0) }
  }

  package var high: UInt128 {
    @inline(__always) get { UInt128(w3, w2) }
  }
}

extension Limbs256 {
  /// `self * factor`, which the caller knows to be below 2^256 (higher words are lost otherwise).
  @inline(__always)
  package func multipliedWrapping(by factor: UInt64) -> Limbs256 {
    let p0 = wide(w0, factor)
    let p1 = wide(w1, factor) &+ UInt128(p0.highWord)
    let p2 = wide(w2, factor) &+ UInt128(p1.highWord)
    let p3 = w3 &* factor &+ p2.highWord
    return Limbs256(p0.lowWord, p1.lowWord, p2.lowWord, p3)
  }

  /// `self - other` modulo 2^256.
  @inline(__always)
  package func subtractingWrapping(_ other: Limbs256) -> Limbs256 {
    let borrow: UInt128 = low < other.low ? 1 : 0
    return Limbs256(high: high &- other.high &- borrow, low: low &- other.low)
  }

  /// `self + other` modulo 2^256.
  @inline(__always)
  package func addingWrapping(_ other: Limbs256) -> Limbs256 {
    let sum = low &+ other.low
    let carry: UInt128 = sum < low ? 1 : 0
    return Limbs256(high: high &+ other.high &+ carry, low: sum)
  }

  @inline(__always)
  package static func < (a: Limbs256, b: Limbs256) -> Bool {
    a.high < b.high || (a.high == b.high && a.low < b.low)
  }
}

extension UInt128 {
  var lowWord: UInt64 {
    @inline(__always) get { UInt64(truncatingIfNeeded: self) }
  }

  var highWord: UInt64 {
    @inline(__always) get { UInt64(truncatingIfNeeded: self &>> 64) }
  }

  @inline(__always)
  init(_ high: UInt64, _ low: UInt64) {
    self = UInt128(high) &<< 64 | UInt128(low)
  }
}

/// The exact 128-bit product of two words.
@inline(__always)
func wide(_ a: UInt64, _ b: UInt64) -> UInt128 {
  UInt128(a) &* UInt128(b)
}

/// `a * b` and whether it is below 2^128; where it is not, the product means nothing.
@inline(__always)
func product(_ a: UInt128, _ b: UInt64) -> (UInt128, fits: Bool) {
  let low = wide(a.lowWord, b)
  let high = wide(a.highWord, b) &+ UInt128(low.highWord)
  return (UInt128(high.lowWord, low.lowWord), high.highWord == 0)
}
