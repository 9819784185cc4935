/// A small deterministic generator (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
/// Generators, 2014), so that a suite's inputs are the same in every run.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Starts from a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits of the sequence.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  /// A number of exactly `bits` bits, as hexadecimal text with its prefix.
  public mutating func hexadecimal(bits: Int) -> String {
    let digits = (bits + 3) / 4
    let top = bits % 4 == 0 ? 8 : 1 << (bits % 4 - 1)
    var text = "0x" + String(top, radix: 16)
    while text.count < digits + 2 {
      text += String(next() & 15, radix: 16)
    }
    return text
  }
}
