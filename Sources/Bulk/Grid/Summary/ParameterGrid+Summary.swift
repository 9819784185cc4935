internal import FixedPoint
internal import Platform
internal import Yields

extension ParameterGrid {
  /// Summarises all points without holding them: extremes and where they are, means, quantiles.
  ///
  /// Everything is exact. The grid is computed once for extremes and means, and a few times more for
  /// the quantiles, for its points cost less than a place to keep them.
  ///
  /// - Parameters:
  ///   - threads: how many threads work; all processors unless given.
  ///   - progress: called now and then, by one thread at a time, with the points done in this pass and
  ///     their number.
  /// - Returns: the summary.
  public func summary(
    threads: Int? = nil, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) -> GridSummary {
    let threads = threads ?? WorkerThreads.processorCount
    let total = pointCount
    let report: @Sendable (Int) -> Void = { done in progress?(done, total) }
    let totals = fold(threads, metrics.map { _ in MetricTotals() }, report) { block, totals in
      for index in totals.indices {
        totals[index].add(block.columns[index], from: block.points.lowerBound)
      }
    } merge: { totals, others in
      for index in totals.indices { totals[index].merge(others[index]) }
    }
    var searches = totals.map(QuantileSearch.init)
    while !searches.allSatisfy(\.isDone) {
      let present = searches
      let tallies = fold(threads, present.map(\.emptyTally), report) { block, tallies in
        for (index, search) in present.enumerated() {
          search.add(block.columns[index], to: &tallies[index])
        }
      } merge: { tallies, others in
        for index in tallies.indices { tallies[index].merge(others[index]) }
      }
      for index in searches.indices { searches[index].learn(tallies[index]) }
    }
    return GridSummary(
      pointCount: pointCount,
      metrics: metrics.indices.map { index in
        summary(of: metrics[index], totals[index], searches[index])
      })
  }

  /// Adds all points to values that begin as `initial`, one for each slot of work, and merges those.
  private func fold<Value>(
    _ threads: Int, _ initial: Value, _ progress: @escaping @Sendable (Int) -> Void,
    add: @escaping @Sendable (GridBlock, inout Value) -> Void,
    merge: (inout Value, Value) -> Void
  ) -> Value {
    let values = forEachBlock(threads: threads) {
      initial
    } work: { block, value in
      add(block, &value)
    } deliver: { points, _ in
      progress(points.upperBound)
    }
    return values.reduce(into: initial, merge)
  }

  private func summary(
    of metric: FigureKey, _ totals: MetricTotals, _ search: QuantileSearch
  ) -> MetricSummary {
    MetricSummary(
      metric: metric, count: totals.count, absent: totals.absent,
      unstated: totals.unstated, minimum: totals.minimum, maximum: totals.maximum,
      mean: totals.mean, quantiles: search.quantiles)
  }
}
