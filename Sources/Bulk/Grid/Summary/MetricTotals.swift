internal import FixedPoint

/// Count, sum and extremes of one metric, as they grow.
struct MetricTotals: Sendable {
  private(set) var count = 0
  private(set) var absent = 0
  /// Absent figures that are larger than all that are stated.
  private(set) var unstated = 0
  private(set) var minimum: MetricSummary.Extremum?
  private(set) var maximum: MetricSummary.Extremum?
  private(set) var sum = ExactInteger(0)
  /// Figures of 2^128 - 1 units and more.
  private(set) var beyond = 0
  /// The smallest of them.
  private(set) var lowestBeyond: ExactInteger?
  private(set) var lowestWord = UInt128.max
  private(set) var highestWord: UInt128 = 0

  /// The sum over the count, rounded half to even; nil without figures.
  var mean: ExactInteger? {
    count == 0 ? nil : sum.divided(byNonZero: ExactInteger(count), rounding: .halfEven)
  }

  mutating func add(_ column: FigureColumn, from firstPoint: Int) {
    unstated += column.unstatedCount
    var (low, high) = (UInt128.max, UInt128(0))
    var (lowRow, highRow, found) = (0, 0, 0)
    var (total, carries) = (UInt128(0), 0)
    for (row, word) in column.words.enumerated() {
      if word == FigureColumn.exceptional {
        addException(column[row], at: firstPoint + row)
        continue
      }
      if word < low { (low, lowRow) = (word, row) }
      if word > high || found == 0 { (high, highRow) = (word, row) }
      found += 1
      let (next, overflow) = total.addingReportingOverflow(word)
      (total, carries) = (next, carries + (overflow ? 1 : 0))
    }
    guard found > 0 else { return }
    count += found
    sum += ExactInteger(total) + ExactInteger(carries).shiftedLeft(by: 128)
    lowestWord = min(lowestWord, low)
    highestWord = max(highestWord, high)
    offer(ExactInteger(low), at: firstPoint + lowRow)
    offer(ExactInteger(high), at: firstPoint + highRow)
  }

  private mutating func addException(_ value: ExactInteger?, at point: Int) {
    guard let value else {
      absent += 1
      return
    }
    count += 1
    beyond += 1
    lowestBeyond = min(lowestBeyond ?? value, value)
    sum += value
    offer(value, at: point)
  }

  mutating func merge(_ other: MetricTotals) {
    count += other.count
    absent += other.absent
    unstated += other.unstated
    beyond += other.beyond
    lowestBeyond = [lowestBeyond, other.lowestBeyond].compactMap(\.self).min()
    sum += other.sum
    lowestWord = min(lowestWord, other.lowestWord)
    highestWord = max(highestWord, other.highestWord)
    for extremum in [other.minimum, other.maximum].compactMap({ $0 }) {
      offer(extremum.value, at: extremum.point)
    }
  }

  /// Takes a value for the smallest or largest; among equals the first point stays.
  private mutating func offer(_ value: ExactInteger, at point: Int) {
    let candidate = MetricSummary.Extremum(value: value, point: point)
    let isLess = minimum.map { value < $0.value || (value == $0.value && point < $0.point) }
    let isMore = maximum.map { value > $0.value || (value == $0.value && point < $0.point) }
    if isLess ?? true { minimum = candidate }
    if isMore ?? true { maximum = candidate }
  }
}
