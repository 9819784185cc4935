internal import Quantities

// Unsafe: a field stands within a record of a `ByteBuffer`'s content; `DigitScanner` reads up to seven
// bytes behind it, which the buffer's slack covers.

/// The fields of one record, wherever their places come from.
protocol RecordFields {
  subscript(column: Int) -> DigitScanner.Field { get }
}

/// Reads the numbers of a record whose fields are known, as records usually are: plain digits.
///
/// It knows integers up to 38 digits and decimals up to 19 digits before the point and 18 behind it.
/// At anything else it gives up on the row, and ``CarefulRow`` answers with a result or a reason. So it
/// may refuse what is right, but must never accept what the careful reader reads differently;
/// `CSVTwinTests` compares the two.
struct IndexedRow: Sendable {
  private let rewardRate: Int
  private let totalSupply: Int
  private let rewardPrice: Int
  private let stakePrice: Int
  private let periodFinish: Int
  private let timestamp: Int?
  private let stakeDecimals: Int?

  /// Nothing where a column that every row needs is not there.
  init?(columns: [InputKey?]) {
    func place(_ column: InputKey) -> Int? { columns.firstIndex(of: column) }
    guard let rewardRate = place(.rewardRate), let totalSupply = place(.totalSupply),
      let rewardPrice = place(.rewardPrice), let stakePrice = place(.stakePrice),
      let periodFinish = place(.periodFinish)
    else { return nil }
    self.rewardRate = rewardRate
    self.totalSupply = totalSupply
    self.rewardPrice = rewardPrice
    self.stakePrice = stakePrice
    self.periodFinish = periodFinish
    timestamp = place(.timestamp)
    stakeDecimals = place(.stakeDecimals)
  }

  /// The row's inputs; what has no column is as in `blank`.
  @inline(always)
  func words(_ fields: some RecordFields, blank: VaultWords) -> VaultWords? {
    guard let rewardRate = unsafe DigitScanner.wide(fields[rewardRate]),
      let totalSupply = unsafe DigitScanner.wide(fields[totalSupply]),
      let rewardPrice = unsafe decimal(fields[rewardPrice]),
      let stakePrice = unsafe decimal(fields[stakePrice]),
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
    return row
  }

  @inline(always)
  private func seconds(_ field: DigitScanner.Field) -> UInt64? {
    guard let value = unsafe DigitScanner.narrow(field), value < Timestamp.millisecondsThreshold
    else { return nil }
    return value
  }

  @inline(always)
  private func decimal(_ field: DigitScanner.Field) -> UInt128? {
    unsafe DigitScanner.decimal(field) ?? longDecimal(field)
  }

  /// A decimal number scaled by 1e18: below 1e19 and with at most 18 decimals, so that it fits.
  @inline(never)
  private func longDecimal(_ field: DigitScanner.Field) -> UInt128? {
    let count = unsafe field.count
    guard (9...38).contains(count) else { return nil }
    var wholeCount = 0
    while wholeCount < count,
      unsafe field.start.load(fromByteOffset: wholeCount, as: UInt8.self) != UInt8(ascii: ".")
    { wholeCount &+= 1 }
    guard wholeCount <= 19,
      let whole = unsafe DigitScanner.wide(.init(start: field.start, count: wholeCount))
    else { return nil }
    let scaled = whole &* UInt128(DigitWriter.wad)
    guard wholeCount < count else { return scaled }
    let decimals = count &- wholeCount &- 1
    guard decimals <= 18,
      let fraction = unsafe DigitScanner.wide(
        .init(start: field.start + wholeCount + 1, count: decimals))
    else { return nil }
    return scaled &+ fraction &* UInt128(DigitScanner.powerOfTen(18 &- decimals))
  }
}
