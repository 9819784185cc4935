/// The fingerprint of answers, as `harness/folding.py` defines it:
/// the sum of `(answer mod (2^61 - 1)) * (2 index + 1)`, modulo 2^64.
public struct Fold: Sendable {
  /// 2^61 - 1.
  public static let modulus: UInt64 = (1 << 61) - 1

  private var sum: UInt64 = 0
  private var index: UInt64 = 0

  /// The fingerprint of nothing.
  public init() {}

  /// Appends an answer by its rest modulo `modulus`.
  public mutating func append(rest: UInt64) {
    sum &+= rest &* (2 &* index &+ 1)
    index &+= 1
  }

  /// Appends an answer of at most 128 bits.
  public mutating func append(_ answer: UInt128) {
    append(rest: UInt64(answer % UInt128(Fold.modulus)))
  }

  /// Appends an answer by its little-endian words.
  public mutating func append(words: some BidirectionalCollection<UInt64>) {
    var rest: UInt128 = 0
    for word in words.reversed() {
      rest = (rest << 64 | UInt128(word)) % UInt128(Fold.modulus)
    }
    append(rest: UInt64(rest))
  }

  /// Sixteen hexadecimal digits.
  public var text: String {
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
