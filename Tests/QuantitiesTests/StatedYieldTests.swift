import FixedPoint
import Quantities
import Testing

/// Up to which APR an APY is stated; the values are Python's fractions and decimals.
@Suite struct StatedYieldTests {
  private static let unit = Wad(raw: 1)
  private let largest = Wad(100)

  @Test func `an APR of 100 has an APY`() throws {
    let values: [(compounding: Compounding, apy: String)] = [
      (.daily, "241786627816465414384110775845187052951.289306644098168737"),
      (.continuous, "26881171418161354484126255515800135873611117.773741922415191609"),
      (try Compounding(periodsPerYear: 1), "100"),
    ]
    for (compounding, apy) in values {
      #expect(compounding.statedAPY(fromAPR: largest, rounding: .halfEven)?.text() == apy)
      #expect(
        compounding.statedAPY(fromAPR: ExactRational(largest), rounding: .halfEven)?.text() == apy)
    }
    #expect(Compounding.isStated(apr: largest) && Compounding.isStated(apr: ExactRational(largest)))
  }

  @Test func `above it none is stated, but the library goes on`() throws {
    let above = largest + Self.unit
    // Before any rounding: less than half a unit of the last decimal above.
    let hair = ExactRational(largest) + .powerOfTen(-30)
    for compounding in [.daily, .continuous, try Compounding(periodsPerYear: 1)] {
      #expect(compounding.statedAPY(fromAPR: above, rounding: .halfEven) == nil)
      #expect(compounding.statedAPY(fromAPR: hair, rounding: .halfEven) == nil)
      #expect(try compounding.apy(fromAPR: above, rounding: .halfEven) > largest)
      #expect(try compounding.apy(fromAPR: Wad(1_000_000), rounding: .halfEven) >= Wad(1_000_000))
    }
    #expect(!Compounding.isStated(apr: above) && !Compounding.isStated(apr: hair))
    #expect(Compounding.daily.statedAPY(fromAPR: Wad(-365), rounding: .halfEven) == nil)
  }

  @Test func `a growth is stated by its simple rate`() throws {
    func stated(_ growth: ExactRational, _ times: Int) -> Wad? {
      Compounding.statedAPY(
        fromGrowth: growth, timesPerYear: ExactRational(times), rounding: .down)
    }
    let week = ExactRational(Wad.one) + .powerOfTen(-3)
    #expect(stated(week, 52)?.text() == "0.05334837334445306")
    #expect(stated(ExactRational(101), 1) == Wad(100))
    #expect(stated(ExactRational(101) + .powerOfTen(-30), 1) == nil)
    #expect(stated(.zero, 1) == Wad(-1))
  }
}
