internal import FixedPoint
internal import YieldKernels

// Unsafe: the columns have room for `capacity` numbers each from `init` to `deinit`, all of them initialized;
// what is read or written stands below `count`, which never exceeds the capacity.

/// The words of vaults in columns, with the yields that the column kernels make of them.
@safe struct VaultColumns: ~Copyable {
  /// A yield that has a column.
  enum Yield: Int, CaseIterable {
    case apr, netAPR, apyDaily, netAPYDaily
  }

  /// What a kernel does not know is marked by this, as is what it knows to be wide.
  private static var marker: UInt128 { RewardVaultAPR.wideMarker }

  let capacity: Int
  private(set) var count = 0
  private let inputs: UnsafeMutablePointer<UInt128>
  private let yields: UnsafeMutablePointer<UInt128>
  private let periods: UnsafeMutablePointer<Period>

  private enum Input: Int, CaseIterable {
    case rewardRate, totalSupply, rewardPrice, stakePrice
    /// The supply as of a token with 18 decimals; 0 where that is no integer of 128 bits.
    case scaledSupply
  }

  private struct Period {
    var finish: UInt64 = 0
    var timestamp: UInt64 = 0
    var stakeDecimals: UInt8 = 0
  }

  init(capacity: Int) {
    self.capacity = capacity
    func column(_ kinds: Int) -> UnsafeMutablePointer<UInt128> {
      let column = UnsafeMutablePointer<UInt128>.allocate(capacity: kinds * capacity)
      unsafe column.initialize(repeating: 0, count: kinds * capacity)
      return unsafe column
    }
    unsafe inputs = column(Input.allCases.count)
    unsafe yields = column(Yield.allCases.count)
    unsafe periods = .allocate(capacity: capacity)
    unsafe periods.initialize(repeating: Period(), count: capacity)
  }

  deinit {
    unsafe inputs.deallocate()
    unsafe yields.deallocate()
    unsafe periods.deallocate()
  }

  /// Forgets all vaults.
  mutating func removeAll() { count = 0 }

  /// Adds a vault, for which there must be room.
  @inline(__always)
  mutating func append(_ vault: VaultWords) {
    precondition(count < capacity, "no room for another vault")
    unsafe column(.rewardRate)[count] = vault.rewardRate
    unsafe column(.totalSupply)[count] = vault.totalSupply
    unsafe column(.rewardPrice)[count] = vault.rewardPrice
    unsafe column(.stakePrice)[count] = vault.stakePrice
    unsafe periods[count] = Period(
      finish: vault.periodFinish, timestamp: vault.timestamp, stakeDecimals: vault.stakeDecimals)
    count &+= 1
  }

  /// The words of a vault.
  @inline(__always)
  subscript(index: Int) -> VaultWords {
    precondition(index < count, "no such vault")
    let period = unsafe periods[index]
    return unsafe VaultWords(
      rewardRate: column(.rewardRate)[index], totalSupply: column(.totalSupply)[index],
      rewardPrice: column(.rewardPrice)[index], stakePrice: column(.stakePrice)[index],
      periodFinish: period.finish, timestamp: period.timestamp,
      stakeDecimals: period.stakeDecimals)
  }

  /// A yield of a vault whose period runs, scaled by 1e18; nil where no kernel has it.
  @inline(__always)
  func word(_ yield: Yield, at index: Int) -> UInt128? {
    precondition(index < count, "no such vault")
    let word = unsafe column(yield)[index]
    return word == Self.marker ? nil : word
  }

  /// Computes the APRs of all vaults, as if their periods ran.
  ///
  /// - Parameters:
  ///   - yield: where they go.
  ///   - factor: the year, 18 decimals and, for a net APR, the commission.
  func evaluateAPR(_ yield: Yield, _ factor: AnnualFactor) {
    let supply = scaledSupply()
    var apr = unsafe MutableSpan(_unsafeStart: column(yield), count: count)
    unsafe RewardVaultAPR.evaluateFixedWidth(
      rewardRate: Span(_unsafeStart: column(.rewardRate), count: count),
      rewardPrice: Span(_unsafeStart: column(.rewardPrice), count: count),
      totalSupply: Span(_unsafeStart: column(supply), count: count),
      stakePrice: Span(_unsafeStart: column(.stakePrice), count: count),
      factor: factor, into: &apr)
  }

  /// Compounds a column of APRs daily.
  func evaluateAPY(_ yield: Yield, of apr: Yield) {
    var apy = unsafe MutableSpan(_unsafeStart: column(yield), count: count)
    unsafe Compounding.daily.evaluateFixedWidth(
      apr: Span(_unsafeStart: column(apr), count: count), rounding: .halfEven, into: &apy)
  }

  /// The column of supplies as of tokens with 18 decimals.
  private func scaledSupply() -> Input {
    guard (0..<count).contains(where: { unsafe periods[$0].stakeDecimals != 18 }) else {
      return .totalSupply
    }
    let powers = Self.powersOfTen
    for index in 0..<count {
      let (supply, decimals) = unsafe (
        column(.totalSupply)[index], Int(periods[index].stakeDecimals)
      )
      guard decimals <= 18 else {
        unsafe column(.scaledSupply)[index] = 0
        continue
      }
      let (scaled, overflows) = supply.multipliedReportingOverflow(by: powers[18 - decimals])
      unsafe column(.scaledSupply)[index] = overflows ? 0 : scaled
    }
    return .scaledSupply
  }

  private static let powersOfTen = (0...18).map { power in
    (0..<power).reduce(into: 1 as UInt128) { value, _ in value *= 10 }
  }

  @inline(__always)
  private func column(_ input: Input) -> UnsafeMutablePointer<UInt128> {
    unsafe inputs + input.rawValue &* capacity
  }

  @inline(__always)
  private func column(_ yield: Yield) -> UnsafeMutablePointer<UInt128> {
    unsafe yields + yield.rawValue &* capacity
  }
}
