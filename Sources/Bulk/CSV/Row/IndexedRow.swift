internal import Quantities

// Unsafe: a field stands within a record of a `ByteBuffer`'s content; `DigitField` says what is read
// behind it.

/// The fields of one record, wherever their places come from.
protocol RecordFields {
  subscript(column: Int) -> DigitField { get }
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
    guard let rewardRate = unsafe fields[rewardRate].wide,
      let totalSupply = unsafe fields[totalSupply].wide,
      let rewardPrice = unsafe fields[rewardPrice].decimal,
      let stakePrice = unsafe fields[stakePrice].decimal,
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
      guard let value = unsafe fields[stakeDecimals].narrow, let decimals = UInt8(exactly: value)
      else { return nil }
      row.stakeDecimals = decimals
    }
    return row
  }

  @inline(always)
  private func seconds(_ field: DigitField) -> UInt64? {
    guard let value = unsafe field.narrow, value < Timestamp.millisecondsThreshold else {
      return nil
    }
    return value
  }
}
