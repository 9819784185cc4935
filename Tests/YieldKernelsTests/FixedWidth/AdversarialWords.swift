import TestSupport

/// Seeded numbers where fixed-width arithmetic goes wrong: any width, long runs of zeros or ones, a
/// neighbour of a power of two.
struct AdversarialWords {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }

  mutating func bits(below limit: UInt64) -> UInt64 {
    UInt64.random(in: 0..<limit, using: &generator)
  }

  mutating func word() -> UInt64 {
    let value = generator.next() >> bits(below: 64)
    switch bits(below: 6) {
    case 0: return 0
    case 1: return .max
    case 2: return 1 << bits(below: 64) &- bits(below: 3)
    case 3: return value | (1 << bits(below: 64) &- 1)
    default: return value
    }
  }

  mutating func word128() -> UInt128 {
    let value = UInt128(word()) << 64 | UInt128(word())
    return bits(below: 2) == 0 ? value : value >> UInt128(bits(below: 128))
  }
}
