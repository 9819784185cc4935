// Unsafe: the calls of the C routines. `evaluate` has checked that the columns, borrowed for a call, have the
// same length.

internal import CKernels
internal import Words

/// What the certified filter made of columns.
struct APRProposal {
  /// A bit for each row that is not decided, 64 rows a word; the column holds a guess there.
  private(set) var undecided: [UInt64]

  /// The variant of the filter that is used where none is asked for.
  static var variant: Int32 { berayield_variant() }

  /// Writes the APRs that the filter decides, and its guesses for the others; where there is no filter, what
  /// the fixed width has, and the marker.
  init(
    _ rewardRate: Span<UInt128>, _ rewardPrice: Span<UInt128>, _ totalSupply: Span<UInt128>,
    _ stakePrice: Span<UInt128>, _ factor: AnnualFactor, variant: Int32,
    into apr: inout MutableSpan<UInt128>
  ) {
    let count = apr.count
    var undecided = [UInt64](repeating: 0, count: (count + 63) / 64)
    let isFiltered = unsafe rewardRate.withWords { rewardRate in
      unsafe rewardPrice.withWords { rewardPrice in
        unsafe totalSupply.withWords { totalSupply in
          unsafe stakePrice.withWords { stakePrice in
            unsafe apr.withMutableWords { apr in
              var columns = unsafe berayield_vault_columns(
                reward_rate: rewardRate, reward_price: rewardPrice, total_supply: totalSupply,
                stake_price: stakePrice)
              return unsafe berayield_apr_rows(
                variant, &columns, count, factor.numeratorWord, factor.divisorWord, apr,
                &undecided) != 0
            }
          }
        }
      }
    }
    self.undecided = undecided
    guard !isFiltered else { return }
    // All quotients and nothing else in one loop, which leaves the registers to the division.
    for row in 0..<count {
      apr[row] =
        RewardVaultAPR.quotient(
          rewardRate[row], rewardPrice[row], totalSupply[row], stakePrice[row],
          numerator: factor.numeratorWord, divisor: factor.divisorWord)
        ?? RewardVaultAPR.wideMarker
    }
    for row in 0..<count where apr[row] != RewardVaultAPR.wideMarker {
      self.undecided[row / 64] &= ~(1 &<< UInt64(row))
    }
  }
}

/// The rows whose periods are over.
struct EndedPeriods {
  /// A bit for each, 64 rows a word.
  private(set) var rows: [UInt64]

  init(_ periodFinish: Span<UInt64>, at timestamp: UInt64, variant: Int32) {
    var rows = [UInt64](repeating: 0, count: (periodFinish.count + 63) / 64)
    unsafe periodFinish.withUnsafeBufferPointer { finishes in
      unsafe berayield_mark_up_to(
        variant, finishes.baseAddress, finishes.count, timestamp, &rows)
    }
    self.rows = rows
  }
}
