internal import FixedPoint

extension LineChart.Series {
  /// The points that a plot of this width can show: of each column of pixels the first, the lowest, the
  /// highest and the last.
  ///
  /// - Parameters:
  ///   - scale: places them across the plot.
  ///   - columns: how many columns of pixels there are.
  /// - Returns: the points, in their order.
  func visible(on scale: any PlotScale, columns: Int) -> [LineChart.Point] {
    guard points.count > 8 * columns else { return points }
    let pixels = pixels(on: scale)
    var shown: [LineChart.Point] = []
    var first = 0
    for end in 1...points.count where end == points.count || pixels[end] != pixels[first] {
      let known = (first..<end).compactMap { index in points[index].y.map { (index, $0) } }
      let least = known.min { $0.1 < $1.1 }?.0
      let most = known.max { $0.1 < $1.1 }?.0
      let kept = Set([first, least, most, end - 1].compactMap(\.self))
      shown += kept.sorted().map { points[$0] }
      first = end
    }
    return shown
  }

  /// The column of pixels of each point.
  ///
  /// Between two points in one column a rising or falling curve stays in it, so few places are worked
  /// out: a logarithm costs more than a comparison.
  private func pixels(on scale: any PlotScale) -> [Int] {
    let pairs = zip(points, points.dropFirst())
    let isSorted = pairs.allSatisfy { $0.x <= $1.x } || pairs.allSatisfy { $0.x >= $1.x }
    guard isSorted, let last = points.indices.last else {
      return points.map { scale.place($0.x) / 100 }
    }
    var pixels = [Int](repeating: 0, count: points.count)
    func fill(_ low: Int, _ high: Int, _ first: Int, _ end: Int) {
      (pixels[low], pixels[high]) = (first, end)
      guard high - low > 1 else { return }
      guard first != end else {
        for index in low...high { pixels[index] = first }
        return
      }
      let middle = (low + high) / 2
      let place = scale.place(points[middle].x) / 100
      fill(low, middle, first, place)
      fill(middle, high, place, end)
    }
    fill(0, last, scale.place(points[0].x) / 100, scale.place(points[last].x) / 100)
    return pixels
  }
}
