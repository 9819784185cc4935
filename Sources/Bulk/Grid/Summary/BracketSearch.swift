internal import FixedPoint

/// A value that a bracket is divided by.
protocol RankedValue: Comparable, Sendable {
  /// How far two values are apart: the bits of their difference, the smaller one first.
  func bits(to other: Self) -> Int

  /// Which of the parts of 2^shift values, counted from `low`, the value falls in, which is no less.
  ///
  /// - Returns: the part, or nil beyond the 2^bits values from `low` on.
  func part(from low: Self, bits: Int, shift: Int) -> Int?

  /// Where such a part begins, the value being `low`.
  func start(ofPart part: Int, shift: Int) -> Self
}

/// Finds the values at given ranks in a few passes over values that are computed anew in each.
///
/// A bracket is a range of values that holds some of the ones looked for. A pass counts the values of
/// each bracket in 4096 equal parts, which narrows it by 12 bits; a bracket with few values is collected
/// and sorted instead.
struct BracketSearch<Value: RankedValue>: Sendable {
  /// Values from `low` on, 2^bits of them, with the ranks that fall among them.
  private struct Bracket: Sendable {
    let low: Value
    let bits: Int
    /// Values below `low`.
    let below: Int
    let population: Int
    let ranks: [Int]

    /// Brackets of at most so many values are collected.
    var isCollected: Bool { population <= 1 << 16 }
    var shift: Int { max(0, bits - 12) }
  }

  /// What a pass has seen of each bracket.
  struct Tally: Sendable {
    fileprivate var counts: [[Int]]
    fileprivate var values: [[Value]]

    mutating func merge(_ other: Tally) {
      for (index, bracket) in other.counts.enumerated() {
        for (part, count) in bracket.enumerated() where count > 0 { counts[index][part] += count }
        values[index] += other.values[index]
      }
    }
  }

  private var brackets: [Bracket] = []
  private var highest: Value?
  private(set) var found: [Int: Value] = [:]

  /// Looks for nothing.
  init() {}

  /// Starts with the bracket of all values.
  ///
  /// - Parameters:
  ///   - range: the smallest and the largest value.
  ///   - below: how many figures are smaller than all of them.
  ///   - population: how many they are.
  ///   - ranks: the ranks looked for, from one; those that fall on other figures are left out.
  init(in range: ClosedRange<Value>, below: Int, population: Int, ranks: [Int]) {
    let sought = Set(ranks.filter { $0 > below && $0 <= below + population })
    guard !sought.isEmpty else { return }
    highest = range.upperBound
    brackets = [
      Bracket(
        low: range.lowerBound, bits: range.lowerBound.bits(to: range.upperBound), below: below,
        population: population, ranks: sought.sorted())
    ]
  }

  var isDone: Bool { brackets.isEmpty }

  var emptyTally: Tally {
    Tally(
      counts: brackets.map { $0.isCollected ? [] : [Int](repeating: 0, count: 1 << 12) },
      values: brackets.map { _ in [] })
  }

  /// Adds values to what a pass has seen; those above the range of all values are passed over.
  func add(_ values: [Value], to tally: inout Tally) {
    guard let highest else { return }
    for (index, bracket) in brackets.enumerated() {
      let (low, bits, shift) = (bracket.low, bracket.bits, bracket.shift)
      let isCollected = bracket.isCollected
      for value in values where value >= low && value <= highest {
        guard let part = value.part(from: low, bits: bits, shift: shift) else { continue }
        if isCollected {
          tally.values[index].append(value)
        } else {
          tally.counts[index][part] += 1
        }
      }
    }
  }

  /// Narrows the brackets by what a pass has seen.
  mutating func learn(_ tally: Tally) {
    var narrower: [Bracket] = []
    for (index, bracket) in brackets.enumerated() {
      if bracket.isCollected {
        let sorted = tally.values[index].sorted()
        for rank in bracket.ranks { found[rank] = sorted[rank - bracket.below - 1] }
      } else {
        narrower += narrowed(bracket, tally.counts[index])
      }
    }
    brackets = narrower
  }

  private mutating func narrowed(_ bracket: Bracket, _ counts: [Int]) -> [Bracket] {
    var narrower: [Bracket] = []
    var below = bracket.below
    for (part, count) in counts.enumerated() where count > 0 {
      let ranks = bracket.ranks.filter { $0 > below && $0 <= below + count }
      let low = bracket.low.start(ofPart: part, shift: bracket.shift)
      if bracket.shift == 0 {
        for rank in ranks { found[rank] = low }
      } else if !ranks.isEmpty {
        narrower.append(
          Bracket(low: low, bits: bracket.shift, below: below, population: count, ranks: ranks))
      }
      below += count
    }
    return narrower
  }
}

extension UInt128: RankedValue {
  func bits(to other: UInt128) -> Int { bitWidth - (other - self).leadingZeroBitCount }

  @inline(__always)
  func part(from low: UInt128, bits: Int, shift: Int) -> Int? {
    let distance = self - low
    guard distance >> UInt128(bits) == 0 else { return nil }
    return Int(truncatingIfNeeded: distance >> UInt128(shift))
  }

  func start(ofPart part: Int, shift: Int) -> UInt128 { self + UInt128(part) << UInt128(shift) }
}

extension ExactInteger: RankedValue {
  func bits(to other: ExactInteger) -> Int { (other - self).bitWidth }

  func part(from low: ExactInteger, bits: Int, shift: Int) -> Int? {
    let distance = self - low
    guard distance.bitWidth <= bits else { return nil }
    return Int(
      exactly: distance.divided(byNonZero: ExactInteger.one.shiftedLeft(by: shift), rounding: .down)
    )
  }

  func start(ofPart part: Int, shift: Int) -> ExactInteger {
    self + ExactInteger(part).shiftedLeft(by: shift)
  }
}
