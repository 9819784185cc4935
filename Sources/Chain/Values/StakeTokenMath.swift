internal import FixedPoint

/// An amount of a token in a pool.
struct PooledAmount: Sendable {
  /// Base units.
  let units: ExactInteger
  let decimals: UInt8
  /// USD per whole token.
  let price: Wad

  /// USD, exactly.
  var worth: ExactRational {
    ExactRational(units, overNonZero: ExactInteger.powerOfTen(Int(decimals))) * ExactRational(price)
  }
}

/// What one whole token of a pool is worth in USD: exact, rounded down once at the 18th decimal.
///
/// Every function gives nil where the supply is 0, as then no token is worth anything.
enum StakeTokenMath {
  /// A share of an ERC-4626 vault, whose `assets` 10^decimals base units of it convert to.
  static func share(assets: PooledAmount) -> Wad { assets.worth.wad(rounding: .down) }

  /// A pair of Uniswap V2 at its fair reserves, which no swap can move:
  /// 2 sqrt(r0 r1 p0 p1) / supply.
  ///
  /// Source: Alpha Finance, "Fair Uniswap's LP token pricing" (2021).
  static func fairPair(_ left: PooledAmount, _ right: PooledAmount, supply: ExactRational) -> Wad? {
    guard supply > .zero else { return nil }
    // floor(sqrt(x)) = floor(sqrt(floor(x))) for the square in units of 1e-18.
    let twice = ExactRational(Wad.scale * 2).divided(byNonZero: supply)
    let square = left.worth * right.worth * twice * twice
    guard let root = try? square.integer(rounding: .down).squareRoot(rounding: .down) else {
      return nil
    }
    return Wad(raw: root)
  }

  /// What all parts are worth, over the supply.
  static func parts(_ parts: [PooledAmount], supply: ExactRational) -> Wad? {
    guard supply > .zero else { return nil }
    let worth = parts.reduce(ExactRational.zero) { $0 + $1.worth }
    return worth.divided(byNonZero: supply).wad(rounding: .down)
  }

  /// A token of a weighted pool: invariant / supply * product of (p / w)^w.
  ///
  /// - Parameters:
  ///   - invariant: of balances brought to 18 decimals, scale 1e18.
  ///   - supply: the actual supply, with fees that are due.
  ///   - parts: price and normalized weight of each token, both at scale 1e18.
  /// - Returns: nil also where a price or a weight is 0, weights do not sum to one, or nobody can tell
  ///   the value from a neighbour at the 18th decimal.
  ///
  /// Source: Balancer, "Valuing Balancer LP tokens": the pool's optimal balances at the given prices.
  static func weighted(
    invariant: ExactInteger, supply: ExactRational, parts: [(price: Wad, weight: ExactInteger)]
  ) -> Wad? {
    let sum = parts.reduce(ExactInteger.zero) { $0 + $1.weight }
    guard supply > .zero, invariant > .zero, sum == Wad.scale,
      parts.allSatisfy({ $0.weight > .zero && $0.price > .zero })
    else { return nil }
    let product = WeightedProduct(
      factor: ExactRational(Wad(raw: invariant)).divided(byNonZero: supply),
      powers: parts.map {
        (
          ExactRational($0.price).divided(byNonZero: ExactRational(Wad(raw: $0.weight))), $0.weight
        )
      })
    return (try? product.roundedDown()) ?? nil
  }

  /// A token of a stable pool: its rate times the lowest price of its tokens.
  static func stable(rate: ExactInteger, prices: [Wad]) -> Wad? {
    guard let lowest = prices.min() else { return nil }
    return (ExactRational(Wad(raw: rate)) * ExactRational(lowest)).wad(rounding: .down)
  }
}
