internal import Words

/// The exact numerator and divisor of a row's points, up to what varies along the row: decides the
/// doubtful points by multiplication.
struct ExactRow: Sendable {
  /// The partner of the varying parameter: R and Pr are partners in the numerator, S and Ps in the
  /// divisor.
  private let partner: UInt128
  /// What the varying parameter is multiplied by before it meets its partner.
  private let word: UInt64
  /// The side that does not vary.
  private let fixed: UInt256
  private let variesInNumerator: Bool

  /// The row at a place on the outer axes, or `nil` where it does not fit the fixed width.
  init?(_ axes: [GridAxisFactors], at position: [Int], factor: AnnualFactor) {
    var inputs: [UInt128] = [1, 1, 1, 1]
    for (level, axis) in axes.dropLast().enumerated() {
      inputs[axis.parameter.rawValue] = axis.values[position[level]]
    }
    let (annualPrice, priceFits) = inputs[1].multiplied(by: factor.numeratorWord)
    let (scaledSupply, supplyFits) = inputs[2].multiplied(by: factor.divisorWord)
    let numerator = UInt256(inputs[0], times: annualPrice)
    let divisor = UInt256(scaledSupply, times: inputs[3])
    guard let varying = axes.last?.parameter, priceFits, supplyFits, factor.numeratorWord != 0
    else {
      return nil
    }
    variesInNumerator = varying.isInNumerator
    fixed = variesInNumerator ? divisor : numerator
    switch varying {
    case .rewardRate: (partner, word) = (annualPrice, 1)
    case .rewardPrice: (partner, word) = (inputs[0], factor.numeratorWord)
    case .totalSupply: (partner, word) = (inputs[3], factor.divisorWord)
    case .stakePrice: (partner, word) = (scaledSupply, 1)
    }
  }

  /// Whether the APR of the point whose varying parameter is `value` is at least `candidate`, that is
  /// `candidate * divisor <= numerator`, or `nil` outside the fixed width.
  @inline(__always)
  func reaches(_ candidate: UInt64, _ value: UInt128) -> Bool? {
    let (scaled, fits) = value.multiplied(by: word)
    let varying = UInt256(scaled, times: partner)
    let (numerator, divisor) = variesInNumerator ? (varying, fixed) : (fixed, varying)
    guard fits, divisor.high.highWord == 0 else {
      return nil
    }
    return numerator >= divisor.multipliedWrapping(by: candidate)
  }
}
