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
  public static let wideMarker = UInt128.max

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
    let count = apr.count
    precondition(
      rewardRate.count == count && rewardPrice.count == count && totalSupply.count == count
        && stakePrice.count == count && periodFinish.count == count && status.count == count,
      "columns of different lengths")
    // First all quotients and nothing else, which leaves the registers to the division; rows that are
    // not active, and those outside the fixed width, are seen to in a pass of their own.
    let (numerator, divisor) = (factor.numeratorWord, factor.divisorWord)
    for row in 0..<count {
      apr[row] =
        quotient(
          rewardRate[row], rewardPrice[row], totalSupply[row], stakePrice[row],
          numerator: numerator, divisor: divisor) ?? wideMarker
    }
    var wide: [WideAPR] = []
    for row in 0..<count {
      // A quotient exists, so neither the stake nor its price is zero: they need not be read again.
      let isKnown = apr[row] != wideMarker
      let state = VaultStatus.of(
        timestamp: timestamp, periodFinish: periodFinish[row],
        totalSupply: isKnown ? 1 : totalSupply[row], stakePrice: isKnown ? 1 : stakePrice[row])
      status[row] = state
      if state != .active {
        apr[row] = 0
      } else if !isKnown {
        apr[row] = outsideFixedWidth(
          row, (rewardRate[row], rewardPrice[row], totalSupply[row], stakePrice[row]), factor,
          &wide)
      }
    }
    return wide
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
