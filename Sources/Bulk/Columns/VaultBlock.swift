package import Quantities
internal import YieldKernels

/// The inputs of consecutive rows of a table in fixed-width words, a column of each, which stay in a
/// core's own cache.
package struct VaultBlock {
  /// The most rows of a block: whole words of bitmaps, and no more than a first-level cache nearly holds.
  package static let capacity = 1024

  /// What there is to know of a cell or a row beside its word.
  package struct Marks: OptionSet, Sendable {
    package let rawValue: UInt8

    @inline(__always)
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The word does not say what the cell has: its text does.
    @inline(__always) package static var careful: Marks { Marks(rawValue: 1) }
    /// The cell is null, or the row lacks a value that it needs.
    @inline(__always) package static var missing: Marks { Marks(rawValue: 2) }
  }

  /// How many rows there are: the length of every column.
  private(set) var count = 0
  private(set) var rewardRate: [UInt128] = []
  private(set) var totalSupply: [UInt128] = []
  private(set) var rewardPrice: [UInt128] = []
  private(set) var stakePrice: [UInt128] = []
  /// Unix seconds, or `VaultStatus.noPeriodFinish`.
  private(set) var periodFinish: [UInt64] = []
  private(set) var timestamp: [UInt64] = []
  private(set) var stakeDecimals: [UInt8] = []
  /// What is to be known of each row.
  private(set) var marks: [UInt8] = []

  private var cells: [UInt128] = []
  private var cellMarks: [UInt8] = []

  package init() {}

  /// Begins a block whose rows have what no column gives.
  mutating func begin(_ count: Int, _ blank: VaultWords) {
    precondition(count <= Self.capacity, "a block of too many rows")
    if count != self.count { resize(count) }
    var marks = marks.mutableSpan
    marks.update(repeating: 0)
    var times = timestamp.mutableSpan
    times.update(repeating: blank.timestamp)
    var decimals = stakeDecimals.mutableSpan
    decimals.update(repeating: blank.stakeDecimals)
  }

  private mutating func resize(_ count: Int) {
    self.count = count
    let words = [UInt128](repeating: 0, count: count)
    (rewardRate, totalSupply, rewardPrice, stakePrice, cells) = (words, words, words, words, words)
    periodFinish = [UInt64](repeating: 0, count: count)
    timestamp = periodFinish
    marks = [UInt8](repeating: 0, count: count)
    (stakeDecimals, cellMarks) = (marks, marks)
  }

  /// Reads a column of the block.
  ///
  /// - Parameters:
  ///   - key: what the column is, one of `InputKey.columns` or `comparisonColumns`.
  ///   - read: writes a word and a mark for each row, which are zero before: integers, and prices
  ///     scaled by 1e18.
  /// - Throws: what `read` throws.
  package mutating func fill<Failure: Error>(
    _ key: InputKey,
    _ read: (inout MutableSpan<UInt128>, inout MutableSpan<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    do {
      var marks = cellMarks.mutableSpan
      marks.update(repeating: 0)
    }
    switch key {
    case .rewardRate: try Self.read(into: &rewardRate, &cellMarks, read)
    case .totalSupply: try Self.read(into: &totalSupply, &cellMarks, read)
    case .rewardPrice: try Self.read(into: &rewardPrice, &cellMarks, read)
    case .stakePrice: try Self.read(into: &stakePrice, &cellMarks, read)
    case .periodFinish:
      try Self.read(into: &cells, &cellMarks, read)
      Self.takeTimes(cells, into: &periodFinish, &cellMarks)
      Self.takeMissing(into: &periodFinish, &cellMarks)
    case .timestamp:
      try Self.read(into: &cells, &cellMarks, read)
      Self.takeTimes(cells, into: &timestamp, &cellMarks)
    case .stakeDecimals:
      try Self.read(into: &cells, &cellMarks, read)
      Self.takeDecimals(cells, into: &stakeDecimals, &cellMarks)
    default:
      // Only texts say what was published; they are looked at for what contradicts itself.
      return try Self.read(into: &cells, &cellMarks, read)
    }
    Self.add(cellMarks, to: &marks)
  }

  /// Marks all rows to be read by their texts.
  mutating func requireCare() {
    var marks = marks.mutableSpan
    marks.update(repeating: Marks.careful.rawValue)
  }

  private static func read<Failure: Error>(
    into words: inout [UInt128], _ marks: inout [UInt8],
    _ read: (inout MutableSpan<UInt128>, inout MutableSpan<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var wordSpan = words.mutableSpan
    var markSpan = marks.mutableSpan
    try read(&wordSpan, &markSpan)
  }

  private static func takeTimes(
    _ cells: [UInt128], into times: inout [UInt64], _ marks: inout [UInt8]
  ) {
    let cells = cells.span
    var times = times.mutableSpan
    var marks = marks.mutableSpan
    for row in cells.indices {
      let isTime = cells[row] < UInt128(Timestamp.millisecondsThreshold)
      times[row] = isTime ? UInt64(truncatingIfNeeded: cells[row]) : 0
      marks[row] |= isTime ? 0 : Marks.careful.rawValue
    }
  }

  private static func takeDecimals(
    _ cells: [UInt128], into decimals: inout [UInt8], _ marks: inout [UInt8]
  ) {
    let cells = cells.span
    var decimals = decimals.mutableSpan
    var marks = marks.mutableSpan
    for row in cells.indices {
      let isCount = cells[row] <= UInt128(UInt8.max)
      decimals[row] = isCount ? UInt8(truncatingIfNeeded: cells[row]) : 0
      marks[row] |= isCount ? 0 : Marks.careful.rawValue
    }
  }

  /// A null end of a period means that none is given, as everywhere.
  private static func takeMissing(into ends: inout [UInt64], _ marks: inout [UInt8]) {
    var ends = ends.mutableSpan
    var marks = marks.mutableSpan
    for row in marks.indices where marks[row] & Marks.missing.rawValue != 0 {
      ends[row] = VaultStatus.noPeriodFinish
      marks[row] = 0
    }
  }

  private static func add(_ others: [UInt8], to marks: inout [UInt8]) {
    let others = others.span
    var marks = marks.mutableSpan
    for row in others.indices { marks[row] |= others[row] }
  }

  /// Whether all rows have the decimals and the time of the first.
  var isUniform: Bool {
    let (decimals, times) = (stakeDecimals.span, timestamp.span)
    var difference: UInt64 = 0
    for row in 0..<count {
      difference |= UInt64(decimals[row] ^ decimals[0]) | (times[row] ^ times[0])
    }
    return difference == 0
  }

  /// A row's inputs.
  @inline(__always)
  func row(_ row: Int) -> VaultWords {
    VaultWords(
      rewardRate: rewardRate[row], totalSupply: totalSupply[row], rewardPrice: rewardPrice[row],
      stakePrice: stakePrice[row], periodFinish: periodFinish[row], timestamp: timestamp[row],
      stakeDecimals: stakeDecimals[row])
  }
}
