internal import Words

extension APRGridKernel {
  /// Consecutive rows that differ along one axis: as a plane, or row by row.
  ///
  /// - Parameters:
  ///   - rows: the places on `rowAxis`.
  ///   - rowAxis: the last outer axis.
  ///   - axis: the axis along the rows.
  ///   - prefix: the factor of the axes before both.
  ///   - position: the places on all axes; those on these two do not count.
  ///   - apr: receives the rows.
  ///   - base: where in `apr` the first row begins.
  ///   - aroundCache: whether points are stored around the cache; not any more once some are stored twice.
  func fillRows(
    _ rows: Range<Int>, _ rowAxis: GridAxisFactors, _ axis: GridAxisFactors,
    prefix: ScaledFactor, at position: [Int], into apr: inout MutableSpan<UInt64>,
    from base: Int, aroundCache: inout Bool
  ) {
    if let plane = planeShape.plane(prefix) {
      var first = rows.lowerBound
      while first < rows.upperBound {
        let part = first..<min(first + filler.rowLimit, rows.upperBound)
        fill(
          part, by: plane.dropping(first), axis, at: position, into: &apr,
          from: base &+ (first &- rows.lowerBound) &* rowLength, aroundCache: &aroundCache)
        first = part.upperBound
      }
      return
    }
    var position = position
    for row in rows {
      position[axes.count - 2] = row
      let rowPrefix = prefix.multiplied(by: rowAxis.factors[row])
      let start = base &+ (row &- rows.lowerBound) &* rowLength
      if let line = lineShape.plane(rowPrefix) {
        fill(
          row..<row + 1, by: line, axis, at: position, into: &apr, from: start,
          aroundCache: &aroundCache)
        continue
      }
      if !fillByProducts(rowPrefix, axis, at: position, into: &apr, from: start) {
        for index in 0..<rowLength {
          apr[start &+ index] = point(index, at: position)
        }
      }
    }
  }

  /// Rows by forward difference; doubtful points are decided.
  @inline(__always)
  private func fill(
    _ rows: Range<Int>, by plane: PlaneDifference, _ axis: GridAxisFactors, at position: [Int],
    into apr: inout MutableSpan<UInt64>, from base: Int, aroundCache: inout Bool
  ) {
    if filler.fill(&apr, from: base, rows: rows.count, by: plane, aroundCache: aroundCache) {
      decideDoubtful(rows, of: plane, axis, at: position, in: &apr, from: base)
      // On a grid of round numbers the next rows have some, too.
      aroundCache = false
    }
  }

  /// A row of any spacing: prefix times factor, one 128 by 128 bit product a point.
  ///
  /// With p the prefix in units of 2^-(64 + k) and f a factor in units of 2^k... the product's upper
  /// half is the point in 64.64. Errors in units of 2^-64: the prefix's (at most its error, for
  /// f < 2^128), the factor's (at most its slack, for p < 2^128), 3 of the product that leaves its
  /// lowest part out, 1 for the product of the two errors.
  @inline(__always)
  private func fillByProducts(
    _ prefix: ScaledFactor, _ axis: GridAxisFactors, at position: [Int],
    into apr: inout MutableSpan<UInt64>,
    from base: Int
  ) -> Bool {
    guard let scale = prefix.fixedPoint(fractionBits: 64 + 128 + axis.alignedExponent) else {
      return false
    }
    let bound = scale.error &+ axis.alignedSlack &+ 4
    guard bound >> 40 == 0 else {
      return false
    }
    let certain = 0 &- bound
    let (factors, values) = (axis.aligned.span, axis.values.span)
    var row: ExactRow?
    for index in 0..<rowLength {
      let value = scale.value.upperProduct(factors[index])
      apr[base &+ index] = value.highWord
      if value.lowWord >= certain {
        row = row ?? ExactRow(axes, at: position, factor: factor)
        apr[base &+ index] = decided(value.highWord, values[index], row, index, at: position)
      }
    }
    return true
  }

  /// The floors of the doubtful points of rows that the filler wrote, whose values are summed up once more.
  @inline(never)
  private func decideDoubtful(
    _ rows: Range<Int>, of plane: PlaneDifference, _ axis: GridAxisFactors, at position: [Int],
    in apr: inout MutableSpan<UInt64>, from base: Int
  ) {
    // A copy here and not for every plane: counting its owners would wait for stores around the cache.
    var position = position
    let values = axis.values.span
    for row in 0..<rows.count {
      let line = plane.dropping(row)
      var value = line.start
      var exact: ExactRow?
      for index in 0..<rowLength {
        if plane.isDoubtful(value) {
          position[axes.count - 2] = rows.lowerBound + row
          exact = exact ?? ExactRow(axes, at: position, factor: factor)
          apr[base &+ row &* rowLength &+ index] = decided(
            value.highWord, values[index], exact, index, at: position)
        }
        value &+= line.step
      }
    }
  }

  /// The floor of a doubtful point: `low` or one more, whichever the exact comparison says.
  @inline(__always)
  private func decided(
    _ low: UInt64, _ value: UInt128, _ row: ExactRow?, _ index: Int, at position: [Int]
  ) -> UInt64 {
    // A falling row may end a hair below zero, whose whole part reads as 2^64 - 1.
    guard low != .max, let reached = row?.reaches(low &+ 1, value) else {
      return point(index, at: position)
    }
    return reached ? low &+ 1 : low
  }

  /// One point on its own; also the answer wherever a row does not fit the fast schemes.
  @inline(never)
  private func point(_ index: Int, at position: [Int]) -> UInt64 {
    let inputs = inputs(index, at: position)
    let value = RewardVaultAPR.narrowAPR(
      inputs.0, inputs.1, inputs.2, inputs.3, factor: factor)
    return value.flatMap { UInt64(exactly: $0) } ?? Self.wideMarker
  }

  /// R, Pr, S and Ps of a point.
  private func inputs(_ index: Int, at position: [Int]) -> (UInt128, UInt128, UInt128, UInt128) {
    var inputs: (UInt128, UInt128, UInt128, UInt128) = (0, 0, 0, 0)
    for (level, axis) in axes.enumerated() {
      let value = axis.values[level == axes.count - 1 ? index : position[level]]
      switch axis.parameter {
      case .rewardRate: inputs.0 = value
      case .rewardPrice: inputs.1 = value
      case .totalSupply: inputs.2 = value
      case .stakePrice: inputs.3 = value
      }
    }
    return inputs
  }
}
