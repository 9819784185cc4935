internal import FixedPoint
internal import Quantities
internal import YieldKernels
internal import Yields

/// Which warnings the points of a grid can have, and whether any can.
struct GridDoubts: Sendable {
  let grid: ParameterGrid
  /// What a rule on the vault's words may say: not all inputs of a vault need be there.
  let mask: VaultDoubts
  /// What is doubtful about each value of each axis by itself, and of the fixed ones, that the vault's
  /// words do not tell.
  let ofAxes: [[VaultDoubts]]
  let ofFixed: VaultDoubts
  /// Whether points are pools, whose net APR may be too high for an APY.
  let arePools: Bool

  init(_ grid: ParameterGrid) {
    self.grid = grid
    ofAxes = grid.axes.map { axis in
      (0..<axis.count).map { Self.doubts(of: axis[raw: $0], axis.key) }
    }
    ofFixed = grid.fixed.reduce(into: []) { $0.formUnion(Self.doubts(of: $1.value, $1.key)) }
    let keys = Set(grid.axes.map(\.key) + Array(grid.fixed.keys))
    var mask: VaultDoubts = [.rewardRateScale, .priceScale]
    if keys.contains(.totalSupply) { mask.formUnion(.noStake) }
    if keys.isSuperset(of: [.totalSupply, .stakePrice]) {
      mask.formUnion([.stakeDecimals, .amountScale, .dustStake])
    }
    if keys.isSuperset(of: [.periodFinish, .timestamp]) {
      mask.formUnion([.periodExpired, .periodFar])
    }
    if keys.isSuperset(of: FigureKey.apr.requiredInputs.joined()) {
      mask.formUnion([.pricesSwapped, .yieldBeyondRange])
    }
    self.mask = mask
    arePools = grid.metrics.contains(.poolNetApy)
  }

  /// What is doubtful about a value alone; an axis has none that no word holds.
  private static func doubts(of value: ExactInteger, _ key: InputKey) -> VaultDoubts {
    let warning: Warning? =
      switch key {
      case .reward: Plausibility.amount(value, key.rawValue)
      case .targetRate: Plausibility.rate(RewardRate(unchecked: value), key)
      case .duration, .minDuration: Plausibility.duration(value, key.rawValue)
      default: nil
      }
    return warning.map { VaultDoubts($0.code) } ?? []
  }

  /// Whether any point can have a warning: whether a corner of the grid has one, since every bound is
  /// crossed in one direction by each input.
  var isDoubtful: Bool {
    guard ofFixed.isEmpty, ofAxes.allSatisfy({ $0.allSatisfy(\.isEmpty) }) else { return true }
    var walk = GridDoubtWalk(self)
    return walk.isDoubtful(Self.extremes(of: grid)[...])
  }

  /// Each input's least value but 0, its greatest, and 0 where it is one.
  private static func extremes(
    of grid: ParameterGrid
  ) -> [(key: InputKey, values: [ExactInteger])] {
    grid.axes.map { axis in
      let values = (0..<axis.count).map { axis[raw: $0] }
      let least = values.filter { !$0.isZero }.min()
      let chosen = [values.min(), least, values.max()].compactMap(\.self)
      return (axis.key, Array(Set(chosen)))
    }
  }
}

/// Goes through the points of a grid and counts their warnings.
struct GridDoubtWalk {
  private let plan: GridDoubts
  private let axisSlots: [Int]
  private var inputs: GridInputs
  private var factor: AnnualFactor
  private var bounds: DoubtBounds
  private var sound: SoundBounds
  private(set) var tally = DoubtTally()

  init(_ plan: GridDoubts) {
    let grid = plan.grid
    self.plan = plan
    axisSlots = grid.axes.map { GridInputs.slot($0.key) }
    inputs = GridInputs(of: grid.axes.map(\.key) + Array(grid.fixed.keys))
    for (key, value) in grid.fixed { inputs.set(key, GridInputs.slot(key), value) }
    factor = AnnualFactor(secondsPerYear: grid.year.seconds, stakeDecimals: 18)
    bounds = DoubtBounds(factor)
    sound = SoundBounds(factor, bounds)
  }

  /// Counts the warnings of consecutive points.
  mutating func add(_ points: Range<Int>) {
    let axes = plan.grid.axes
    var indices = plan.grid.indices(ofPoint: points.lowerBound)
    var changed = 0
    for point in points {
      for level in changed..<axes.count {
        inputs.set(axes[level], axisSlots[level], at: indices[level])
      }
      var doubts = vaultDoubts().union(plan.ofFixed).union(poolDoubts)
      for (level, index) in indices.enumerated() { doubts.formUnion(plan.ofAxes[level][index]) }
      if !doubts.isEmpty { tally.add(doubts, at: point) }
      changed = GridEvaluator.advance(&indices, along: axes)
    }
  }

  /// Whether any combination of some values of the axes is doubtful.
  mutating func isDoubtful(
    _ extremes: ArraySlice<(key: InputKey, values: [ExactInteger])>
  ) -> Bool {
    guard let (key, values) = extremes.first else { return isDoubtful }
    for value in values {
      inputs.set(key, GridInputs.slot(key), value)
      if isDoubtful(extremes.dropFirst()) { return true }
    }
    return false
  }

  /// Whether the present point is doubtful, or its APR such that exchanged prices would be tried.
  private var isDoubtful: Bool {
    mutating get {
      guard vaultDoubts().isEmpty, poolDoubts.isEmpty else { return true }
      guard plan.mask.contains(.pricesSwapped) else { return false }
      let vault = inputs.vault
      guard case .decimal(let apr) = vault.apr(vault.status, factor) else { return true }
      return apr < bounds.leastAPR || apr > bounds.greatestAPR
    }
  }

  /// The warnings of the present point's vault.
  private mutating func vaultDoubts() -> VaultDoubts {
    var vault = inputs.vault
    // A period that is not known is taken as one that runs and is not counted.
    if !plan.mask.contains(.periodExpired) { vault.periodFinish = vault.timestamp + 1 }
    if factor.stakeDecimals != vault.stakeDecimals {
      factor = AnnualFactor(
        secondsPerYear: plan.grid.year.seconds, stakeDecimals: vault.stakeDecimals)
      bounds = DoubtBounds(factor)
      sound = SoundBounds(factor, bounds)
    }
    if inputs.isVaultInWords {
      let status = vault.status
      if status == .active, sound.containsInputs(vault), sound.containsAPR(of: vault) { return [] }
      let apr = vault.apr(status, factor)
      if let doubts = vault.doubts(status, apr: apr, factor, bounds) {
        return doubts.intersection(plan.mask)
      }
    }
    return exactDoubts().intersection(plan.mask)
  }

  /// The warnings of the present point's pool.
  private var poolDoubts: VaultDoubts {
    plan.arePools && !Compounding.isStated(apr: inputs.poolYield.netAPR) ? .yieldBeyondRange : []
  }

  private func exactDoubts() -> VaultDoubts {
    let convention = YieldConvention(
      time: Timestamp(unchecked: inputs.vault.timestamp), year: plan.grid.year)
    guard
      let report = try? VaultReport(evaluating: inputs.snapshot, under: convention)
    else { preconditionFailure("an axis has a stake price of 0") }
    return VaultDoubts(report.warnings)
  }
}
