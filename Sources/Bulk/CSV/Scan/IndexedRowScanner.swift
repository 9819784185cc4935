// Unsafe: `places` are offsets of separators from `base`, in order, all within the content, and one row's are
// there; `ByteBuffer.slack` readable bytes follow the content.

internal import Quantities

/// Reads the numbers of rows without quotes by an index of their separators.
///
/// It understands what ``FastRowScanner`` understands and less; a row that it gives up on goes there.
struct IndexedRowScanner {
  private let last: Int
  private let rewardRate: Int
  private let totalSupply: Int
  private let rewardPrice: Int
  private let stakePrice: Int
  private let periodFinish: Int
  private let timestamp: Int?
  private let stakeDecimals: Int?

  /// Nothing where a column that every row needs is not there.
  init?(columns: [VaultColumn?]) {
    func place(_ column: VaultColumn) -> Int? { columns.firstIndex(of: column) }
    guard let rewardRate = place(.rewardRate), let totalSupply = place(.totalSupply),
      let rewardPrice = place(.rewardPrice), let stakePrice = place(.stakePrice),
      let periodFinish = place(.periodFinish)
    else { return nil }
    last = columns.count - 1
    self.rewardRate = rewardRate
    self.totalSupply = totalSupply
    self.rewardPrice = rewardPrice
    self.stakePrice = stakePrice
    self.periodFinish = periodFinish
    timestamp = place(.timestamp)
    stakeDecimals = place(.stakeDecimals)
  }

  /// How many separators a row has.
  var separatorCount: Int { last &+ 1 }

  /// The row that begins behind `places[0]` and the end of its content; nil for a row that is to be
  /// read otherwise.
  ///
  /// The row's own separators follow in `places`. What has no column is as in `blank`.
  @inline(always)
  func scan(
    _ base: UnsafeRawPointer, _ places: UnsafePointer<UInt32>, blank: VaultRow
  ) -> (row: VaultRow, contentEnd: UnsafeRawPointer)? {
    guard unsafe byte(base, places[last &+ 1]) == UInt8(ascii: "\n") else { return nil }
    var column = 1
    while column <= last {
      guard unsafe byte(base, places[column]) == UInt8(ascii: ",") else { return nil }
      column &+= 1
    }
    var contentEnd = unsafe places[last &+ 1]
    if unsafe byte(base, contentEnd &- 1) == UInt8(ascii: "\r") { contentEnd &-= 1 }
    let fields = unsafe Fields(base: base, places: places, last: last, contentEnd: contentEnd)
    guard let rewardRate = unsafe DigitScanner.wide(fields[rewardRate]),
      let totalSupply = unsafe DigitScanner.wide(fields[totalSupply]),
      let rewardPrice = unsafe DigitScanner.decimal(fields[rewardPrice]),
      let stakePrice = unsafe DigitScanner.decimal(fields[stakePrice]),
      let periodFinish = unsafe seconds(fields[periodFinish])
    else { return nil }
    var row = blank
    row.rewardRate = rewardRate
    row.totalSupply = totalSupply
    row.rewardPrice = rewardPrice
    row.stakePrice = stakePrice
    row.periodFinish = periodFinish
    if let timestamp {
      guard let value = unsafe seconds(fields[timestamp]) else { return nil }
      row.timestamp = value
    }
    if let stakeDecimals {
      guard let value = unsafe DigitScanner.narrow(fields[stakeDecimals]),
        let decimals = UInt8(exactly: value)
      else { return nil }
      row.stakeDecimals = decimals
    }
    return unsafe (row, base + Int(contentEnd))
  }

  @inline(always)
  private func seconds(_ field: DigitScanner.Field) -> UInt64? {
    guard let value = unsafe DigitScanner.narrow(field), value < Timestamp.millisecondsThreshold
    else { return nil }
    return value
  }

  @inline(always)
  private func byte(_ base: UnsafeRawPointer, _ place: UInt32) -> UInt8 {
    unsafe (base + Int(place)).loadUnaligned(as: UInt8.self)
  }
}

/// The fields of one row.
@unsafe private struct Fields {
  let base: UnsafeRawPointer
  let places: UnsafePointer<UInt32>
  let last: Int
  let contentEnd: UInt32

  @inline(always)
  subscript(column: Int) -> DigitScanner.Field {
    let start = unsafe places[column] &+ 1
    let end = unsafe column == last ? contentEnd : places[column &+ 1]
    return unsafe DigitScanner.Field(start: base + Int(start), count: Int(end &- start))
  }
}
