import FilterOracle
import Words

/// Adversarial columns of vaults and their APRs by GMP (`Tests/FilterOracle`).
struct ExactVaults {
  let rewardRate: [UInt128]
  let rewardPrice: [UInt128]
  let totalSupply: [UInt128]
  let stakePrice: [UInt128]
  /// The APRs, all ones where one is as large or the divisor is zero.
  let apr: [UInt128]

  init(seed: UInt64, count: Int, numerator: UInt64, divisor: UInt64) {
    var rates = [UInt128](repeating: 0, count: count)
    var (prices, supplies, units, exact) = (rates, rates, rates, rates)
    var rateSpan = rates.mutableSpan
    var priceSpan = prices.mutableSpan
    var supplySpan = supplies.mutableSpan
    var unitSpan = units.mutableSpan
    var exactSpan = exact.mutableSpan
    unsafe rateSpan.withMutableWords { rates in
      unsafe priceSpan.withMutableWords { prices in
        unsafe supplySpan.withMutableWords { supplies in
          unsafe unitSpan.withMutableWords { units in
            unsafe exactSpan.withMutableWords { exact in
              unsafe berayield_adversarial_vaults(seed, count, rates, prices, supplies, units)
              unsafe berayield_exact_aprs(
                rates, prices, supplies, units, count, numerator, divisor, exact)
            }
          }
        }
      }
    }
    (rewardRate, rewardPrice, totalSupply, stakePrice, apr) =
      (rates, prices, supplies, units, exact)
  }
}
