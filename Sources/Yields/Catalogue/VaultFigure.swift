internal import FixedPoint
internal import Quantities
internal import YieldKernels

/// A figure of a vault's report and how it is found: the one list that text, JSON, CSV and the fast
/// paths' tests read.
package struct VaultFigure: Sendable {
  package let key: FigureKey
  /// The figure of a report; nil where there is none, and the report's status says why.
  package let value: @Sendable (VaultReport) -> FigureValue?

  /// All figures of a report, in the order of documents.
  package static let all: [VaultFigure] = [
    VaultFigure(.vault) { $0.snapshot.vault.map(FigureValue.text) },
    VaultFigure(.name) { $0.snapshot.name.map(FigureValue.text) },
    VaultFigure(.status) { .text($0.status.name) },
    VaultFigure(.active) { .flag($0.isActive) },
    VaultFigure(decimal: .apr) { $0.apr?.wad },
    VaultFigure(decimal: .aprPercent) { $0.apr.map { Wad(raw: $0.wad.rawValue * 100) } },
    VaultFigure(decimal: .apyDaily) { $0.apyDaily?.wad },
    VaultFigure(decimal: .apyContinuous) { $0.apyContinuous?.wad },
    VaultFigure(decimal: .apy) { $0.apy?.wad },
    VaultFigure(.compounding) { $0.convention.compounding.map { .integer(ExactInteger($0)) } },
    VaultFigure(decimal: .tvlUsd) { $0.tvl.wad },
    VaultFigure(decimal: .rewardsPerDay) { $0.rewardsPerDay },
    VaultFigure(decimal: .rewardsPerYear) { $0.rewardsPerYear },
    VaultFigure(decimal: .rewardsPerDayUsd) { $0.rewardsPerDayUSD.wad },
    VaultFigure(decimal: .rewardsPerYearUsd) { $0.rewardsPerYearUSD.wad },
    VaultFigure(count: .periodFinish) { $0.snapshot.periodFinish?.seconds },
    VaultFigure(count: .secondsLeft) { $0.secondsLeft?.count },
    VaultFigure(count: .evaluatedAt) { $0.convention.time.seconds },
    VaultFigure(count: .yearSeconds) { $0.convention.year.seconds },
    VaultFigure(.commissionBps) {
      $0.convention.commission.map { .integer(ExactInteger($0.value)) }
    },
    VaultFigure(decimal: .netApr) { $0.netAPR?.wad },
    VaultFigure(decimal: .netApy) { $0.netAPY?.wad },
  ]

  /// The figures that a report under a convention has: those of a number of compoundings, and those
  /// after a commission, only where the convention names one.
  package static func all(under convention: YieldConvention) -> [VaultFigure] {
    all.filter { figure in
      switch figure.key {
      case .apy, .compounding: convention.compounding != nil
      case .commissionBps, .netApr, .netApy: convention.commission != nil
      default: true
      }
    }
  }

  /// The figure with a key; nil for what no vault's report has.
  package static func with(_ key: FigureKey) -> VaultFigure? {
    key == .warnings ? warnings : all.first { $0.key == key }
  }

  /// The codes of a report's warnings, for tables; a document has the warnings themselves.
  private static let warnings = VaultFigure(.warnings) { report in
    report.warnings.isEmpty ? nil : .text(report.warnings.codes.joined(separator: ";"))
  }

  private init(_ key: FigureKey, value: @escaping @Sendable (VaultReport) -> FigureValue?) {
    self.key = key
    self.value = value
  }

  private init(decimal key: FigureKey, value: @escaping @Sendable (VaultReport) -> Wad?) {
    self.init(key) { value($0).map(FigureValue.decimal) }
  }

  private init(count key: FigureKey, value: @escaping @Sendable (VaultReport) -> UInt64?) {
    self.init(key) { value($0).map(FigureValue.count) }
  }
}
