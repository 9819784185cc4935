public import FixedPoint
public import Quantities

/// The best number of compoundings per year where each of them costs something.
///
/// A stake of B dollars at an APR r gains `B * ((1 + r/n)^n - 1) - n * c` in a year with n compoundings,
/// equally spaced, of c dollars each. Every compounding pays, the last one too, as it takes the rewards
/// out; so n is at least 1. Of all n the one with the largest gain is best, of equal ones the smallest,
/// decided by exact comparison.
public struct CompoundingChoice: Hashable, Sendable {
  /// The best n, from 1 to `Compounding.maximumPeriodsPerYear`.
  public let periodsPerYear: Int
  /// (1 + r/n)^n - 1, correctly rounded: before the cost.
  public let apy: APY
  /// The gain of a year net of the cost, USD, rounded down; negative where even one compounding costs
  /// more than it brings.
  public let netGain: Wad
}

extension VaultReport {
  /// The best number of compoundings for a staker.
  ///
  /// - Parameters:
  ///   - balance: the staker's stake, base units.
  ///   - cost: USD for one compounding.
  /// - Returns: the choice, of the stated ``apr``; nil where that is 0 or none, where no APY is stated for
  ///   it, and where there is nothing to compound.
  public func bestCompounding(of balance: ExactInteger, cost: Price) -> CompoundingChoice? {
    guard let apr, apr.wad.signum > 0, Compounding.isStated(apr: apr.wad), balance.signum > 0
    else { return nil }
    return CompoundingSearch(
      rate: ExactRational(apr.wad), balance: balance, decimals: snapshot.totalSupply.decimals.count,
      price: snapshot.stakePrice.wad, cost: cost.wad
    ).choice
  }
}

/// Looks for the number of compoundings.
private struct CompoundingSearch {
  let rate: ExactRational
  /// The stake's value is `worth / scale` USD.
  private let worth: ExactInteger
  private let scale: ExactInteger
  private let cost: ExactRational

  init(rate: ExactRational, balance: ExactInteger, decimals: Int, price: Wad, cost: Wad) {
    self.rate = rate
    worth = balance * price.rawValue
    scale = .powerOfTen(decimals + Wad.fractionDigits)
    self.cost = ExactRational(cost)
  }

  var choice: CompoundingChoice? {
    guard let best, let compounding = try? Compounding(periodsPerYear: best),
      let apy = compounding.statedAPY(fromAPR: rate, rounding: .halfEven),
      let gain = netGain(best)
    else { return nil }
    return CompoundingChoice(periodsPerYear: best, apy: APY(apy), netGain: gain)
  }

  /// The best number.
  ///
  /// From n = r^2/4 on, (1 + r/n)^n is concave in n: its second derivative has the sign of
  /// ((1 + t) ln(1 + t) - t)^2 - t^2/n with t = r/n, and (1 + t) ln(1 + t) - t <= t^2/2. So a search by
  /// halves finds the best of those; the few below are tried one by one.
  private var best: Int? {
    let quarter = (rate * rate).divided(byNonZero: ExactRational(4)).integer(rounding: .up)
    guard let concave = Int(exactly: quarter).map({ max($0, 1) }) else { return nil }
    var best = 1
    for count in 1..<concave {
      guard let isBetter = isBetter(count + 1, than: best) else { return nil }
      if isBetter { best = count + 1 }
    }
    var (low, high) = (concave, Compounding.maximumPeriodsPerYear)
    // Below `low` one more is better; from `high` on it is not, or there is no more.
    while low < high {
      let middle = low + (high - low) / 2
      guard let isBetter = isBetter(middle + 1, than: middle) else { return nil }
      if isBetter { low = middle + 1 } else { high = middle }
    }
    guard low > best else { return best }
    return isBetter(low, than: best).map { $0 ? low : best }
  }

  /// Up to here what looks equal is compared as exact fractions.
  ///
  /// Beyond it neighbours are never equal: the denominators of their powers grow past those of the cost
  /// and the stake, of less than 1024 bits.
  private static let lastExact = 4096
  /// Digits behind which two gains count as equal.
  private static let mostDigits = 8192

  /// Whether the gain of a larger number of compoundings is above that of a smaller one.
  private func isBetter(_ more: Int, than less: Int) -> Bool? {
    let limit = (cost * ExactRational(scale) * ExactRational(more - less))
      .divided(byNonZero: ExactRational(worth))
    var digits = 64
    while digits <= Self.mostDigits {
      let unit = ExactRational.powerOfTen(digits)
      guard let high = growth(more, times: unit), let low = growth(less, times: unit) else {
        return nil
      }
      // Both are rounded down, by less than one unit.
      let (difference, bound) = (ExactRational(high - low), limit * unit)
      if difference - .one >= bound { return true }
      if difference + .one <= bound { return false }
      if more <= Self.lastExact {
        guard let high = exactGrowth(more), let low = exactGrowth(less) else { return nil }
        return high - low > limit
      }
      digits *= 2
    }
    return false
  }

  /// (1 + r/n)^n as a fraction.
  private func exactGrowth(_ count: Int) -> ExactRational? {
    let base = base(count)
    guard let numerator = try? base.numerator.power(count),
      let denominator = try? base.denominator.power(count)
    else { return nil }
    return ExactRational(numerator, overNonZero: denominator)
  }

  /// A multiple of (1 + r/n)^n, rounded down to an integer.
  private func growth(_ count: Int, times factor: ExactRational) -> ExactInteger? {
    try? base(count).power(count, root: 1, times: factor, rounding: .down)
  }

  private func base(_ count: Int) -> ExactRational {
    .one + rate.divided(byNonZero: ExactRational(count))
  }

  /// The gain net of the cost, rounded down to 18 decimals.
  ///
  /// Everything is counted in parts of 1e18 * `scale`, of which stake and cost are whole numbers; what is
  /// rounded down to them first and to 18 decimals then is rounded down once.
  private func netGain(_ count: Int) -> Wad? {
    guard let grown = growth(count, times: ExactRational(worth * Wad.scale)) else { return nil }
    let paid = cost * ExactRational(count) * ExactRational(scale * Wad.scale)
    let parts = grown - worth * Wad.scale - paid.integer(rounding: .down)
    return Wad(raw: parts.divided(byNonZero: scale, rounding: .down))
  }
}
