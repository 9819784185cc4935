internal import Faults
internal import Quantities
internal import Text
internal import YieldKernels
internal import Yields

/// What a run does to every row: which column means what, when to evaluate, what to append.
struct RowPlan: Sendable {
  /// The meaning of each column of the input, nil for one that passes through.
  let columns: [InputKey?]
  /// The header's names, for rejects.
  let columnNames: [String]
  /// Whether rows leave as objects.
  let writesNDJSON: Bool
  /// What is appended, in order.
  let figures: [RowFigure]
  /// Whether a published yield is compared with the exact one, which is slow.
  let comparesPublished: Bool
  /// How the input is written.
  let form: CSVForm
  /// The figures' names in the output.
  let figureNames: [String]
  let time: Timestamp
  /// Whether each row has its own time of evaluation.
  let hasTimes: Bool
  let year: YearLength
  /// The commission that net figures are after.
  let commission: BasisPoints?
  /// The year and the decimals of each row, folded once: indexed by decimals where there is a column
  /// of them, else a single factor for 18.
  let factors: [AnnualFactor]
  /// The same with the commission; none where no figure is net.
  let netFactors: [AnnualFactor]
  /// The bounds of what is plausible, indexed as ``factors``.
  let bounds: [DoubtBounds]
  /// What tells at once that nothing is wrong, indexed as ``factors``.
  let sound: [SoundBounds]
  /// Digits beyond the 18th decimal make a bad row instead of being rounded, and a bad row ends the run.
  let isStrict: Bool

  init(
    columns: [InputKey?], columnNames: [String], figureNames: [String], analysis: CSVAnalysis
  ) {
    self.columns = columns
    self.columnNames = columnNames
    self.figureNames = figureNames
    form = analysis.form
    figures = analysis.metrics.map(RowFigure.init)
    comparesPublished = analysis.comparesPublished
    writesNDJSON = analysis.writesNDJSON
    time = analysis.time
    hasTimes = columns.contains(.timestamp)
    year = analysis.year
    commission = analysis.commission
    isStrict = analysis.isStrict
    let factors =
      columns.contains(.stakeDecimals)
      ? year == .days365 ? Self.usualFactors : Self.factors(year)
      : [AnnualFactor(secondsPerYear: year.seconds, stakeDecimals: 18)]
    self.factors = factors
    let commission = analysis.metrics.contains(where: \.isNet) ? analysis.commission : nil
    netFactors =
      commission.map { commission in
        factors.map {
          AnnualFactor(
            secondsPerYear: $0.secondsPerYear, stakeDecimals: $0.stakeDecimals,
            commissionBasisPoints: UInt16(commission.value))
        }
      } ?? []
    let isUsual = columns.contains(.stakeDecimals) && year == .days365
    bounds = isUsual ? Self.usualBounds : factors.map(DoubtBounds.init)
    sound = isUsual ? Self.usualSound : zip(factors, bounds).map { SoundBounds($0, $1) }
  }

  private static let usualBounds = usualFactors.map(DoubtBounds.init)

  private static let usualSound = zip(usualFactors, usualBounds).map { SoundBounds($0, $1) }

  /// The factors of the protocol's year, made once: 256 of them take a while.
  private static let usualFactors = factors(.days365)

  private static func factors(_ year: YearLength) -> [AnnualFactor] {
    (UInt8.min...UInt8.max).map {
      AnnualFactor(secondsPerYear: year.seconds, stakeDecimals: $0)
    }
  }

  /// Writes rows as objects: the input's fields as texts, then the figures.
  var objectWriter: RowWriter {
    RowWriter(
      columnNames.map { RowWriter.Column(name: $0, unit: .text) }
        + zip(figureNames, figures).map { RowWriter.Column(name: $0, unit: $1.key.unit) },
      format: .ndjson)
  }

  /// A row with the values that no column gives.
  var blankRow: VaultWords { VaultWords(timestamp: time.seconds) }

  /// The column at an index by the header's name; nil beyond the last.
  func place(of index: Int) -> Place? {
    columnNames.indices.contains(index) ? .input(columnNames[index]) : nil
  }
}
