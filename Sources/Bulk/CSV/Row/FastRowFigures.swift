// Unsafe: writes at the cursor; the caller has reserved `bytesPerMetric` for each metric and the slack of a buffer.

internal import FixedPoint
internal import Quantities
internal import YieldKernels

/// Appends a row's figures by the fixed-width kernels.
///
/// Where a kernel's range ends it gives up on the row, and ``CarefulRow`` computes it by the unbounded
/// twins of the same kernels.
struct FastRowFigures {
  private let metrics: [CSVMetric]
  private let factors: [AnnualFactor]
  private let secondsPerYear: UInt64

  /// Bytes that one metric may take, comma included; the widest is a number of 39 digits.
  static let bytesPerMetric = 64

  init(plan: RowPlan) {
    metrics = plan.metrics
    factors = plan.factors
    secondsPerYear = plan.year.seconds
  }

  /// Writes a comma and a figure for each metric; false where the row needs the careful path.
  @inline(always)
  func append(_ row: VaultRow, at cursor: inout UnsafeMutableRawPointer) -> Bool {
    let status = row.status
    guard status != .zeroStakePrice else { return false }
    let factor = factors.count == 1 ? factors[0] : factors[Int(row.stakeDecimals)]
    for metric in metrics {
      unsafe cursor.storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
      unsafe cursor += 1
      guard unsafe append(metric, of: row, status: status, factor: factor, at: &cursor) else {
        return false
      }
    }
    return true
  }

  @inline(always)
  private func append(
    _ metric: CSVMetric, of row: VaultRow, status: VaultStatus, factor: AnnualFactor,
    at cursor: inout UnsafeMutableRawPointer
  ) -> Bool {
    switch metric {
    case .apr:
      guard status == .active else {
        if status == .expired { unsafe DigitWriter.append(0, at: &cursor) }
        return true
      }
      guard let apr = apr(row, status: status, factor: factor) else { return false }
      return unsafe DigitWriter.append(wad: apr, at: &cursor)
    case .active:
      unsafe append(boolean: row.timestamp < row.periodFinish, at: &cursor)
      return true
    case .secondsLeft:
      let left = row.periodFinish > row.timestamp ? row.periodFinish - row.timestamp : 0
      unsafe DigitWriter.append(left, at: &cursor)
      return true
    default:
      return unsafe appendRare(metric, of: row, status: status, factor: factor, at: &cursor)
    }
  }

  @inline(always)
  private func apr(_ row: VaultRow, status: VaultStatus, factor: AnnualFactor) -> UInt128? {
    guard status == .active else { return 0 }
    return RewardVaultAPR.fixedWidth(
      rewardRate: row.rewardRate, rewardPrice: row.rewardPrice, totalSupply: row.totalSupply,
      stakePrice: row.stakePrice, factor: factor)
  }

  /// Kept out of the loop over the usual metrics, which then stays small.
  @inline(never)
  private func appendRare(
    _ metric: CSVMetric, of row: VaultRow, status: VaultStatus, factor: AnnualFactor,
    at cursor: inout UnsafeMutableRawPointer
  ) -> Bool {
    let isActive = status == .active
    let (rate, price, day) = (row.rewardRate, row.rewardPrice, RewardVaultFlows.day)
    let value: UInt128?
    switch metric {
    case .apr, .active, .secondsLeft: return false
    case .aprPercent:
      guard status.hasAPR else { return true }
      guard let apr = apr(row, status: status, factor: factor) else { return false }
      let (percent, overflows) = apr.multipliedReportingOverflow(by: 100)
      value = overflows ? nil : percent
    case .status:
      unsafe append(status.name, at: &cursor)
      return true
    case .tvlUSD:
      value = RewardVaultFlows.fixedWidthTVL(
        totalSupply: row.totalSupply, stakePrice: row.stakePrice, factor: factor)
    case .rewardsPerDay:
      value = isActive ? RewardVaultFlows.fixedWidthRewards(rewardRate: rate, seconds: day) : 0
    case .rewardsPerYear:
      value =
        isActive
        ? RewardVaultFlows.fixedWidthRewards(rewardRate: rate, seconds: secondsPerYear) : 0
    case .rewardsPerDayUSD:
      value =
        isActive
        ? RewardVaultFlows.fixedWidthRewardsUSD(
          rewardRate: rate, rewardPrice: price, seconds: day) : 0
    case .rewardsPerYearUSD:
      value =
        isActive
        ? RewardVaultFlows.fixedWidthRewardsUSD(
          rewardRate: rate, rewardPrice: price, seconds: secondsPerYear) : 0
    case .apyDaily, .apyContinuous:
      guard status.hasAPR else { return true }
      guard let apr = apr(row, status: status, factor: factor) else { return false }
      let compounding: Compounding = metric == .apyDaily ? .daily : .continuous
      guard
        let apy = compounding.statedAPY(fromAPR: Wad(raw: ExactInteger(apr)), rounding: .halfEven)
      else { return true }
      guard let narrow = UInt128(exactly: apy.rawValue) else { return false }
      value = narrow
    }
    guard let value else { return false }
    return unsafe DigitWriter.append(wad: value, at: &cursor)
  }

  @inline(always)
  private func append(boolean: Bool, at cursor: inout UnsafeMutableRawPointer) {
    let word: UInt64 = boolean ? 0x65_75_72_74 : 0x65_73_6C_61_66  // "true", "false" from the right
    unsafe cursor.storeBytes(of: word.littleEndian, as: UInt64.self)
    unsafe cursor += boolean ? 4 : 5
  }

  private func append(_ text: String, at cursor: inout UnsafeMutableRawPointer) {
    for byte in text.utf8 {
      unsafe cursor.storeBytes(of: byte, as: UInt8.self)
      unsafe cursor += 1
    }
  }
}
