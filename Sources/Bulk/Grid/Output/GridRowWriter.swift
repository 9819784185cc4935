internal import FixedPoint

/// Points of a grid to text: axis values, then figures, in the order of the columns.
///
/// One of the files of this module that write through raw pointers, see ``ByteBuffer``.
struct GridRowWriter: Sendable {
  private let grid: ParameterGrid
  private let format: GridFormat
  private let names: [String]
  /// In text, how wide each column is.
  private let widths: [Int]

  init(_ grid: ParameterGrid, format: GridFormat) {
    self.grid = grid
    self.format = format
    names = grid.axes.map(\.parameter.rawValue) + grid.metrics.map(\.rawValue)
    widths = format == .text ? Self.widths(grid) : []
  }

  /// What stands before the first point.
  var head: [UInt8] {
    switch format {
    case .csv: Array((names.joined(separator: ",") + "\n").utf8)
    case .ndjson: []
    case .json: Array("[".utf8)
    case .text: line(names)
    }
  }

  /// What stands after the last point.
  var tail: [UInt8] { format == .json ? Array("\n]\n".utf8) : [] }

  /// Appends the text of consecutive points.
  func append(_ block: GridBlock, to buffer: ByteBuffer) {
    if format == .text {
      buffer.append(textRows(block))
      return
    }
    let keys = names.map { Array("\"\($0)\":".utf8) }
    // The text of the outer axes, which stays the same along a row.
    let outer = ByteBuffer(capacity: names.count * 32)
    var isOuterStale = true
    var indices = grid.indices(ofPoint: block.points.lowerBound)
    for offset in 0..<block.points.count {
      if format == .json {
        buffer.append(Array((block.points.lowerBound + offset == 0 ? "\n  " : ",\n  ").utf8))
      }
      if format != .csv { buffer.append(UInt8(ascii: "{")) }
      if isOuterStale {
        outer.count = 0
        for (column, axis) in grid.axes.dropLast().enumerated() {
          separate(column, keys, in: outer)
          append(axis, indices[column], to: outer)
        }
      }
      buffer.append(0..<outer.count, of: outer)
      if let axis = grid.axes.last {
        separate(grid.axes.count - 1, keys, in: buffer)
        append(axis, indices[grid.axes.count - 1], to: buffer)
      }
      for (column, figures) in block.columns.enumerated() {
        separate(grid.axes.count + column, keys, in: buffer)
        append(figures, offset, to: buffer)
      }
      if format != .csv { buffer.append(UInt8(ascii: "}")) }
      if format != .json { buffer.append(UInt8(ascii: "\n")) }
      isOuterStale = advance(&indices)
    }
  }

  private func separate(_ column: Int, _ keys: [[UInt8]], in buffer: ByteBuffer) {
    if column > 0 { buffer.append(UInt8(ascii: ",")) }
    if format != .csv { buffer.append(keys[column]) }
  }

  /// Moves to the next point; whether it lies in another row.
  private func advance(_ indices: inout [Int]) -> Bool {
    for level in grid.axes.indices.reversed() {
      indices[level] += 1
      if indices[level] < grid.axes[level].count { return level < grid.axes.count - 1 }
      indices[level] = 0
    }
    return true
  }

  private func append(_ axis: GridAxis, _ index: Int, to buffer: ByteBuffer) {
    if case .narrow(let values) = axis.storage {
      append(values[index], decimals: axis.parameter.decimals, to: buffer)
    } else {
      append(text: axis.text(at: index), to: buffer)
    }
  }

  private func append(_ figures: FigureColumn, _ row: Int, to buffer: ByteBuffer) {
    let word = figures.words[row]
    if word != FigureColumn.exceptional {
      append(word, decimals: figures.decimals, to: buffer)
    } else if figures[row] != nil {
      append(text: figures.text(row), to: buffer)
    } else if format != .csv {
      buffer.append(Array("null".utf8))
    }
  }

  /// A number; in JSON as a string, as everything exact is.
  private func append(_ word: UInt128, decimals: Int, to buffer: ByteBuffer) {
    let start = buffer.count
    if format != .csv { buffer.append(UInt8(ascii: "\"")) }
    guard buffer.append(word, isWad: decimals == 18) else {
      buffer.count = start
      append(text: decimals == 18 ? Wad(raw: ExactInteger(word)).text() : "\(word)", to: buffer)
      return
    }
    if format != .csv { buffer.append(UInt8(ascii: "\"")) }
  }

  private func append(text: String, to buffer: ByteBuffer) {
    buffer.append(Array((format == .csv ? text : "\"\(text)\"").utf8))
  }

  private func textRows(_ block: GridBlock) -> [UInt8] {
    var bytes: [UInt8] = []
    for (offset, point) in block.points.enumerated() {
      bytes += line(
        grid.coordinates(ofPoint: point)
          + block.columns.map { $0[offset] == nil ? "-" : $0.text(offset) })
    }
    return bytes
  }

  /// One line of aligned columns, numbers to the right.
  private func line(_ cells: [String]) -> [UInt8] {
    let padded = zip(cells, widths).map { cell, width in
      String(repeating: " ", count: max(0, width - cell.utf8.count)) + cell
    }
    return Array((padded.joined(separator: "  ") + "\n").utf8)
  }

  /// An axis is as wide as its widest value; a figure as one of some hundred thousand whole units,
  /// which wider ones push aside.
  private static func widths(_ grid: ParameterGrid) -> [Int] {
    let axes = grid.axes.map { axis in
      (0..<axis.count).reduce(axis.parameter.rawValue.utf8.count) {
        max($0, axis.text(at: $1).utf8.count)
      }
    }
    return axes + grid.metrics.map { max($0.rawValue.utf8.count, $0.decimals + 7) }
  }
}
