import FixedPoint
import TestSupport
import Testing

@testable import YieldKernels

struct APRGridKernelTests {
  private typealias Axis = (parameter: APRGridKernel.Parameter, values: [UInt128])

  private static let wad: UInt128 = 1_000_000_000_000_000_000

  private static func linear(_ start: UInt128, _ step: UInt128, _ count: Int) -> [UInt128] {
    (0..<count).map { start + UInt128($0) * step }
  }

  /// Fills the grid in pieces of rows, as several threads would, and compares every point with the
  /// kernel of single values.
  private func expectEveryPoint(_ axes: [Axis], factor: AnnualFactor) throws {
    let grid = try #require(APRGridKernel(axes: axes, factor: factor))
    var apr: [UInt64] = []
    var row = 0
    while row < grid.rowCount {
      let rows = row..<min(row + 7, grid.rowCount)
      var part = [UInt64](repeating: 7, count: rows.count * grid.rowLength)
      var span = part.mutableSpan
      grid.fill(rows: rows, into: &span)
      apr.append(contentsOf: part)
      row = rows.upperBound
    }
    for index in apr.indices {
      var rest = index
      var inputs: [APRGridKernel.Parameter: UInt128] = [:]
      for axis in axes.reversed() {
        inputs[axis.parameter] = axis.values[rest % axis.values.count]
        rest /= axis.values.count
      }
      let expected = RewardVaultAPR.narrowAPR(
        inputs[.rewardRate] ?? 0, inputs[.rewardPrice] ?? 0, inputs[.totalSupply] ?? 0,
        inputs[.stakePrice] ?? 0, factor: factor)
      let marked = expected.flatMap { UInt64(exactly: $0) } ?? APRGridKernel.wideMarker
      if apr[index] != marked {
        Issue.record("point \(index) \(inputs): \(apr[index]), not \(marked)")
        return
      }
    }
  }

  @Test func `linear axes with the divisor outside`() throws {
    let rates = Self.linear(100_000_000_000_000_000_000_000_000_000_000_003, 7_777_777_777, 13)
    let prices = Self.linear(Self.wad / 3, Self.wad / 7, 101)
    try expectEveryPoint(
      [
        (.totalSupply, Self.linear(598_626_940_947_001_140_289, 12_345_678, 4)),
        (.stakePrice, Self.linear(223_845 * Self.wad, Self.wad, 3)),
        (.rewardRate, rates), (.rewardPrice, prices),
      ], factor: AnnualFactor(stakeDecimals: 18))
  }

  /// Round numbers make exact multiples, and with them doubtful points, the rule.
  @Test(arguments: [6, 18, 20] as [UInt8])
  func `round numbers`(decimals: UInt8) throws {
    let unit = UInt128(exactly: ExactInteger.powerOfTen(Int(decimals))) ?? 1
    let rate = Self.wad * Self.wad / 10
    try expectEveryPoint(
      [
        (.totalSupply, Self.linear(1_000_000 * unit, 500_000 * unit, 5)),
        (.stakePrice, Self.linear(Self.wad, Self.wad / 4, 4)),
        (.rewardRate, Self.linear(rate, rate, 6)),
        (.rewardPrice, Self.linear(Self.wad, Self.wad / 100, 50)),
      ], factor: AnnualFactor(stakeDecimals: decimals))
  }

  /// From so many points on rows are stored around the cache, unless those before were read again.
  @Test(arguments: [Self.wad / 7, Self.wad / 8])
  func `a grid beyond the cache holds what its parts do`(priceStep: UInt128) throws {
    let rate = Self.wad * Self.wad / 10
    let grid = try #require(
      APRGridKernel(
        axes: [
          (.totalSupply, Self.linear(1_000_000 * Self.wad, 500_000 * Self.wad, 32)),
          (.stakePrice, [Self.wad]), (.rewardRate, Self.linear(rate, rate, 32)),
          (.rewardPrice, Self.linear(Self.wad, priceStep, 1024)),
        ], factor: AnnualFactor(stakeDecimals: 18)))
    var whole = [UInt64](repeating: 7, count: grid.rowCount * grid.rowLength)
    #expect(whole.count >= PlaneFiller.cachedPoints)
    var span = whole.mutableSpan
    grid.fill(rows: 0..<grid.rowCount, into: &span)
    for row in 0..<grid.rowCount {
      var part = [UInt64](repeating: 7, count: grid.rowLength)
      var span = part.mutableSpan
      grid.fill(rows: row..<row + 1, into: &span)
      #expect(whole[row * grid.rowLength..<(row + 1) * grid.rowLength] == part[...])
    }
  }

  @Test func `falling rows end at zero`() throws {
    try expectEveryPoint(
      [
        (.totalSupply, [1_000_000 * Self.wad]), (.stakePrice, [3 * Self.wad]),
        (.rewardRate, [Self.wad * Self.wad]),
        (.rewardPrice, Self.linear(0, Self.wad / 10, 41).reversed()),
      ], factor: AnnualFactor(stakeDecimals: 18))
  }

  @Test func `zero rates, single points and figures beyond 64 bits`() throws {
    try expectEveryPoint(
      [
        (.rewardPrice, [0, Self.wad]), (.totalSupply, [1, Self.wad, .max >> 30]),
        (.stakePrice, [1, 1 << 60]), (.rewardRate, [0, 0, 0]),
      ], factor: AnnualFactor(stakeDecimals: 18))
    try expectEveryPoint(
      [
        (.rewardPrice, [1, Self.wad]), (.totalSupply, [1, 1 << 40, Self.wad]),
        (.stakePrice, [1, 1 << 60]), (.rewardRate, [1, 1 << 40, 1 << 80, 1 << 120, .max]),
      ], factor: AnnualFactor(stakeDecimals: 18))
  }

  @Test func `any order of axes, any spacing`() throws {
    var source = AdversarialWords(seed: 6)
    for _ in 0..<60 * TestScale.factor {
      var axes: [Axis] = []
      var order = APRGridKernel.Parameter.allCases
      while !order.isEmpty {
        let parameter = order.remove(at: Int(source.bits(below: UInt64(order.count))))
        let count = Int(source.bits(below: 6)) + 1 + (order.isEmpty ? 20 : 0)
        let magnitude = UInt128(source.pick([1, 10, 40, 64, 80, 100] as [UInt64]))
        let values: [UInt128]
        if source.bits(below: 2) == 0 {
          values = Self.linear(
            1 + source.word128() >> (127 - magnitude), source.word128() >> (127 - magnitude / 2),
            count)
        } else {
          values = (0..<count).map { _ in 1 + source.word128() >> (127 - magnitude) }
        }
        axes.append((parameter, source.bits(below: 3) == 0 ? values.reversed() : values))
      }
      try expectEveryPoint(
        axes,
        factor: AnnualFactor(
          stakeDecimals: source.pick([0, 6, 18, 24]),
          commissionBasisPoints: source.pick([0, 500])))
    }
  }

  @Test func `what has no fast path is refused, not miscounted`() {
    let one: [UInt128] = [1]
    func grid(_ supply: [UInt128], decimals: UInt8) -> APRGridKernel? {
      APRGridKernel(
        axes: [
          (.rewardRate, one), (.rewardPrice, one), (.totalSupply, supply), (.stakePrice, one),
        ], factor: AnnualFactor(stakeDecimals: decimals))
    }
    #expect(grid([1, 0], decimals: 18)?.rowCount == nil)
    #expect(grid([], decimals: 18)?.rowCount == nil)
    #expect(grid([1], decimals: 255)?.rowCount == nil)
    #expect(grid([1], decimals: 18)?.rowCount == 1)
  }
}
