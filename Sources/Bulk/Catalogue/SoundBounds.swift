internal import FixedPoint
internal import Quantities
internal import Words
internal import YieldKernels
internal import Yields

/// What tells at once that nothing is wrong about a vault, as about most there is not: comparisons of
/// the upper bits of its words.
///
/// It never says so of a vault about which something is; what it does not say, `VaultWords.doubts` finds.
struct SoundBounds: Hashable, Sendable {
  /// The least product of a stake and its price, both without their lower bits.
  private let leastStake: UInt128
  /// The greatest product of both, rounded up.
  private let greatestStake: UInt128
  /// Bits of rate and reward price together, more than those of the stake and its price.
  private let leastAPR: Int
  private let greatestAPR: Int
  private let longestPeriod: UInt64

  /// The upper word of a rate that is above the least one.
  private static let leastRate: UInt64 = 1 << 20
  /// Bits that prices have at most, when or'ed too.
  private static let priceBits = 79
  /// Bits at the end of a stake or a price that are left out.
  private static let ignored = 32
  /// The least APR and the greatest, scaled by 1e18.
  private static let leastStatedAPR: UInt128 = 1_000_000_000_000
  private static let greatestStatedAPR: UInt128 = 100_000_000_000_000_000_000

  init(_ factor: AnnualFactor, _ bounds: borrowing DoubtBounds) {
    let largest = min(Plausibility.greatestAPR, Compounding.largestStatedAPR)
    precondition(
      Plausibility.leastRate < ExactInteger(Self.leastRate).shiftedLeft(by: 64)
        && Plausibility.priceLimit.bitWidth == Self.priceBits + 1
        && Plausibility.priceLimit <= Plausibility.stakePriceLimit
        && Plausibility.leastAPR.rawValue == ExactInteger(Self.leastStatedAPR)
        && largest.rawValue == ExactInteger(Self.greatestStatedAPR),
      "the bounds of the plausible have moved")
    // Twice the bits that are left out are left out of a product.
    let ignored = 2 * Self.ignored
    let all = UInt128.max
    leastStake =
      bounds.dust.high >> ignored == 0
      ? UInt128(truncatingIfNeeded: bounds.dust.high) << (128 - ignored)
        | bounds.dust.low >> ignored &+ 1 : all
    greatestStake =
      bounds.greatestStake.high >> ignored == 0
      ? bounds.greatestStake.high << (128 - ignored) | bounds.greatestStake.low >> ignored : all
    // A product of words of a and b bits is from 2^(a+b-2) to less than 2^(a+b), so a quotient of two
    // products is between 2^(s-2) and 2^(s+2), where s is what the widths above have more than those
    // below. The factor's own widths decide within another bit.
    let (numerator, denominator) = factor.fraction
    leastAPR = (Plausibility.leastAPR.rawValue * denominator).bitWidth - numerator.bitWidth + 3
    greatestAPR = (largest.rawValue * denominator).bitWidth - numerator.bitWidth - 3
    longestPeriod = bounds.longestPeriod
  }

  /// Whether nothing is wrong about the inputs of a vault whose period runs.
  @inline(__always)
  func containsInputs(_ vault: VaultWords) -> Bool {
    let prices = (vault.rewardPrice | vault.stakePrice) >> UInt128(Self.priceBits)
    let large = prices | vault.totalSupply >> UInt128(Self.ignored + 63)
    let supply = Self.upper(vault.totalSupply)
    let unit = Self.upper(vault.stakePrice)
    return UInt64(truncatingIfNeeded: large) == 0
      && UInt64(truncatingIfNeeded: vault.rewardRate >> 64) >= Self.leastRate
      && vault.periodFinish &- vault.timestamp <= longestPeriod
      && UInt128(supply, times: unit) >= leastStake
      && UInt128(supply &+ 1, times: unit &+ 1) <= greatestStake
  }

  /// Whether nothing is wrong about an APR.
  @inline(__always)
  static func contains(apr: UInt128) -> Bool {
    apr &- leastStatedAPR <= greatestStatedAPR - leastStatedAPR
  }

  /// Whether nothing is wrong about the APR of a vault, by how many bits its words have.
  @inline(__always)
  func containsAPR(of vault: VaultWords) -> Bool {
    let width =
      vault.totalSupply.leadingZeroBitCount &+ vault.stakePrice.leadingZeroBitCount
      &- vault.rewardRate.leadingZeroBitCount &- vault.rewardPrice.leadingZeroBitCount
    return width >= leastAPR && width <= greatestAPR
  }

  @inline(__always)
  private static func upper(_ word: UInt128) -> UInt64 {
    UInt64(truncatingIfNeeded: word >> UInt128(ignored))
  }
}
