import Faults
import FixedPoint
import Quantities
import Testing

@testable import Bulk

struct GridAxisTests {
  private func texts(_ axis: GridAxis) -> [String] {
    (0..<axis.count).map(axis.text(at:))
  }

  private func number(_ text: String) throws -> ExactRational {
    try ExactRational(parsing: text)
  }

  @Test func `a tenth is a tenth`() throws {
    let axis = try GridAxis(
      .rewardPrice, from: number("0.1"), through: number("0.5"), by: number("0.1"))
    #expect(texts(axis) == ["0.1", "0.2", "0.3", "0.4", "0.5"])
  }

  @Test func `a step that does not meet the stop ends before it`() throws {
    let rising = try GridAxis(.duration, from: number("1"), through: number("10"), by: number("4"))
    #expect(texts(rising) == ["1", "5", "9"])
    let falling = try GridAxis(
      .duration, from: number("10"), through: number("1"), by: number("-4"))
    #expect(texts(falling) == ["10", "6", "2"])
  }

  @Test func `values between the last decimals are rounded half to even, each on its own`() throws {
    let integers = try GridAxis(.duration, from: number("0"), through: number("2"), count: 5)
    #expect(texts(integers) == ["0", "0", "1", "2", "2"])  // 0, 0.5, 1, 1.5, 2
    let thirds = try GridAxis(.rewardPrice, from: number("0"), through: number("1"), count: 4)
    #expect(texts(thirds) == ["0", "0.333333333333333333", "0.666666666666666667", "1"])
    let falling = try GridAxis(.rewardPrice, from: number("1"), through: number("0"), count: 4)
    #expect(texts(falling) == texts(thirds).reversed())
  }

  @Test func `a logarithmic axis meets its ends and the powers between them`() throws {
    let decades = try GridAxis(
      logarithmic: .totalSupply, from: number("1"), through: number("1000"), count: 4)
    #expect(texts(decades) == ["1", "10", "100", "1000"])
    let falling = try GridAxis(
      logarithmic: .rewardPrice, from: number("8"), through: number("0.5"), count: 5)
    #expect(texts(falling) == ["8", "4", "2", "1", "0.5"])
    let root = try GridAxis(
      logarithmic: .rewardPrice, from: number("1"), through: number("2"), count: 3)
    #expect(texts(root) == ["1", "1.414213562373095049", "2"])
    let single = try GridAxis(
      logarithmic: .rewardPrice, from: number("3"), through: number("3"), count: 1)
    #expect(texts(single) == ["3"])
  }

  /// By Python's decimals at 200 digits: low * (high / low)^(i / (n - 1)), rounded once.
  @Test(arguments: [
    (
      "1000000000000000000000000", "1000000000000000000000000000000", 5,
      [
        1: "31622776601683793319988935", 2: "1000000000000000000000000000",
        3: "31622776601683793319988935444",
      ]
    ),
    (
      "3", "115792089237316195423570985008687907853269984665640564039457584007913129639935", 4,
      [
        1: "101385022015743241859711401",
        2: "3426307563044247281614724114836341457743578217201917",
      ]
    ),
    ("1", "1000000000001", 7, [1: "100", 5: "10000000000"]),
  ])
  func `a logarithmic axis of wide integers is right to its last digit`(
    low: String, high: String, count: Int, points: [Int: String]
  ) throws {
    let (first, last) = (try number(low), try number(high))
    let up = try GridAxis(logarithmic: .totalSupply, from: first, through: last, count: count)
    let down = try GridAxis(logarithmic: .totalSupply, from: last, through: first, count: count)
    #expect(texts(up).first == low && texts(up).last == high)
    #expect(texts(down) == texts(up).reversed())
    for (index, text) in points { #expect(texts(up)[index] == text) }
  }

  @Test func `axes without end, step or meaning are refused`() throws {
    let one = ExactRational.one
    #expect(throws: Fault.axisLength(.duration, count: 0)) {
      try GridAxis(.duration, raw: [])
    }
    #expect(throws: Fault.axisLength(.duration, count: 0)) {
      try GridAxis(.duration, from: one, through: one, count: 0)
    }
    #expect(throws: Fault.badStep(.duration, step: "0")) {
      try GridAxis(.duration, from: one, through: one + one, by: .zero)
    }
    #expect(throws: Fault.badStep(.duration, step: "-1")) {
      try GridAxis(.duration, from: one, through: one + one, by: -one)
    }
    #expect(throws: Fault.axisLength(.duration, count: nil)) {
      try GridAxis(.duration, from: .zero, through: .powerOfTen(10), by: one)
    }
    #expect(throws: Fault.logarithmOfZero(.rewardPrice)) {
      try GridAxis(logarithmic: .rewardPrice, from: .zero, through: one, count: 3)
    }
    for (key, raw) in [
      (InputKey.stakeDecimals, 256), (.commission, 10_001), (.compounding, 0),
      (.rewardPrice, -1), (.stakePrice, 0), (.timestamp, 100_000_000_000),
    ] {
      let error = #expect(throws: Fault.self) { try GridAxis(key, raw: [ExactInteger(raw)]) }
      #expect(error?.code == .outOfRange && error?.place == .input(key.rawValue))
    }
    #expect(
      throws: Fault.valueOutOfRange(.totalSupply, raw: ExactInteger.one.shiftedLeft(by: 256))
    ) {
      try GridAxis(.totalSupply, raw: [ExactInteger.one.shiftedLeft(by: 256)])
    }
    #expect(throws: Fault.noAxis(.vault)) { try GridAxis(.vault, raw: [1]) }
  }
}
