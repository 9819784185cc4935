// Titles, legends and tables: text that takes as many lines as it needs.

extension SVGCanvas {
  /// How far from the edge text begins, in hundredths of a pixel.
  static let margin = 1200

  /// How high a line of text is, in hundredths of a pixel.
  static let line = 1800

  /// The lines of a text that each fit a width.
  ///
  /// - Parameters:
  ///   - content: the text.
  ///   - width: the width in hundredths of a pixel.
  ///   - measure: how wide a text is.
  /// - Returns: the lines.
  static func lines(_ content: String, in width: Int, _ measure: (String) -> Int) -> [String] {
    var lines: [String] = []
    for word in content.split(separator: " ") {
      if let last = lines.last, measure("\(last) \(word)") <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The lines of a plot's title.
  static func titleLines(_ title: String, _ size: PlotSize) -> [String] {
    lines(title, in: size.width * 100 - 2 * margin, PlotStyle.titleWidth)
  }

  /// Writes a title from the top.
  mutating func title(_ lines: [String]) {
    for (index, text) in lines.enumerated() {
      label(text, Self.margin, 2400 + index * Self.line, style: "by-title")
    }
  }

  /// A text under a plot.
  ///
  /// - Parameters:
  ///   - content: the text.
  ///   - top: where it begins, in pixels.
  ///   - width: the plot's width, in pixels.
  /// - Returns: where it ends, in pixels.
  mutating func caption(_ content: String, from top: Int, width: Int) -> Int {
    let lines = Self.lines(content, in: width * 100 - 2 * Self.margin, PlotStyle.monospacedWidth)
    for (index, text) in lines.enumerated() {
      label(text, Self.margin, top * 100 + index * Self.line + 1000, style: "by-mono")
    }
    return top + lines.count * Self.line / 100
  }

  /// A small table under a plot: the first column names the row, numbers end at the right.
  ///
  /// - Parameters:
  ///   - rows: the cells, the titles of the columns first.
  ///   - top: where it begins, in pixels.
  /// - Returns: where it ends, in pixels.
  mutating func table(_ rows: [[String]], from top: Int) -> Int {
    let columns = rows.map(\.count).max() ?? 0
    var edge = Self.margin
    for column in 0..<columns {
      let cells = rows.map { column < $0.count ? $0[column] : "" }
      let width = cells.map(PlotStyle.monospacedWidth).max() ?? 0
      for (row, text) in cells.enumerated() where !text.isEmpty {
        label(
          text, column == 0 ? edge : edge + width, top * 100 + row * Self.line + 1000,
          style: row == 0 ? "by-head" : "by-mono", anchor: column == 0 ? .start : .end)
      }
      edge += width + 1600
    }
    return top + rows.count * Self.line / 100
  }
}
