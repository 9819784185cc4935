internal import Faults
internal import FixedPoint
internal import Inputs
internal import Quantities
internal import YieldKernels
internal import Yields

/// The texts of a table's cells, for the rows that words cannot hold.
package protocol TableCells {
  /// What a cell says as people would write it.
  ///
  /// - Parameters:
  ///   - column: where it stands in the table.
  ///   - row: the row of the block.
  /// - Returns: the text; nil where the cell is null.
  func text(_ column: Int, row: Int) -> String?
}

/// Evaluates a table block by block: by columns where they are words, row by row elsewhere, with the
/// same figures and the same faults as every other way in.
package struct TableEvaluator {
  package var block = VaultBlock()
  package var figures: TableFigures
  private let plan: TablePlan
  private let largestStatedAPR: UInt128

  // As long as the block.
  private var apr: [UInt128] = []
  private var apy: [UInt128] = []
  private var status: [VaultStatus] = []
  /// The rows that the columns have no figures for.
  private var isOpen = [Bool](repeating: false, count: VaultBlock.capacity)

  package init(_ plan: TablePlan) {
    self.plan = plan
    figures = TableFigures(plan.rows.figures)
    largestStatedAPR = plan.rows.bounds[0].largestStatedAPR
  }

  /// Begins a block of so many rows, whose columns are then filled.
  package mutating func begin(_ count: Int) {
    block.begin(count, plan.rows.blankRow)
    if apr.count != count {
      apr = [UInt128](repeating: 0, count: count)
      apy = apr
      status = [VaultStatus](repeating: .active, count: count)
    }
    figures.begin()
    if plan.rows.comparesPublished { block.requireCare() }
  }

  /// Evaluates the block.
  ///
  /// - Parameters:
  ///   - first: the row of the table that is the block's first.
  ///   - cells: the block's cells as texts.
  package mutating func evaluate(from first: Int, _ cells: some TableCells) {
    let count = block.count
    guard count > 0 else { return }
    let isVector = !plan.rows.comparesPublished && block.isUniform
    if isVector { evaluateAPRs() } else { evaluateAPRsByRow() }
    Self.take(status, apr, block.marks, into: &figures.statuses, &isOpen)
    if !plan.rows.comparesPublished {
      for (index, figure) in plan.rows.figures.enumerated() { fill(index, figure.key) }
    }
    // A column may have met the end of its kernel's range as well.
    for row in 0..<count where isOpen[row] { settle(row, first, cells) }
  }

  /// The statuses of rows, and which of them no column has figures for.
  private static func take(
    _ status: [VaultStatus], _ apr: [UInt128], _ marks: [UInt8],
    into statuses: inout [RowStatus], _ isOpen: inout [Bool]
  ) {
    let (status, apr, marks) = (status.span, apr.span, marks.span)
    var statuses = statuses.mutableSpan
    var open = isOpen.mutableSpan
    for row in status.indices {
      statuses[row] = RowStatus(status[row])
      open[row] =
        marks[row] != 0 || status[row] == .zeroStakePrice || apr[row] == RewardVaultAPR.wideMarker
    }
  }

  // MARK: - Columns

  private mutating func evaluateAPRs() {
    Self.evaluate(
      block.rewardRate, block.rewardPrice, block.totalSupply, block.stakePrice, block.periodFinish,
      at: block.timestamp[0], factor(of: 0), into: &apr, &status)
  }

  private static func evaluate(
    _ rewardRate: [UInt128], _ rewardPrice: [UInt128], _ totalSupply: [UInt128],
    _ stakePrice: [UInt128], _ periodFinish: [UInt64], at time: UInt64, _ factor: AnnualFactor,
    into apr: inout [UInt128], _ status: inout [VaultStatus]
  ) {
    var aprs = apr.mutableSpan
    var statuses = status.mutableSpan
    // What is wider than a word is found by its mark, and read row by row.
    _ = RewardVaultAPR.evaluate(
      rewardRate: rewardRate.span, rewardPrice: rewardPrice.span, totalSupply: totalSupply.span,
      stakePrice: stakePrice.span, periodFinish: periodFinish.span, at: time, factor: factor,
      apr: &aprs, status: &statuses)
  }

  private static func compound(_ apr: [UInt128], into apy: inout [UInt128]) {
    var apys = apy.mutableSpan
    Compounding.daily.evaluate(apr: apr.span, rounding: .halfEven, into: &apys)
  }

  private mutating func evaluateAPRsByRow() {
    for row in 0..<block.count {
      let words = block.row(row)
      status[row] = words.status
      apr[row] =
        switch words.apr(status[row], factor(of: row)) {
        case .decimal(let word): word
        case .none: 0
        default: RewardVaultAPR.wideMarker
        }
    }
  }

  private func place(of row: Int) -> Int {
    plan.rows.factors.count == 1 ? 0 : Int(block.stakeDecimals[row])
  }

  private func factor(of row: Int) -> AnnualFactor { plan.rows.factors[place(of: row)] }

  private mutating func fill(_ index: Int, _ key: FigureKey) {
    let count = block.count
    switch key {
    case .status: break
    case .apr:
      figures.columns[index].take(apr, count)
      removeWithoutStake(index)
    case .apyDaily: fillAPY(index)
    case .active:
      for row in 0..<count {
        figures.columns[index].set(row, block.timestamp[row] < block.periodFinish[row] ? 1 : 0)
      }
    case .warnings: fillWarnings(index)
    default:
      for row in 0..<count where !isOpen[row] {
        let place = place(of: row)
        let factor = key.isNet ? plan.rows.netFactors[place] : plan.rows.factors[place]
        switch block.row(row).figure(key, status[row], factor) {
        case .decimal(let word) where word != RewardVaultAPR.wideMarker:
          figures.columns[index].set(row, word)
        case .count(let count): figures.columns[index].set(row, UInt128(count))
        case .flag(let flag): figures.columns[index].set(row, flag ? 1 : 0)
        case .none: figures.columns[index].replace(row, with: .none)
        case .decimal, .status, .beyond: isOpen[row] = true
        }
      }
    }
  }

  private mutating func removeWithoutStake(_ index: Int) {
    for row in 0..<block.count where status[row] == .noStake {
      figures.columns[index].replace(row, with: .none)
    }
  }

  private mutating func fillAPY(_ index: Int) {
    let count = block.count
    Self.compound(apr, into: &apy)
    figures.columns[index].take(apy, count)
    removeWithoutStake(index)
    for row in 0..<count where !isOpen[row] {
      if apr[row] > largestStatedAPR {
        figures.columns[index].replace(row, with: .none)
      } else if apy[row] == Compounding.wideMarker {
        isOpen[row] = true
      }
    }
  }

  private mutating func fillWarnings(_ index: Int) {
    for row in 0..<block.count where !isOpen[row] {
      let place = place(of: row)
      let words = block.row(row)
      let doubts = words.doubts(
        status[row], apr: .decimal(apr[row]), plan.rows.factors[place], plan.rows.bounds[place])
      if let doubts {
        if !doubts.isEmpty { figures.texts[index][row] = doubts.text }
      } else {
        isOpen[row] = true
      }
    }
  }

  // MARK: - Rows

  /// A row by its texts: the figures, or why there are none.
  private mutating func settle(_ row: Int, _ first: Int, _ cells: some TableCells) {
    do throws(Fault) {
      guard let values = try values(row, first, cells) else {
        return figures.clear(row, .unknown)
      }
      let careful = try CarefulRow(values, plan: plan.rows)
      figures.statuses[row] = RowStatus(careful.status)
      for (index, figure) in plan.rows.figures.enumerated() { take(figure, index, row, careful) }
    } catch {
      figures.clear(row, .rejected)
      let place = Place.row(first + row, column: error.place?.member)
      figures.faults.append((row, error.at(place)))
    }
  }

  /// A row's values; nil where one is missing that it needs, and no other is wrong.
  private func values(
    _ row: Int, _ first: Int, _ cells: some TableCells
  ) throws(Fault) -> CarefulValues? {
    var values = CarefulValues(
      time: plan.rows.time, refusesRounding: plan.rows.isStrict)
    var isMissing = false
    for input in plan.inputs {
      guard let text = cells.text(input.column, row: row) else {
        isMissing =
          isMissing
          || input.key != .periodFinish && !InputKey.comparisonColumns.contains(input.key)
        continue
      }
      let place = Place.row(first + row, column: plan.rows.columnNames[input.column])
      try values.read(Field(text: text, place: place), as: input.key)
    }
    return isMissing ? nil : values
  }

  private mutating func take(_ figure: RowFigure, _ index: Int, _ row: Int, _ careful: CarefulRow) {
    switch figure {
    case .report(let figure) where figure.key != .warnings && figure.key != .status:
      switch careful.value(figure) {
      case .decimal(let wad):
        figures.columns[index].replace(row, with: .exact(wad.rawValue))
      case .integer(let integer): figures.columns[index].replace(row, with: .exact(integer))
      case .count(let count):
        figures.columns[index].replace(row, with: .word(UInt128(count)))
      case .flag(let flag): figures.columns[index].replace(row, with: .word(flag ? 1 : 0))
      case .text, nil: figures.columns[index].replace(row, with: .none)
      }
    case .report:
      let text = careful.text(figure)
      figures.texts[index][row] = text.isEmpty ? nil : text
    case .comparison(let key):
      let text = careful.text(figure)
      figures.texts[index][row] = text.isEmpty ? nil : text
      figures.columns[index].replace(row, with: Self.number(key, text))
    }
  }

  /// A figure of the comparison that is a number.
  private static func number(_ key: FigureKey, _ text: String) -> GridFigure {
    switch key {
    case .figure: (try? Wad(parsing: text)).map { .exact($0.rawValue) } ?? .none
    case .hypotheses: (try? ExactInteger(parsing: text)).map { .exact($0) } ?? .none
    default: .none
    }
  }
}
