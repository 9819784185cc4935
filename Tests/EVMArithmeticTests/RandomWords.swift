import EVMArithmetic
import TestSupport

/// Words that reach the edges: few bits or many, near a power of two, or anywhere.
struct RandomWords {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func unsigned() -> UInt256 {
    let word = UInt256(high: half(), low: half())
    let distance = Int.random(in: 0..<256, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return word
    case 1: return word >> distance
    case 2: return (.one << distance) &- UInt256(UInt64.random(in: 0...3, using: &generator))
    default: return (.one << distance) &+ UInt256(UInt64.random(in: 0...3, using: &generator))
    }
  }

  mutating func signed() -> Int256 {
    Int256(bitPattern: unsigned())
  }

  mutating func shift(upTo bound: Int) -> Int {
    Int.random(in: 0...bound, using: &generator)
  }

  private mutating func half() -> UInt128 {
    UInt128(truncatingIfNeeded: generator.next()) << 64
      | UInt128(truncatingIfNeeded: generator.next())
  }
}
