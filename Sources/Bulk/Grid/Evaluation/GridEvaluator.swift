internal import FixedPoint
internal import Yields
internal import Quantities
internal import YieldKernels

/// Computes the figures of consecutive points: one evaluator for each thread.
///
/// APRs of whole rows come from the grid kernels where they apply; everything else is computed point
/// by point with the kernels of single values. What depends on few parameters is kept between points.
struct GridEvaluator {
  let grid: ParameterGrid
  private(set) var inputs = GridInputs()
  private var factor: AnnualFactor
  private var compounding: Compounding?

  init(_ grid: ParameterGrid) {
    self.grid = grid
    inputs.set(.stakeDecimals, 18)
    for (parameter, value) in grid.fixed { inputs.set(parameter, value) }
    factor = AnnualFactor(secondsPerYear: grid.year.seconds, stakeDecimals: 18)
  }

  /// The figures of consecutive points, which lie within the grid.
  mutating func evaluate(_ points: Range<Int>) -> GridBlock {
    let (apr, netAPR) = knownAPRs(points)
    if let block = wholeBlock(points, apr, netAPR) { return block }
    var columns = grid.metrics.map {
      FigureColumn(decimals: $0.decimals, capacity: points.count)
    }
    var indices = grid.indices(ofPoint: points.lowerBound)
    var changed = 0
    for offset in 0..<points.count {
      for level in changed..<grid.axes.count { inputs.set(grid.axes[level], at: indices[level]) }
      append(to: &columns, knownAPR: apr?[offset], knownNetAPR: netAPR?[offset])
      changed = Self.advance(&indices, along: grid.axes)
    }
    return GridBlock(points: points, columns: columns)
  }

  /// The APRs of whole rows by the grid kernels, where those apply.
  private func knownAPRs(_ points: Range<Int>) -> (apr: [UInt64]?, netAPR: [UInt64]?) {
    let rowLength = grid.rowLength
    guard let kernel = grid.vaultKernel, points.lowerBound.isMultiple(of: rowLength),
      points.count.isMultiple(of: rowLength)
    else { return (nil, nil) }
    let rows = points.lowerBound / rowLength..<points.upperBound / rowLength
    return (Self.fill(kernel.apr, rows), Self.fill(kernel.netAPR, rows))
  }

  /// The block where the grid kernels have every figure, so that no point needs a look of its own.
  private func wholeBlock(
    _ points: Range<Int>, _ apr: [UInt64]?, _ netAPR: [UInt64]?
  ) -> GridBlock? {
    var columns: [FigureColumn] = []
    for metric in grid.metrics {
      guard metric == .apr || metric == .netApr, let words = metric == .apr ? apr : netAPR,
        !words.contains(APRGridKernel.wideMarker)
      else { return nil }
      columns.append(FigureColumn(decimals: metric.decimals, words: words.map { UInt128($0) }))
    }
    return GridBlock(points: points, columns: columns)
  }

  private static func fill(_ kernel: APRGridKernel?, _ rows: Range<Int>) -> [UInt64]? {
    guard let kernel else { return nil }
    var apr = [UInt64](repeating: 0, count: rows.count * kernel.rowLength)
    var span = apr.mutableSpan
    kernel.fill(rows: rows, into: &span)
    return apr
  }

  /// Moves to the next point; the first axis whose place has changed.
  private static func advance(_ indices: inout [Int], along axes: [GridAxis]) -> Int {
    var level = axes.count
    while level > 0 {
      level -= 1
      indices[level] += 1
      if indices[level] < axes[level].count { return level }
      indices[level] = 0
    }
    return 0
  }

  /// The figures of the present point.
  ///
  /// - Parameters:
  ///   - columns: receive one figure each.
  ///   - knownAPR: the APR by the grid kernel; its wide marker counts as unknown.
  ///   - knownNetAPR: the same for the net APR.
  private mutating func append(
    to columns: inout [FigureColumn], knownAPR: UInt64?, knownNetAPR: UInt64?
  ) {
    var apr: GridFigure?
    let known = knownAPR.flatMap { $0 == APRGridKernel.wideMarker ? nil : $0 }
    if let known { apr = .word(UInt128(known)) }
    for (index, metric) in grid.metrics.enumerated() {
      switch metric {
      case .apr, .apyDaily, .apyContinuous, .apy:
        let base = apr ?? vaultAPR(commission: 0)
        apr = base
        columns[index].append(metric == .apr ? base : compounded(base, metric))
      case .netApr:
        if let knownNetAPR, knownNetAPR != APRGridKernel.wideMarker {
          columns[index].append(.word(UInt128(knownNetAPR)))
        } else {
          columns[index].append(vaultAPR(commission: UInt16(inputs.small(.commission))))
        }
      case .tvlUsd, .rewardsPerDay, .rewardsPerYear, .rewardsPerDayUsd, .rewardsPerYearUsd:
        columns[index].append(flow(metric))
      case .emissionRate, .emissionDuration:
        columns[index].append(emission(metric))
      case .poolNetApr, .poolNetApy:
        columns[index].append(poolYield(metric))
      }
    }
  }

  /// The status of the present point; a parameter that the grid has not is no obstacle.
  var status: VaultStatus {
    let isActive =
      !inputs.has(.timestamp) || !inputs.has(.periodFinish)
      || inputs.small(.timestamp) < inputs.small(.periodFinish)
    let hasStake =
      !inputs.has(.totalSupply) || !inputs.areWords(1 << GridParameter.totalSupply.slot)
      || inputs.word(.totalSupply) != 0
    return VaultStatus.of(
      timestamp: isActive ? 0 : 1, periodFinish: 1, totalSupply: hasStake ? 1 : 0, stakePrice: 1)
  }

  /// The factor of the stake token's decimals alone.
  mutating func decimalsFactor() -> AnnualFactor {
    annualFactor(commission: factor.commissionBasisPoints)
  }

  private mutating func annualFactor(commission: UInt16) -> AnnualFactor {
    let decimals = UInt8(inputs.small(.stakeDecimals))
    if factor.stakeDecimals != decimals || factor.commissionBasisPoints != commission {
      factor = AnnualFactor(
        secondsPerYear: grid.year.seconds, stakeDecimals: decimals,
        commissionBasisPoints: commission)
    }
    return factor
  }

  private mutating func vaultAPR(commission: UInt16) -> GridFigure {
    switch status {
    case .noStake, .zeroStakePrice: return .none
    case .expired: return .word(0)
    case .active: break
    }
    let factor = annualFactor(commission: commission)
    if inputs.areWords(GridParameter.vaultMask),
      let word = RewardVaultAPR.fixedWidth(
        rewardRate: inputs.word(.rewardRate), rewardPrice: inputs.word(.rewardPrice),
        totalSupply: inputs.word(.totalSupply), stakePrice: inputs.word(.stakePrice),
        factor: factor)
    {
      return .word(word)
    }
    let apr = RewardVaultAPR.valueIfAny(
      rewardRate: inputs.exact(.rewardRate), rewardPrice: Wad(raw: inputs.exact(.rewardPrice)),
      totalSupply: inputs.exact(.totalSupply), stakePrice: Wad(raw: inputs.exact(.stakePrice)),
      factor: factor)
    return apr.map { .exact($0.rawValue) } ?? .none
  }

  /// The APY of an APR; none where single reports state none.
  private mutating func compounded(_ apr: GridFigure, _ metric: GridMetric) -> GridFigure {
    guard let compounding = compounding(of: metric) else { return .none }
    // Words first, as for every figure here.
    if case .word(let word) = apr,
      let apy = compounding.fixedWidthAPY(fromAPR: word, rounding: .halfEven)
    {
      return .word(apy)
    }
    guard let apr = apr.value,
      let apy = compounding.statedAPY(fromAPR: Wad(raw: apr), rounding: .halfEven)
    else { return .none }
    return .exact(apy.rawValue)
  }

  /// How a metric compounds; nil where the grid's number of compoundings is none.
  private mutating func compounding(of metric: GridMetric) -> Compounding? {
    switch metric {
    case .apyContinuous: return .continuous
    case .apy:
      let periods = Int(inputs.small(.compounding))
      if compounding?.periodsPerYear != periods {
        compounding = try? Compounding(periodsPerYear: periods)
      }
      return compounding
    default: return .daily
    }
  }
}
