internal import Quantities
internal import Yields

/// The warnings that a row or a point can have, as bits in the order of a report's warnings.
struct VaultDoubts: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  @inline(__always)
  init(rawValue: UInt16) { self.rawValue = rawValue }

  @inline(__always) static var rewardRateScale: VaultDoubts { VaultDoubts(rawValue: 1 << 0) }
  @inline(__always) static var stakeDecimals: VaultDoubts { VaultDoubts(rawValue: 1 << 1) }
  @inline(__always) static var amountScale: VaultDoubts { VaultDoubts(rawValue: 1 << 2) }
  @inline(__always) static var dustStake: VaultDoubts { VaultDoubts(rawValue: 1 << 3) }
  @inline(__always) static var priceScale: VaultDoubts { VaultDoubts(rawValue: 1 << 4) }
  @inline(__always) static var pricesSwapped: VaultDoubts { VaultDoubts(rawValue: 1 << 6) }
  @inline(__always) static var periodExpired: VaultDoubts { VaultDoubts(rawValue: 1 << 7) }
  @inline(__always) static var periodAssumedActive: VaultDoubts { VaultDoubts(rawValue: 1 << 8) }
  @inline(__always) static var periodFar: VaultDoubts { VaultDoubts(rawValue: 1 << 9) }
  @inline(__always) static var noStake: VaultDoubts { VaultDoubts(rawValue: 1 << 10) }
  @inline(__always) static var yieldBeyondRange: VaultDoubts { VaultDoubts(rawValue: 1 << 11) }

  /// The code of each bit; the last three are of grids, whose points are not always vaults, and of rows
  /// with a published yield.
  static let codes: [WarningCode] = [
    .rewardRateScale, .stakeDecimals, .amountScale, .dustStake, .priceScale, .beyondUint256,
    .pricesSwapped, .periodExpired, .periodAssumedActive, .periodFar, .noStake, .yieldBeyondRange,
    .beyondCentury, .commissionCap, .fewDigits,
  ]

  /// The kinds of some warnings.
  init(_ warnings: [Warning]) {
    self = warnings.reduce(into: []) { $0.formUnion(VaultDoubts($1.code)) }
  }

  /// A single kind.
  init(_ code: WarningCode) {
    guard let bit = Self.codes.firstIndex(of: code) else {
      preconditionFailure("\(code) is no warning of a row")
    }
    self.init(rawValue: 1 << UInt16(bit))
  }

  /// The codes, divided by `;`.
  var text: String {
    Self.codes.indices.filter { rawValue >> $0 & 1 == 1 }.map { Self.codes[$0].rawValue }
      .joined(separator: ";")
  }

  /// Bytes that the text of all codes takes.
  static let longestText = VaultDoubts(rawValue: .max).text.utf8.count
}

/// How many rows or points have each warning, and the first that has it.
struct DoubtTally: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: VaultDoubts.codes.count)
  private var firsts = [Int](repeating: .max, count: VaultDoubts.codes.count)

  /// Adds the warnings of the row or point at a place.
  @inline(never)
  mutating func add(_ doubts: VaultDoubts, at place: Int) {
    var rest = doubts.rawValue
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      rest &= rest &- 1
      counts[bit] += 1
      firsts[bit] = min(firsts[bit], place)
    }
  }

  /// Adds another tally, whose places count from `start`.
  mutating func merge(_ other: DoubtTally, from start: Int = 0) {
    for bit in counts.indices where other.counts[bit] > 0 {
      counts[bit] += other.counts[bit]
      firsts[bit] = min(firsts[bit], start + other.firsts[bit])
    }
  }

  /// The warnings that occurred, in the order of a report.
  var totals: [WarningTotal] {
    counts.indices.filter { counts[$0] > 0 }.map {
      WarningTotal(code: VaultDoubts.codes[$0], count: counts[$0], first: firsts[$0])
    }
  }
}
