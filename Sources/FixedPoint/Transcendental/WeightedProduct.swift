/// A multiple of a product of powers whose exponents are parts of one: `factor * b1^w1 * b2^w2 * ...`,
/// as the invariants of weighted pools have it.
package struct WeightedProduct: Sendable {
  /// Above 0.
  private let factor: ExactRational
  /// Each base once, above 0, with its exponent at scale 1e18.
  private let powers: [(base: ExactRational, weight: ExactInteger)]

  /// - Parameters:
  ///   - factor: above 0.
  ///   - powers: bases above 0, with exponents above 0 at scale 1e18 that sum to 1e18.
  package init(factor: ExactRational, powers: [(base: ExactRational, weight: ExactInteger)]) {
    self.factor = factor
    // Equal bases are one: a pool whose prices stand as its weights do has an exact value.
    self.powers = powers.reduce(into: []) { powers, power in
      if let index = powers.firstIndex(where: { $0.base == power.base }) {
        powers[index].weight += power.weight
      } else {
        powers.append(power)
      }
    }
  }

  /// Up to here the product is one root of a fraction, which is rounded with a proof.
  private static let largestRoot = 64
  /// Beyond these bits nobody can tell on which side of a wad the product lies.
  private static let mostBits = 4096

  /// The product rounded down to 18 decimals; nil where it is too close to a wad to be told from it.
  ///
  /// - Throws: ``ArithmeticError/resultTooLarge(operation:limitBits:)``.
  package func roundedDown() throws(ArithmeticError) -> Wad? {
    let unit = powers.reduce(Wad.scale) { $0.greatestCommonDivisor(with: $1.weight) }
    let root = Wad.scale.divided(byNonZero: unit, rounding: .down)
    if root == .one { return powers.reduce(factor) { $0 * $1.base }.wad(rounding: .down) }
    guard let root = Int(exactly: root), root <= Self.largestRoot else { return try byEnclosure() }
    var radicand = ExactRational.one
    for power in powers {
      // Not above `root`, as the weights sum to one.
      let count = power.weight.divided(byNonZero: unit, rounding: .down)
      radicand = radicand * (try power.base.power(Int(exactly: count) ?? 0))
    }
    return Wad(raw: try Self.root(root, of: radicand, times: factor * ExactRational(Wad.scale)))
  }

  /// floor(factor * radicand^(1/root)).
  private static func root(
    _ root: Int, of radicand: ExactRational, times factor: ExactRational
  ) throws(ArithmeticError) -> ExactInteger {
    // A power of two makes any radicand larger than one, and comes out of the root again.
    let bits = max(0, radicand.denominator.bitWidth - radicand.numerator.bitWidth + 2)
    let shift = bits / root + 1
    let two = ExactRational(2)
    return try (radicand * two.power(shift * root)).power(
      1, root: root, times: factor.divided(by: two.power(shift)), rounding: .down)
  }

  private func byEnclosure() throws(ArithmeticError) -> Wad? {
    var bits = 256
    while bits <= Self.mostBits {
      var product = Enclosure(midpoint: factor.numerator, radius: .zero, exponent: 0)
        .divided(by: factor.denominator)
      for power in powers where power.base != .one {
        let power = RealPower(
          base: power.base.numerator, over: power.base.denominator, exponent: power.weight,
          over: Wad.scale)
        guard case .bits(let resultBits) = power.size else { return nil }
        product = product * power.enclosure(bits: bits, resultBits: resultBits)
      }
      if let cell = product.cell { return cell.wad(rounding: .down) }
      bits *= 2
    }
    return nil
  }
}

extension Enclosure {
  /// The interval around the product of both numbers.
  fileprivate static func * (left: Enclosure, right: Enclosure) -> Enclosure {
    Enclosure(
      midpoint: left.midpoint * right.midpoint,
      radius: left.midpoint.magnitude * right.radius + right.midpoint.magnitude * left.radius
        + left.radius * right.radius,
      exponent: left.exponent + right.exponent)
  }
}
