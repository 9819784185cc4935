internal import FixedPoint
internal import Yields
internal import Quantities
internal import YieldKernels
internal import Faults

/// Why a row is bad: the column, empty where none can be named, and the reason.
struct RowFault: Error {
  let column: String
  let reason: String
}

/// Reads and evaluates one row by the unbounded arithmetic: the slow twin of ``FastRowScanner`` and
/// ``FastRowFigures``, with a reason for every row that has no result.
struct CarefulRow {
  private let snapshot: VaultSnapshot
  private let time: Timestamp
  private let year: YearLength
  /// Values that had digits beyond the 18th decimal and were rounded.
  let roundedValues: Int

  /// Reads a record, its line end taken off.
  init(_ record: Span<UInt8>, plan: RowPlan) throws(RowFault) {
    let fields: [RecordField]
    switch RecordFields.split(record) {
    case .success(let found): fields = found
    case .failure(let fault):
      throw RowFault(column: plan.name(of: fault.column), reason: fault.reason)
    }
    let expected = plan.columns.count
    guard fields.count == expected else {
      throw RowFault(
        column: plan.name(of: min(fields.count, expected)),
        reason: "found \(fields.count) fields; expected \(expected)")
    }
    var values = CarefulValues(time: plan.time, refusesRounding: plan.refusesRounding)
    for (index, column) in plan.columns.enumerated() {
      guard let column else { continue }
      do throws(ValueFault) {
        try values.read(fields[index].text(in: record), as: column)
      } catch {
        throw RowFault(column: plan.columnNames[index], reason: error.reason)
      }
    }
    do throws(Fault) {
      snapshot = try values.snapshot()
    } catch {
      throw RowFault(column: plan.name(of: .totalSupply), reason: error.fact)
    }
    (time, year, roundedValues) = (values.time, plan.year, values.roundedValues)
    guard snapshot.status(at: time) != .zeroStakePrice else {
      throw RowFault(
        column: plan.name(of: .stakePrice), reason: Fault.zeroStakePrice.fact)
    }
  }

  /// The figure of a metric as text, empty where there is none.
  func text(_ metric: CSVMetric) -> String {
    let status = snapshot.status(at: time)
    let accrues = status == .active
    let apr = snapshot.apr(status: status, year: year)
    switch metric {
    case .apr: return apr?.wad.text() ?? ""
    case .aprPercent: return apr.map { Wad(raw: $0.wad.rawValue * 100).text() } ?? ""
    case .active: return snapshot.isActive(at: time) ? "true" : "false"
    case .status: return status.name
    case .tvlUSD: return snapshot.tvl.wad.text()
    case .rewardsPerDay:
      return (accrues ? snapshot.rewards(over: Seconds.day.count) : .zero).text()
    case .rewardsPerYear: return (accrues ? snapshot.rewards(over: year.seconds) : .zero).text()
    case .rewardsPerDayUSD:
      return (accrues ? snapshot.rewardsUSD(over: Seconds.day.count) : .zero).wad.text()
    case .rewardsPerYearUSD:
      return (accrues ? snapshot.rewardsUSD(over: year.seconds) : .zero).wad.text()
    case .apyDaily: return apyText(.daily, of: apr)
    case .apyContinuous: return apyText(.continuous, of: apr)
    case .secondsLeft:
      return snapshot.periodFinish.map { time.seconds(until: $0).description } ?? ""
    }
  }
}

extension CarefulRow {
  private func apyText(_ compounding: Compounding, of apr: APR?) -> String {
    apr.flatMap { compounding.statedAPY(fromAPR: $0.wad, rounding: .halfEven) }?.text() ?? ""
  }
}

extension RowPlan {
  /// The header's name of a column, or nothing beyond the last.
  func name(of index: Int) -> String {
    columnNames.indices.contains(index) ? columnNames[index] : ""
  }

  /// The header's name of the column with a meaning.
  func name(of column: VaultColumn) -> String {
    columns.firstIndex(of: column).map { columnNames[$0] } ?? column.name
  }
}
