import Benchmark
import FixedPoint
import SuiteSettings
import Workbench

/// Arithmetic and text of `Wad`s by width.
///
/// Each benchmark checks its last result by a law that does
/// not use the operation measured.
struct Operations {
  let bits: Int
  let a: Wad
  let b: Wad
  let c: Wad
  let text: String

  init(bits: Int) throws {
    self.bits = bits
    var source = SplitMix64(seed: UInt64(bits))
    a = Wad(raw: try ExactInteger(parsing: source.hexadecimal(bits: bits)))
    b = Wad(raw: try ExactInteger(parsing: source.hexadecimal(bits: bits)))
    c = Wad(raw: try ExactInteger(parsing: source.hexadecimal(bits: bits)))
    text = a.text()
  }

  func register() {
    let scale = Wad.scale
    measure("add") {
      a + b
    } holds: {
      $0 - b == a
    }
    measure("multiply") {
      a.multiplied(by: b, rounding: .down)
    } holds: {
      isFloor($0.rawValue, of: a.rawValue * b.rawValue, over: scale)
    }
    measure("divide") {
      try a.divided(by: b, rounding: .down)
    } holds: {
      isFloor($0.rawValue, of: a.rawValue * scale, over: b.rawValue)
    }
    measure("mulDiv") {
      try a.multiplied(by: b, dividedBy: c, rounding: .down)
    } holds: {
      isFloor($0.rawValue, of: a.rawValue * b.rawValue, over: c.rawValue)
    }
    measure("square root") {
      try a.squareRoot(rounding: .down)
    } holds: {
      let square = a.rawValue * scale
      let next = $0.rawValue + 1
      return $0.rawValue * $0.rawValue <= square && square < next * next
    }
    measure("parse") {
      try Wad(parsing: text)
    } holds: {
      $0 == a
    }
    measure("print") {
      a.text()
    } holds: {
      (try? Wad(parsing: $0)) == a
    }
  }

  private func isFloor(
    _ quotient: ExactInteger, of numerator: ExactInteger, over divisor: ExactInteger
  ) -> Bool {
    quotient * divisor <= numerator && numerator < (quotient + 1) * divisor
  }

  private func measure<Result>(
    _ name: String, _ operation: @escaping () throws -> Result,
    holds law: @escaping (Result) -> Bool
  ) {
    Benchmark("\(name), \(bits) bits") { benchmark in
      var last: Result?
      for _ in benchmark.scaledIterations {
        last = try operation()
        blackHole(last)
      }
      benchmark.stopMeasurement()
      Suite.check(benchmark, last.map(law) == true)
    }
  }
}
