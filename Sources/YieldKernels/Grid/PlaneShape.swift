internal import Words

/// What all planes of two linear axes have in common.
///
/// Along them the APR is bilinear: with P the factor of the axes before, a and b the first values, s and t
/// the steps,
///
///     point(i, j) = P (a + i s) (b + j t) = P ab + i P sb + j (P at + i P st)
///
/// so that a plane takes P times four products that are the same for all.
struct PlaneShape: Sendable {
  /// Whether both axes are linear; nothing else means anything where they are not.
  private let isLinear: Bool
  /// ab, sb, at and st.
  private let start: ScaledFactor, across: ScaledFactor, along: ScaledFactor, twist: ScaledFactor
  /// The largest corner's product: a bilinear function is largest at a corner, and all factors are positive.
  private let largest: ScaledFactor
  private let isFalling: (rows: Bool, points: Bool)
  /// The places of the last corner.
  private let last: (row: UInt128, point: UInt128)

  /// The shape for two axes.
  init(_ rowAxis: GridAxisFactors, _ axis: GridAxisFactors) {
    isLinear = rowAxis.step != nil && axis.step != nil
    let (rowStep, step) = (rowAxis.step ?? .none, axis.step ?? .none)
    start = rowAxis.factors[0].multiplied(by: axis.factors[0])
    across = rowStep.factor.multiplied(by: axis.factors[0])
    along = rowAxis.factors[0].multiplied(by: step.factor)
    twist = rowStep.factor.multiplied(by: step.factor)
    isFalling = (rowStep.isNegative, step.isNegative)
    last = (UInt128(rowAxis.factors.count - 1), UInt128(axis.factors.count - 1))
    largest = rowAxis.factors[rowStep.isNegative ? 0 : rowAxis.factors.count - 1]
      .multiplied(by: axis.factors[step.isNegative ? 0 : axis.factors.count - 1])
  }

  /// The plane behind a prefix, or `nil` where an axis is not linear or a point exceeds 64 whole bits.
  ///
  /// Each of the four coefficients is cut off to 64.64 fixed point; where it is to be subtracted, its
  /// error is added to it, which keeps all errors on the same side. With e their errors, point (i, j)
  /// is at most e0 + i e1 + j e2 + i j e3 units too small, largest at the last corner.
  @inline(__always)
  func plane(_ prefix: ScaledFactor) -> PlaneDifference? {
    guard isLinear,
      let start = prefix.fixedPoint(times: start, fractionBits: 64),
      let along = prefix.fixedPoint(times: along, fractionBits: 64),
      let across = prefix.fixedPoint(times: across, fractionBits: 64),
      let twist = prefix.fixedPoint(times: twist, fractionBits: 64),
      let largest = prefix.fixedPoint(times: largest, fractionBits: 64),
      // Room for the error: no whole part reaches 2^64 - 1.
      largest.value.highWord < .max - 1
    else {
      return nil
    }
    let bound =
      UInt128(start.error) + last.row * UInt128(across.error) + last.point * UInt128(along.error)
      + last.row * last.point * UInt128(twist.error)
    guard bound >> 40 == 0 else {
      return nil
    }
    return PlaneDifference(
      start: start.value, rowStep: .coefficient(across, isFalling.rows),
      step: .coefficient(along, isFalling.points),
      cross: .coefficient(twist, isFalling.rows != isFalling.points), bound: UInt64(bound))
  }
}

extension UInt128 {
  /// A coefficient to add, or the two's complement of one to subtract.
  @inline(__always)
  fileprivate static func coefficient(
    _ fixedPoint: (value: UInt128, error: UInt64), _ isNegative: Bool
  ) -> UInt128 {
    isNegative ? 0 &- (fixedPoint.value &+ UInt128(fixedPoint.error)) : fixedPoint.value
  }
}
