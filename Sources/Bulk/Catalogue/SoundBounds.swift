internal import FixedPoint
internal import Quantities
internal import Words
internal import YieldKernels
internal import Yields

/// What tells at once that nothing is wrong about a vault, as about most there is not: how many bits its
/// words have, so that no product need be made.
///
/// It never says so of a vault about which something is; what it does not say, `VaultWords.doubts` finds.
/// A product of words of a and b bits is from 2^(a+b-2) to less than 2^(a+b), so a quotient of two
/// products is between 2^(s-2) and 2^(s+2), where s is what the widths above have more than those below.
struct SoundBounds: Hashable, Sendable {
  /// Of the stake and its price together.
  private let leastStake: Int
  private let greatestStake: Int
  /// Of rate and reward price together, more than those.
  private let leastAPR: Int
  private let greatestAPR: Int
  private let longestPeriod: UInt64

  /// Bits of the least rate, and one more.
  private static let leastRate = 85
  /// Prices of less bits are each below their limit, when or'ed too.
  private static let greatestPrice = 86
  /// Bits at the end of a stake or a price that do not matter here, for their words to be narrow.
  private static let ignored = 32

  init(_ factor: AnnualFactor, _ bounds: borrowing DoubtBounds) {
    precondition(
      Self.leastRate == Plausibility.leastRate.bitWidth + 1
        && Self.greatestPrice == Plausibility.priceLimit.bitWidth - 1,
      "the bounds of the plausible have moved")
    leastStake = 256 - bounds.dust.leadingZeroBitCount + 2
    greatestStake = 256 - bounds.greatestStake.leadingZeroBitCount - 1
    // The factor's own widths decide within another bit.
    let (numerator, denominator) = factor.fraction
    let largest = min(Plausibility.greatestAPR, Compounding.largestStatedAPR)
    leastAPR = (Plausibility.leastAPR.rawValue * denominator).bitWidth - numerator.bitWidth + 3
    greatestAPR = (largest.rawValue * denominator).bitWidth - numerator.bitWidth - 3
    longestPeriod = bounds.longestPeriod
  }

  /// Whether nothing is wrong about a vault whose period runs.
  @inline(__always)
  func contains(_ vault: VaultWords) -> Bool {
    let prices = (vault.rewardPrice | vault.stakePrice) >> UInt128(Self.greatestPrice)
    let large = prices | vault.totalSupply >> UInt128(Self.ignored + 63)
    let (supply, unit) = (Self.upper(vault.totalSupply), Self.upper(vault.stakePrice))
    let price = Self.upper(vault.rewardPrice)
    let rate = UInt64(truncatingIfNeeded: vault.rewardRate >> 64)
    let rateWidth = 64 &+ Self.width(rate)
    let stake = 2 &* Self.ignored &+ Self.width(supply) &+ Self.width(unit)
    let apr = rateWidth &+ Self.ignored &+ Self.width(price) &- stake
    // Each is negative where a word is too small for its width to be known, or a bound too near.
    let room =
      (Int(truncatingIfNeeded: supply) &- 1) | (Int(truncatingIfNeeded: unit) &- 1)
      | (Int(truncatingIfNeeded: price) &- 1) | (rateWidth &- Self.leastRate)
      | (stake &- leastStake) | (greatestStake &- stake) | (apr &- leastAPR)
      | (greatestAPR &- apr)
    return room >= 0 && UInt64(truncatingIfNeeded: large) == 0
      && vault.periodFinish &- vault.timestamp <= longestPeriod
  }

  @inline(__always)
  private static func upper(_ word: UInt128) -> UInt64 {
    UInt64(truncatingIfNeeded: word >> UInt128(ignored))
  }

  /// Bits of a word that is not 0.
  @inline(__always)
  private static func width(_ word: UInt64) -> Int { 64 &- (word | 1).leadingZeroBitCount }
}
