/// One axis of an APR grid, prepared: the values' contributions to the APR as factors.
struct GridAxisFactors: Sendable {
  let parameter: APRGridKernel.Parameter
  let values: [UInt128]
  /// What each value contributes: itself, or its reciprocal for a parameter of the divisor.
  let factors: [ScaledFactor]

  /// The same contributions on one common scale, `aligned[j] * 2^exponent`, each less than
  /// `alignedSlack` units too small.
  let aligned: [UInt128]
  let alignedExponent: Int
  let alignedSlack: UInt64

  /// The difference of neighbours where it is constant and the parameter stands in the numerator:
  /// the APR is then linear along this axis.
  let step: Step?

  /// The constant difference of neighbours.
  struct Step: Sendable {
    let factor: ScaledFactor
    let isNegative: Bool

    /// That of one value.
    static let none = Step(factor: ScaledFactor(0), isNegative: false)
  }

  /// Prepares an axis, or gives `nil` for no values, or for a zero in the divisor.
  init?(_ parameter: APRGridKernel.Parameter, _ values: [UInt128]) {
    self.parameter = parameter
    self.values = values
    var factors: [ScaledFactor] = []
    factors.reserveCapacity(values.count)
    for value in values {
      guard
        let factor = parameter.isInNumerator
          ? ScaledFactor(value) : ScaledFactor(reciprocalOf: value)
      else {
        return nil
      }
      factors.append(factor)
    }
    self.factors = factors
    guard let top = factors.lazy.filter({ $0.mantissa != 0 }).map(\.exponent).max() else {
      // Nothing but zeros, or nothing at all.
      guard !values.isEmpty else {
        return nil
      }
      (aligned, alignedExponent, alignedSlack) = (values, 0, 0)
      step = parameter.isInNumerator ? Step.none : nil
      return
    }
    alignedExponent = top
    aligned = factors.map { $0.mantissa == 0 ? 0 : $0.mantissa >> UInt128(top - $0.exponent) }
    alignedSlack = parameter.isInNumerator ? 1 : 4
    step = parameter.isInNumerator ? Self.constantStep(values) : nil
  }

  private static func constantStep(_ values: [UInt128]) -> Step? {
    guard values.count > 1 else {
      return Step.none
    }
    let isNegative = values[1] < values[0]
    let magnitude = isNegative ? values[0] - values[1] : values[1] - values[0]
    for index in 2..<max(values.count, 2) {
      let (from, to) = (values[index - 1], values[index])
      guard isNegative ? to < from && from - to == magnitude : to >= from && to - from == magnitude
      else {
        return nil
      }
    }
    return Step(factor: ScaledFactor(magnitude), isNegative: isNegative)
  }
}
