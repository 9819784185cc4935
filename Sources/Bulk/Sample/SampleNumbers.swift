internal import CKernels

/// The numbers of a synthetic row: first those that are drawn, in the order in which the generator
/// gives them, then those that follow.
enum SampleColumn: Int, CaseIterable {
  case name0, name1
  case rateHead, rate0, rate1, rate2, rate3
  /// Seconds between the end of the period and ``SampleCSV/evaluationTime``, up to a week; then the
  /// last eight digits of that end.
  case finish
  case supplyHead, supply0, supply1
  case rewardWhole, rewardCents
  case stakeWhole, stakeCents
  /// The digits before the last eight.
  case finishHead, indexHead
  /// The last eight digits of the row's index.
  case index

  /// The least number that is drawn, and how many numbers from there on may be.
  private var choice: (least: UInt64, count: UInt64)? {
    switch self {
    case .name0, .name1, .rate0, .rate1, .rate2, .rate3, .supply0, .supply1: (0, 100_000_000)
    case .rateHead: (100, 900)
    case .finish: (1, 604_800)
    case .supplyHead, .stakeWhole: (10_000, 90_000)
    case .rewardWhole: (1, 9)
    case .rewardCents, .stakeCents: (0, 100)
    case .finishHead, .indexHead, .index: nil
    }
  }

  fileprivate static let least = allCases.compactMap(\.choice?.least)
  fileprivate static let counts = allCases.compactMap(\.choice?.count)
}

/// The numbers of consecutive rows, then their digits, column by column, so that a processor with
/// wide vectors makes several rows at a time.
///
/// Calls the C routines with columns of the sizes that they ask for.
@safe final class SampleNumbers {
  /// Few enough for a core's fastest cache.
  static let rowLimit = 64
  private static let eightDigits: UInt64 = 100_000_000

  private let columns: UnsafeMutablePointer<UInt64>
  private let size = SampleColumn.allCases.count * rowLimit

  init() {
    unsafe columns = .allocate(capacity: size)
    unsafe columns.initialize(repeating: 0, count: size)
  }

  deinit { unsafe columns.deallocate() }

  /// Draws the numbers of ``rowLimit`` rows and turns them into characters.
  func draw(from firstRow: Int, seed: UInt64) {
    let first = UInt64(truncatingIfNeeded: firstRow)
    unsafe SampleColumn.least.withUnsafeBufferPointer { least in
      unsafe SampleColumn.counts.withUnsafeBufferPointer { counts in
        unsafe berayield_draw_numbers(
          columns, seed, first, Self.rowLimit, least.baseAddress, counts.baseAddress, counts.count)
      }
    }
    for row in 0..<Self.rowLimit {
      let finish = Self.finish(after: unsafe self[.finish][row])
      unsafe (self[.finishHead][row], self[.finish][row]) = finish.quotientAndRemainder(
        dividingBy: Self.eightDigits)
    }
    var (head, index) = first.quotientAndRemainder(dividingBy: Self.eightDigits)
    for row in 0..<Self.rowLimit {
      unsafe (self[.indexHead][row], self[.index][row]) = (head % Self.eightDigits, index)
      index += 1
      if index == Self.eightDigits { (head, index) = (head + 1, 0) }
    }
    unsafe berayield_write_digits(columns, size)
  }

  /// Eight characters, the first in the lowest byte.
  @inline(__always)
  func digits(_ column: SampleColumn, row: Int) -> UInt64 {
    unsafe self[column][row]
  }

  private subscript(column: SampleColumn) -> UnsafeMutablePointer<UInt64> {
    @inline(__always) get { unsafe columns + column.rawValue &* Self.rowLimit }
  }

  /// Behind ``SampleCSV/evaluationTime`` for one distance in twenty, else ahead of it.
  @inline(__always)
  private static func finish(after distance: UInt64) -> UInt64 {
    distance % 20 == 0
      ? SampleCSV.evaluationTime &- distance : SampleCSV.evaluationTime &+ distance
  }
}
