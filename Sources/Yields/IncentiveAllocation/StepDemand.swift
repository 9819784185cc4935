internal import FixedPoint

/// How many steps some vaults take at a price for each, and the price at which they take what there is.
///
/// A vault takes the steps that are worth more than the price. What all take falls as the price rises, so
/// the price is found by bisection; what is known of each vault at the bounds narrows with them.
struct StepDemand {
  let curves: [IncentiveCurve]
  /// What each takes at the upper and at the lower bound of the price.
  private(set) var fewest: [Int]
  private(set) var most: [Int]
  /// The bounds of the price.
  private(set) var low: UnreducedFraction = .zero
  private(set) var high: UnreducedFraction

  /// Relative width, in bits, at which the bounds are close enough: what is left is decided exactly.
  private static let precision = 40

  /// The demand of some vaults.
  ///
  /// - Parameters:
  ///   - curves: the vaults.
  ///   - minimum: what each takes at any price.
  ///   - maximum: what each takes at most.
  init(_ curves: [IncentiveCurve], minimum: Int = 0, maximum: Int) {
    self.curves = curves
    fewest = curves.map { _ in minimum }
    high = curves.map { $0.marginal(after: minimum) }.max() ?? .zero
    most = curves.map { $0.steps(above: .zero, in: minimum...max(minimum, maximum)) }
  }

  /// What each takes at a price within the bounds.
  func steps(at price: UnreducedFraction) -> [Int] {
    curves.indices.map { curves[$0].steps(above: price, in: fewest[$0]...most[$0]) }
  }

  /// Narrows the bounds of the price until they are close, or one of them is a price at which the demand
  /// is met.
  ///
  /// - Parameters:
  ///   - supply: the steps that there are.
  ///   - count: how many of the steps of each count; falls as the price rises.
  mutating func narrow(
    to supply: Int, counting count: ([Int], UnreducedFraction) -> Int
  ) {
    guard count(most, .zero) > supply else {
      (high, fewest) = (.zero, most)
      return
    }
    // Whole numbers: the unit is far below what any step is worth.
    var (below, above) = (
      ExactInteger.zero, high.numerator.divided(byNonZero: high.denominator, rounding: .up)
    )
    high = UnreducedFraction(above)
    while above - below > max(1, below.shiftedRight(by: Self.precision, rounding: .down)) {
      // By halves of the exponent while the bounds are of another magnitude.
      let middle =
        above.bitWidth > below.bitWidth + 1
        ? ExactInteger.one.shiftedLeft(by: (above.bitWidth + below.bitWidth) / 2 - 1)
        : (below + above).shiftedRight(by: 1, rounding: .down)
      guard middle > below, middle < above else { return }
      let price = UnreducedFraction(middle)
      let steps = steps(at: price)
      let taken = count(steps, price)
      if taken > supply {
        (below, low, most) = (middle, price, steps)
      } else {
        (above, high, fewest) = (middle, price, steps)
        if taken == supply { return }
      }
    }
  }
}
