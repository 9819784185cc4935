internal import FixedPoint

extension HeatMap {
  /// The cells along one axis: where they are, in hundredths of a pixel, and what is written at them.
  struct Cells: Sendable {
    let labels: TickLabels
    /// Where texts stand, in the order of the labels.
    let texts: [(place: Int, text: String)]
    /// Marks without a text.
    let minorPlaces: [Int]
    private let start: Int
    private let end: Int
    private let count: Int

    /// Cells of equal size, the first at the start.
    ///
    /// An axis of equal ratios has its powers of ten marked; any other the values of its cells, as many
    /// as there is room for.
    ///
    /// - Parameters:
    ///   - values: the values of the cells.
    ///   - axis: what they are.
    ///   - start: where the first cell begins.
    ///   - end: where the last one ends.
    ///   - room: what a text takes along the axis; nil takes its width.
    init(_ values: [Wad], on axis: PlotAxis, from start: Int, to end: Int, room: Int?) {
      (self.start, self.end, count) = (start, end, values.count)
      func centre(_ index: Int) -> Int {
        Self.centre(index, of: values.count, from: start, to: end)
      }
      guard axis.isLogarithmic(values), let first = values.first, let last = values.last else {
        labels = TickLabels(values, on: axis)
        let widest = room ?? (labels.texts.map(PlotStyle.width(of:)).max() ?? 0) + 1200
        let cell = max(abs(end - start) / max(values.count, 1), 1)
        let every = max((widest + cell - 1) / cell, 1)
        texts = labels.texts.enumerated().filter { $0.offset % every == 0 }
          .map { (centre($0.offset), $0.element) }
        minorPlaces = []
        return
      }
      let (low, high) = (centre(0), centre(values.count - 1))
      let scale = LogarithmicScale(
        values, from: first < last ? low : high, to: first < last ? high : low, isRound: false,
        steps: max(abs(end - start) / (room ?? 7000), 2))
      labels = scale.labels(on: axis)
      texts = Array(zip(scale.ticks.map(scale.place), labels.texts))
      minorPlaces = scale.minorTicks.map(scale.place)
    }

    /// Where a cell begins; that of the number of cells is the end.
    func edge(_ index: Int) -> Int { start + (end - start) * index / max(count, 1) }

    /// The middle of a cell.
    func centre(_ index: Int) -> Int { Self.centre(index, of: count, from: start, to: end) }

    private static func centre(_ index: Int, of count: Int, from start: Int, to end: Int) -> Int {
      start + (end - start) * (2 * index + 1) / (2 * max(count, 1))
    }
  }
}
