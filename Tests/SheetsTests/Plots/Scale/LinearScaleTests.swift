import FixedPoint
import TestSupport
import Testing

@testable import Sheets

/// Scales are exact, whatever the size of the values.
struct LinearScaleTests {
  @Test func `laws of a scale, for values of every size`() throws {
    var random = SeededGenerator(seed: 20_261_125)
    for round in 0..<2000 {
      let digits = Int.random(in: 1...80, using: &random)
      let values = try (0..<3).map { _ in
        let text = (0..<digits).map { _ in String(Int.random(in: 0...9, using: &random)) }
        let sign = Int.random(in: 0...3, using: &random) == 0 ? "-" : ""
        return Wad(raw: try ExactInteger(parsing: sign + text.joined()))
      }.sorted()
      let scale = LinearScale(
        values, from: 40_000, to: 1000, isRound: round.isMultiple(of: 2), steps: 6)
      #expect(scale.low <= values[0].rawValue && values[2].rawValue <= scale.high)
      // Higher values are further along, and the ends are at the ends.
      let places = values.map(scale.place)
      #expect(places == places.sorted(by: >))
      #expect(scale.place(Wad(raw: scale.low)) == 40_000)
      #expect(scale.place(Wad(raw: scale.high)) == 1000)
      #expect((1...10).contains(scale.ticks.count))
      for tick in scale.ticks {
        let remainder = try tick.rawValue.quotientAndRemainder(dividingBy: scale.step).remainder
        #expect(remainder.isZero)
      }
      for value in values {
        #expect((0..<65).contains(scale.part(value, of: 65)))
      }
      #expect(scale.part(Wad(raw: scale.high), of: 65) == 64)
    }
  }

  @Test func `one value, and none, have a scale too`() {
    for values in [[], [Wad.zero], [Wad(5)], [Wad(-5), Wad(-5)]] {
      let scale = LinearScale(values, from: 0, to: 100, isRound: true, steps: 5)
      #expect(scale.low < scale.high)
      #expect(!scale.ticks.isEmpty)
    }
  }

  @Test func `zero is shown when it is near`() throws {
    let near = LinearScale([Wad(2), Wad(9)], from: 0, to: 100, isRound: true, steps: 5)
    #expect(near.low == 0)
    let far = LinearScale([Wad(8), Wad(9)], from: 0, to: 100, isRound: true, steps: 5)
    #expect(far.low == Wad(8).rawValue)
  }
}
