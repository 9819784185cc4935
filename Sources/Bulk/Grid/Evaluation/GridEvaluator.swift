internal import Faults
internal import FixedPoint
internal import Quantities
internal import YieldKernels
internal import Yields

/// Computes the figures of consecutive points: one evaluator for each slot of work.
///
/// APRs of whole rows come from the grid kernels where they apply; everything else is computed point
/// by point with the kernels of single values. What depends on few inputs is kept between points.
struct GridEvaluator {
  let grid: ParameterGrid
  private(set) var inputs: GridInputs
  private let axisSlots: [Int]
  private let commission = GridInputs.slot(.commission)
  private let compounding = GridInputs.slot(.compounding)
  private var factor: AnnualFactor
  private var chosen: Compounding?

  init(_ grid: ParameterGrid) {
    self.grid = grid
    inputs = GridInputs(of: grid.axes.map(\.key) + Array(grid.fixed.keys))
    axisSlots = grid.axes.map { GridInputs.slot($0.key) }
    for (key, value) in grid.fixed { inputs.set(key, GridInputs.slot(key), value) }
    factor = AnnualFactor(secondsPerYear: grid.year.seconds, stakeDecimals: 18)
  }

  /// The figures of consecutive points, which lie within the grid.
  mutating func evaluate(_ points: Range<Int>) -> GridBlock {
    let (apr, netAPR) = knownAPRs(points)
    if let block = wholeBlock(points, apr, netAPR) { return block }
    var columns = grid.metrics.map {
      FigureColumn(decimals: $0.unit.decimals, capacity: points.count)
    }
    var indices = grid.indices(ofPoint: points.lowerBound)
    var changed = 0
    for offset in 0..<points.count {
      for level in changed..<grid.axes.count {
        inputs.set(grid.axes[level], axisSlots[level], at: indices[level])
      }
      append(
        to: &columns, Self.known(apr, offset), knownNetAPR: Self.known(netAPR, offset))
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
  private mutating func wholeBlock(
    _ points: Range<Int>, _ apr: [UInt64]?, _ netAPR: [UInt64]?
  ) -> GridBlock? {
    var columns: [FigureColumn] = []
    for metric in grid.metrics {
      let known: [UInt64]?
      switch metric {
      case .apr, .apyDaily, .apyContinuous, .apy: known = apr
      case .netApr, .netApy: known = netAPR
      default: known = nil
      }
      guard let known, !known.contains(APRGridKernel.wideMarker) else { return nil }
      var words = known.map { UInt128($0) }
      if metric != .apr, metric != .netApr {
        // An APR of one word is among those that an APY is stated for, and the APY is no wider than two.
        let aprs = words
        var span = words.mutableSpan
        compounding(of: metric).evaluate(apr: aprs.span, rounding: .halfEven, into: &span)
      }
      columns.append(FigureColumn(decimals: metric.unit.decimals, words: words))
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

  /// What a grid kernel has for a point; its wide marker counts as unknown.
  private static func known(_ words: [UInt64]?, _ offset: Int) -> FixedFigure? {
    guard let word = words?[offset], word != APRGridKernel.wideMarker else { return nil }
    return .decimal(UInt128(word))
  }

  /// Moves to the next point; the first axis whose place has changed.
  static func advance(_ indices: inout [Int], along axes: [GridAxis]) -> Int {
    var level = axes.count
    while level > 0 {
      level -= 1
      indices[level] += 1
      if indices[level] < axes[level].count { return level }
      indices[level] = 0
    }
    return 0
  }

  /// The figures of the present point: one for each column.
  private mutating func append(
    to columns: inout [FigureColumn], _ knownAPR: FixedFigure?, knownNetAPR: FixedFigure?
  ) {
    var (apr, netAPR) = (knownAPR, knownNetAPR)
    for (index, metric) in grid.metrics.enumerated() {
      switch metric {
      case .apr, .apyDaily, .apyContinuous, .apy:
        let base = apr ?? vaultAPR(commission: 0)
        apr = base
        columns[index].append(metric == .apr ? settled(base, metric) : settledAPY(of: base, metric))
      case .netApr, .netApy:
        let base = netAPR ?? vaultAPR(commission: UInt16(inputs.small(commission)))
        netAPR = base
        columns[index].append(
          metric == .netApr ? settled(base, metric) : settledAPY(of: base, metric))
      case .emissionRate, .emissionDurationSeconds: columns[index].append(emission(metric))
      case .poolNetApr, .poolNetApy: columns[index].append(poolYield(metric))
      default:
        let vault = inputs.vault
        let figure =
          inputs.isVaultInWords
          ? vault.figure(metric, vault.status, annualFactor(commission: 0)) : .beyond
        columns[index].append(settled(figure, metric))
      }
    }
  }
}

// A vault's figures. What is called for each point is mutating, for else the evaluator would be copied
// to be passed.
extension GridEvaluator {
  private mutating func annualFactor(commission: UInt16) -> AnnualFactor {
    let decimals = inputs.vault.stakeDecimals
    if factor.stakeDecimals != decimals || factor.commissionBasisPoints != commission {
      factor = AnnualFactor(
        secondsPerYear: grid.year.seconds, stakeDecimals: decimals,
        commissionBasisPoints: commission)
    }
    return factor
  }

  private mutating func vaultAPR(commission: UInt16) -> FixedFigure {
    let (vault, status) = (inputs.vault, inputs.vault.status)
    guard inputs.isVaultInWords || status != .active else { return .beyond }
    return vault.apr(status, annualFactor(commission: commission))
  }

  /// The compoundings of an APY.
  private mutating func compounding(of metric: FigureKey) -> Compounding {
    switch metric {
    case .apyDaily: return .daily
    case .apyContinuous: return .continuous
    case .netApy where !inputs.has(.compounding): return .daily
    default:
      let periods = Int(inputs.small(compounding))
      if chosen?.periodsPerYear != periods { chosen = try? Compounding(periodsPerYear: periods) }
      guard let chosen else { preconditionFailure("an axis has a compounding out of its range") }
      return chosen
    }
  }

  /// The APY of an APR; where there is an APR and no APY, it is too large to be stated.
  private mutating func settledAPY(of apr: FixedFigure, _ metric: FigureKey) -> GridFigure {
    if case .none = apr { return .none }
    let figure = settled(CompoundedFigure.of(apr, by: compounding(of: metric)), metric)
    if case .none = figure { return .unstated }
    return figure
  }

  /// A figure by the kernels, or beyond their range by the catalogue.
  private mutating func settled(_ figure: FixedFigure, _ metric: FigureKey) -> GridFigure {
    switch figure {
    case .decimal(let word): .word(word)
    case .none: .none
    case .beyond: exact(metric)
    case .count, .flag, .status: preconditionFailure("\(metric) is no metric")
    }
  }

  private mutating func exact(_ metric: FigureKey) -> GridFigure {
    guard let figure = VaultFigure.with(metric) else {
      preconditionFailure("\(metric) is no figure of a vault")
    }
    let convention = YieldConvention(
      time: Timestamp(unchecked: inputs.vault.timestamp), year: grid.year,
      compounding: inputs.has(.compounding) ? Int(inputs.small(compounding)) : nil,
      commission: inputs.has(.commission)
        ? BasisPoints(unchecked: Int(inputs.small(commission))) : nil)
    do throws(Fault) {
      let report = try VaultReport(evaluating: inputs.snapshot, under: convention)
      return figure.value(report)?.raw.map(GridFigure.exact) ?? .none
    } catch {
      preconditionFailure("an axis has a stake price of 0")
    }
  }
}
