public import FixedPoint

/// The APRs of a column of rows, as ``RewardVaultAPR`` writes them.
public struct WideAPR: Hashable, Sendable {
  /// The row, counted from zero in the columns that were given.
  public let row: Int
  /// The APR that does not fit the column's 128 bits.
  public let apr: Wad
}

extension RewardVaultAPR {
  /// What the column holds in the row of a ``WideAPR``.
  @inlinable public static var wideMarker: UInt128 { .max }

  /// Evaluates columns of rows: structure of arrays in, structure of arrays out.
  ///
  /// All spans have the same length. A row that is not active has an APR of zero, and its status says
  /// what that zero means. Inputs wider than 128 bits cannot stand in a column: evaluate such a row by
  /// ``apr(rewardRate:rewardPrice:totalSupply:stakePrice:factor:)``.
  ///
  /// - Parameters:
  ///   - rewardRate: rewards per second, scaled by 1e36.
  ///   - rewardPrice: prices of the reward token in USD, scaled by 1e18.
  ///   - totalSupply: stakes, in base units of the stake token.
  ///   - stakePrice: prices of the stake token in USD, scaled by 1e18.
  ///   - periodFinish: ends of the emission in unix seconds, or ``VaultStatus/noPeriodFinish``.
  ///   - timestamp: the moment of evaluation, in unix seconds.
  ///   - factor: the year, the decimals of all stake tokens and, for a net APR, the commission.
  ///   - apr: receives the APRs, scaled by 1e18 and rounded down.
  ///   - status: receives the statuses.
  /// - Returns: the APRs of 2^128 - 1 and more, usually none; their rows hold ``wideMarker``.
  public static func evaluate(
    rewardRate: Span<UInt128>, rewardPrice: Span<UInt128>, totalSupply: Span<UInt128>,
    stakePrice: Span<UInt128>, periodFinish: Span<UInt64>, at timestamp: UInt64,
    factor: AnnualFactor, apr: inout MutableSpan<UInt128>,
    status: inout MutableSpan<VaultStatus>
  ) -> [WideAPR] {
    evaluate(
      rewardRate, rewardPrice, totalSupply, stakePrice, periodFinish, at: timestamp,
      factor: factor, variant: APRProposal.variant, apr: &apr, status: &status)
  }

  /// The same by one variant of the filter.
  static func evaluate(
    _ rewardRate: Span<UInt128>, _ rewardPrice: Span<UInt128>, _ totalSupply: Span<UInt128>,
    _ stakePrice: Span<UInt128>, _ periodFinish: Span<UInt64>, at timestamp: UInt64,
    factor: AnnualFactor, variant: Int32, apr: inout MutableSpan<UInt128>,
    status: inout MutableSpan<VaultStatus>
  ) -> [WideAPR] {
    let count = apr.count
    precondition(
      rewardRate.count == count && rewardPrice.count == count && totalSupply.count == count
        && stakePrice.count == count && periodFinish.count == count && status.count == count,
      "columns of different lengths")
    let proposal = APRProposal(
      rewardRate, rewardPrice, totalSupply, stakePrice, factor, variant: variant, into: &apr)
    let ended = EndedPeriods(periodFinish, at: timestamp, variant: variant)
    status.update(repeating: .active)
    var wide: [WideAPR] = []
    for (index, undecided) in proposal.undecided.enumerated() {
      let first = index * 64
      // A row that is decided and whose period runs is done: a quotient exists, so neither the stake nor its
      // price is zero.
      var rest = undecided | ended.rows[index]
      while rest != 0 {
        let row = first + rest.trailingZeroBitCount
        let isDecided = undecided & (rest & (0 &- rest)) == 0
        rest &= rest &- 1
        let state = VaultStatus.of(
          timestamp: timestamp, periodFinish: periodFinish[row],
          totalSupply: isDecided ? 1 : totalSupply[row],
          stakePrice: isDecided ? 1 : stakePrice[row])
        status[row] = state
        if state != .active {
          apr[row] = 0
        } else if !isDecided {
          apr[row] =
            quotient(
              rewardRate[row], rewardPrice[row], totalSupply[row], stakePrice[row],
              numerator: factor.numeratorWord, divisor: factor.divisorWord, near: apr[row])
            ?? wideMarker
          if apr[row] == wideMarker {
            apr[row] = outsideFixedWidth(
              row, (rewardRate[row], rewardPrice[row], totalSupply[row], stakePrice[row]), factor,
              &wide)
          }
        }
      }
    }
    return wide
  }

  /// Divides columns of rows where the fixed width decides, as
  /// ``fixedWidth(rewardRate:rewardPrice:totalSupply:stakePrice:factor:)`` does, whatever the rows' periods.
  ///
  /// - Parameters:
  ///   - rewardRate: rewards per second, scaled by 1e36.
  ///   - rewardPrice: prices of the reward token in USD, scaled by 1e18.
  ///   - totalSupply: stakes, in base units of the stake token.
  ///   - stakePrice: prices of the stake token in USD, scaled by 1e18.
  ///   - factor: the year, the decimals of all stake tokens and, for a net APR, the commission.
  ///   - apr: receives the APRs, scaled by 1e18 and rounded down, or ``wideMarker``, which says nothing of the
  ///     value.
  package static func evaluateFixedWidth(
    rewardRate: Span<UInt128>, rewardPrice: Span<UInt128>, totalSupply: Span<UInt128>,
    stakePrice: Span<UInt128>, factor: AnnualFactor, into apr: inout MutableSpan<UInt128>
  ) {
    let count = apr.count
    precondition(
      rewardRate.count == count && rewardPrice.count == count && totalSupply.count == count
        && stakePrice.count == count, "columns of different lengths")
    let proposal = APRProposal(
      rewardRate, rewardPrice, totalSupply, stakePrice, factor, variant: APRProposal.variant,
      into: &apr)
    for (index, undecided) in proposal.undecided.enumerated() {
      var rest = undecided
      while rest != 0 {
        let row = index * 64 + rest.trailingZeroBitCount
        rest &= rest &- 1
        apr[row] =
          quotient(
            rewardRate[row], rewardPrice[row], totalSupply[row], stakePrice[row],
            numerator: factor.numeratorWord, divisor: factor.divisorWord, near: apr[row])
          ?? wideMarker
      }
    }
  }

  /// The unbounded path for one row of a column.
  @inline(never)
  private static func outsideFixedWidth(
    _ row: Int, _ inputs: (UInt128, UInt128, UInt128, UInt128), _ factor: AnnualFactor,
    _ wide: inout [WideAPR]
  ) -> UInt128 {
    let exact = fraction(
      rewardRate: ExactInteger(inputs.0), rewardPrice: Wad(raw: ExactInteger(inputs.1)),
      totalSupply: ExactInteger(inputs.2), stakePrice: Wad(raw: ExactInteger(inputs.3)),
      factor: factor)
    // An active row has a stake and a price, and 10^(18-d) is never zero.
    let value = exact.numerator.divided(byNonZero: exact.denominator, rounding: .down)
    if let narrow = UInt128(exactly: value), narrow != wideMarker {
      return narrow
    }
    wide.append(WideAPR(row: row, apr: Wad(raw: value)))
    return wideMarker
  }
}
