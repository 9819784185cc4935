package import Bulk
internal import FixedPoint
internal import Quantities
package import Sheets
internal import Yields

// A grid's points as a page for people; programs get them as a stream.

extension ParameterGrid {
  /// The most points that a page shows: it is evenly thinned beyond, and says so.
  private static let mostShown = 1_000

  /// The name of a grid's rows.
  package static let rowName = "points"

  /// The points as a table.
  package var sheet: Sheet {
    var sheet = Sheet()
    let stride = max(1, (pointCount + Self.mostShown - 1) / Self.mostShown)
    let rows = Swift.stride(from: 0, to: pointCount, by: stride).map(row)
    sheet.append(Table(Self.rowName, rows: rows, total: pointCount), for: .text)
    return sheet
  }

  private func row(ofPoint point: Int) -> [Figure] {
    let block = evaluate(point..<point + 1)
    return zip(axes, readings(ofPoint: point)).map { axis, reading in
      Figure(heading(axis.key), Phrase(reading))
    }
      + zip(metrics, block.columns).map { metric, column in
        Figure(heading(metric), column[0].map { Phrase(metric.unit.reading($0)) } ?? "none")
      }
  }

  /// The name as in options and rows, and the unit that the readings are in: those of programs are raw.
  private func heading(_ key: InputKey) -> String {
    let isBare =
      switch key.scale {
      case .raw, .decimal: key != .grossApr
      case .text, .time, .seconds, .count, .basisPoints: false
      }
    return key.rawValue + (isBare ? key.unit.map { ", \($0)" } ?? "" : "")
  }

  /// The same of a metric; money, percentages and spans say their unit themselves.
  private func heading(_ metric: FigureKey) -> String {
    switch metric.unit {
    case .tokens, .rawRate: metric.rawValue + (metric.unit.word.map { ", \($0)" } ?? "")
    default: metric.rawValue
    }
  }

  /// The place of a point as people read it.
  func readings(ofPoint point: Int) -> [Reading] {
    let values = zip(axes, indices(ofPoint: point)).map { axis, index in axis[raw: index] }
    let place = zip(axes, values).first { $0.0.key == .stakeDecimals }?.1
    let decimals = (place ?? fixed[.stakeDecimals]).flatMap { Int(exactly: $0) }
    return zip(axes, values).map { axis, value in
      axis.key.reading(value, stakeDecimals: decimals ?? Wad.fractionDigits)
    }
  }
}
