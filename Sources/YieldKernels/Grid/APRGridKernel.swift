/// APRs over the product of axes, row by row, at a few tenths of a nanosecond a point.
///
/// A row is a run along the last axis. What the outer axes contribute is multiplied once a row, as a
/// factor of 127 bits whose error is known; along the row a point costs
///
///   - one addition in 64.64 fixed point, when the last axis is a parameter of the numerator (the
///     rate or the reward's price) with equal steps: `PlaneFiller`. When the last two axes are,
///     the rows' own starts and steps come from additions too;
///   - one product of 128 by 128 bits, for any spacing and any parameter: a hoisted reciprocal.
///
/// Both cut off, so the computed value is at most the true one, and at least that minus a bound of a
/// few units of 2^-64 for each point before it. A point whose fraction lies within the bound below
/// one is doubtful: its floor is decided by comparing `candidate * divisor` with the numerator,
/// exactly. Every other floor is certain. On grids of round numbers exact multiples are frequent, and
/// with them doubtful points; elsewhere they are one in 2^55.
public struct APRGridKernel: Sendable {
  /// The parameters that a row of the fixed width has.
  public enum Parameter: Int, Sendable, CaseIterable {
    /// Reward per second, scaled by 1e36.
    case rewardRate
    /// Price of the reward token in USD, scaled by 1e18.
    case rewardPrice
    /// Stake, in base units of the stake token.
    case totalSupply
    /// Price of the stake token in USD, scaled by 1e18.
    case stakePrice

    var isInNumerator: Bool {
      self == .rewardRate || self == .rewardPrice
    }
  }

  /// What a point holds whose APR is 2^64 - 1 or more: take ``RewardVaultAPR`` for it.
  public static let wideMarker = UInt64.max

  /// Points in a row: the length of the last axis.
  public let rowLength: Int
  /// Rows of the grid: the product of the lengths of all axes but the last.
  public let rowCount: Int

  let axes: [GridAxisFactors]
  let factor: AnnualFactor
  private let annual: ScaledFactor
  let filler: PlaneFiller
  /// Of the last two axes, and of the last one alone.
  let planeShape: PlaneShape, lineShape: PlaneShape

  /// Prepares a grid, or gives `nil` where it has no fast path: an axis without values, a zero among
  /// the values of the stake or its price, a year and decimals beyond the fixed width, or more points
  /// than can be counted.
  ///
  /// - Parameters:
  ///   - axes: each parameter once, the last one varying fastest; a fixed parameter is an axis of one
  ///     value.
  ///   - factor: the year, the stake token's decimals and, for a net APR, the commission.
  public init?(axes: [(parameter: Parameter, values: [UInt128])], factor: AnnualFactor) {
    precondition(
      Set(axes.map(\.parameter)).count == axes.count && axes.count == Parameter.allCases.count,
      "each of the four parameters is one axis")
    guard factor.numeratorWord != 0, let one = GridAxisFactors(.rewardPrice, [1]),
      let divisor = ScaledFactor(reciprocalOf: UInt128(factor.divisorWord))
    else {
      return nil
    }
    var prepared: [GridAxisFactors] = []
    var points = 1
    for axis in axes {
      guard let axisFactors = GridAxisFactors(axis.parameter, axis.values) else {
        return nil
      }
      let (product, overflow) = points.multipliedReportingOverflow(by: axis.values.count)
      guard !overflow else {
        return nil
      }
      points = product
      prepared.append(axisFactors)
    }
    self.axes = prepared
    self.factor = factor
    annual = ScaledFactor(UInt128(factor.numeratorWord)).multiplied(by: divisor)
    rowLength = prepared[prepared.count - 1].values.count
    rowCount = points / rowLength
    filler = PlaneFiller(rowLength: rowLength)
    planeShape = PlaneShape(prepared[prepared.count - 2], prepared[prepared.count - 1])
    lineShape = PlaneShape(one, prepared[prepared.count - 1])
  }

  /// Writes the APRs of some rows.
  ///
  /// - Parameters:
  ///   - rows: which rows, within `0..<rowCount`, in row-major order.
  ///   - apr: receives `rows.count * rowLength` APRs scaled by 1e18, rounded down, or ``wideMarker``.
  public func fill(rows: Range<Int>, into apr: inout MutableSpan<UInt64>) {
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= rowCount && apr.count == rows.count * rowLength,
      "rows outside the grid, or a buffer of another size")
    let last = axes.count - 1
    let (rowAxis, axis) = (axes[last - 1], axes[last])
    var position = indices(ofRow: rows.lowerBound)
    // prefixes[k] is the factor of the axes before k, times the year's and the decimals'.
    var prefixes = [ScaledFactor](repeating: annual, count: last)
    var changed = 0
    let isBeyondCache = apr.count >= PlaneFiller.cachedPoints
    var aroundCache = isBeyondCache
    var row = 0
    while row < rows.count {
      for level in changed..<last - 1 {
        prefixes[level + 1] = prefixes[level].multiplied(by: axes[level].factors[position[level]])
      }
      // The rows from here on that differ along the last outer axis only.
      let first = position[last - 1]
      let count = min(rowAxis.values.count - first, rows.count - row)
      fillRows(
        first..<first + count, rowAxis, axis, prefix: prefixes[last - 1], at: position, into: &apr,
        from: row &* rowLength, aroundCache: &aroundCache)
      row += count
      position[last - 1] = 0
      changed = last - 1
      while changed > 0 {
        changed -= 1
        position[changed] += 1
        if position[changed] < axes[changed].values.count {
          break
        }
        position[changed] = 0
      }
    }
    if isBeyondCache { PlaneFiller.settle() }
  }

  /// The places on the outer axes of a row.
  private func indices(ofRow row: Int) -> [Int] {
    var rest = row
    var position = [Int](repeating: 0, count: axes.count)
    for level in (0..<axes.count - 1).reversed() {
      (rest, position[level]) = rest.quotientAndRemainder(dividingBy: axes[level].values.count)
    }
    return position
  }
}
