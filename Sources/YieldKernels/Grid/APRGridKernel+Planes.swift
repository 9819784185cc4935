internal import Words

extension APRGridKernel {
  /// The plane of the last two axes, or `nil` where one of them is not linear or a point exceeds 64
  /// whole bits.
  ///
  /// Along two linear axes the APR is bilinear: with a and b the first values, s and t the steps,
  ///
  ///     point(i, j) = P (a + i s) (b + j t) = P a b + i P s b + j (P a t + i P s t)
  ///
  /// Each of the four coefficients is cut off to 64.64 fixed point; where it is to be subtracted, its
  /// error is added to it, which keeps all errors on the same side. With e their errors, point (i, j)
  /// is at most e0 + i e1 + j e2 + i j e3 units too small, largest at the last corner. A bilinear
  /// function is largest at a corner of the plane, so the four corners show whether it fits.
  func plane(
    _ prefix: ScaledFactor, _ rowAxis: GridAxisFactors, _ axis: GridAxisFactors
  ) -> PlaneDifference? {
    guard let rowStep = rowAxis.step, let step = axis.step else {
      return nil
    }
    let first = prefix.multiplied(by: rowAxis.factors[0])
    let last = prefix.multiplied(by: rowAxis.factors[rowAxis.factors.count - 1])
    let slope = prefix.multiplied(by: rowStep.factor)
    guard
      let start = first.multiplied(by: axis.factors[0]).fixedPoint(fractionBits: 64),
      let along = first.multiplied(by: step.factor).fixedPoint(fractionBits: 64),
      let across = slope.multiplied(by: axis.factors[0]).fixedPoint(fractionBits: 64),
      let twist = slope.multiplied(by: step.factor).fixedPoint(fractionBits: 64)
    else {
      return nil
    }
    for side in [first, last] {
      for end in [axis.factors[0], axis.factors[axis.factors.count - 1]] {
        guard let corner = side.multiplied(by: end).fixedPoint(fractionBits: 64),
          isInRange(corner.value)
        else {
          return nil
        }
      }
    }
    let (i, j) = (UInt128(rowAxis.values.count - 1), UInt128(axis.values.count - 1))
    let bound =
      UInt128(start.error) + i * UInt128(across.error) + j * UInt128(along.error)
      + i * j * UInt128(twist.error)
    guard bound >> 40 == 0 else {
      return nil
    }
    return PlaneDifference(
      start: start.value, rowStep: signed(across, rowStep.isNegative),
      step: signed(along, step.isNegative),
      cross: signed(twist, rowStep.isNegative != step.isNegative), bound: UInt64(bound))
  }

  /// One row by itself, where the axis before it is not linear: a plane of one row.
  func line(
    _ prefix: ScaledFactor, _ axis: GridAxisFactors, _ step: GridAxisFactors.Step
  ) -> PlaneDifference? {
    guard
      let start = prefix.multiplied(by: axis.factors[0]).fixedPoint(fractionBits: 64),
      let end = prefix.multiplied(by: axis.factors[rowLength - 1]).fixedPoint(fractionBits: 64),
      let slope = prefix.multiplied(by: step.factor).fixedPoint(fractionBits: 64),
      isInRange(start.value), isInRange(end.value)
    else {
      return nil
    }
    let bound = UInt128(start.error) + UInt128(rowLength - 1) * UInt128(slope.error)
    guard bound >> 40 == 0 else {
      return nil
    }
    return PlaneDifference(
      start: start.value, step: signed(slope, step.isNegative), bound: UInt64(bound))
  }

  /// Whether the largest point leaves room for its error: no whole part reaches 2^64 - 1.
  @inline(__always)
  private func isInRange(_ corner: UInt128) -> Bool {
    corner.highWord < .max - 1
  }

  /// A coefficient to add, or the two's complement of one to subtract.
  @inline(__always)
  private func signed(
    _ coefficient: (value: UInt128, error: UInt64), _ isNegative: Bool
  ) -> UInt128 {
    isNegative ? 0 &- (coefficient.value &+ UInt128(coefficient.error)) : coefficient.value
  }
}
