package import Faults
internal import FixedPoint
internal import History
package import Quantities
package import Sheets
internal import Text
internal import Yields

/// A figure of a history over time, for one vault or pool.
package struct HistorySeries: Sendable {
  package let figure: HistoryFigure
  /// The vault's or pool's address, or the pool's kind.
  package let subject: String
  package let name: String?
  package let points: [HistoryPoint]

  package init(_ figure: HistoryFigure, of subject: String, name: String?, _ points: [HistoryPoint])
  {
    (self.figure, self.subject, self.name, self.points) = (figure, subject, name, points)
  }

  /// The most marks that a history is resampled to.
  private static let mostMarks: UInt64 = 1_000_000

  /// The same at marks of equal distance.
  ///
  /// - Parameters:
  ///   - step: the distance.
  ///   - range: the first mark, and the time that none is after.
  /// - Returns: the series; a mark without an observation since the one before has no value.
  /// - Throws: a `Fault` for more marks than anybody reads.
  package func resampled(
    every step: Seconds, in range: (from: Timestamp?, to: Timestamp?)
  ) throws(Fault) -> HistorySeries {
    guard let first = range.from ?? points.first?.time, let last = points.last?.time else {
      return self
    }
    let length = first.seconds(until: max(range.to ?? last, last))
    guard step.count > 0, length.count / step.count < Self.mostMarks else {
      throw Fault(
        .tooLong, at: .option("--every"), found: "a step of \(step.span) in \(length.span)",
        expected: "at most \(Self.mostMarks) marks")
    }
    return HistorySeries(
      figure, of: subject, name: name, points.resampled(every: step, from: range.from, to: range.to)
    )
  }

  private var isOfPool: Bool { figure == .sharePrice }

  /// The answer: a line a point.
  package var sheet: Sheet {
    var sheet = Sheet(Phrase("\(figure.heading) of \(name ?? subject)"))
    let named = [
      Figure.text(isOfPool ? "pool" : "vault", isOfPool ? "pool" : "vault", subject)
    ]
    sheet.subject = named
    sheet.append(
      figures: named + [Figure("name", "name", .text(name), text: Phrase(name ?? "none"))])
    let (figure, points) = (figure, points)
    sheet.append(
      Table(
        "points", "points",
        rows: RowSource(count: points.count) { index in
          let point = points[index]
          return [
            .time("time", "time", point.time),
            point.block.map { .block("block", "block", ExactInteger($0.number)) }
              ?? .none("block", "block", "none read"),
            figure.figure(point.value),
          ]
        }, columns: ["time", "block", figure.key], empty: "no block in the range"))
    sheet.csvTable = "points"
    return sheet
  }

  /// The series as a curve.
  ///
  /// - Returns: an SVG file.
  /// - Throws: a `Fault` where nothing was observed.
  package func plot() throws(Fault) -> String {
    guard let chart else {
      throw Fault(
        .missingValue, at: .option("--plot"), found: "no block",
        expected: "at least one in the range to draw")
    }
    return PlotDocument(title: "\(figure.heading) of \(name ?? subject)", panels: [chart]).file
  }

  /// The curve; nil where nothing was observed.
  package var chart: LineChart? {
    guard let start = points.first?.time else { return nil }
    let axis =
      switch figure {
      case .apr, .realized: PlotAxis(.apr, spacing: .linear)
      case .tvl: PlotAxis("TVL", unit: "USD")
      case .bid: PlotAxis("incentives per reward token", unit: "USD")
      case .runway: PlotAxis("runway", unit: "days")
      case .sharePrice: PlotAxis("share price", unit: "BERA")
      }
    let scale = figure == .runway ? ExactRational(1, overNonZero: 86_400) : .one
    return LineChart(
      title: figure.heading, x: PlotAxis(daysSince: start), y: axis,
      series: [
        .init(
          name: figure.title,
          points: points.map { point in
            LineChart.Point(
              x: PlotDays.wad(from: start, to: point.time),
              y: point.value.map { ($0 * scale).wad(rounding: .down) })
          })
      ])
  }
}

extension HistorySeries {
  /// What `history STORE FIGURE` answers.
  package static let answer = Answer(
    "history-figure", "history STORE FIGURE", "A figure of a vault or a pool over time.",
    roots: [.object(keys), .rows(keys)], subject: ["vault", "pool"], usualRows: "points")

  private static let keys: [AnswerKey] = [
    .value("vault", .text, "The vault's address.", given: "of a vault"),
    .value(
      "pool", .text, "The pool's address, or sWBERA.", given: "with share-price"),
    .value("name", .text, "Its name.", null: "it has none"),
    .rows(
      "points", "The blocks, or the marks of --every.",
      [
        .value("time", .time, "The block's time, or the mark."),
        .value(
          "block", .count, "The last block at or before it.",
          null: "none was read since the mark before"),
        .value(
          "apr", .fraction, "The APR that is quoted, or the realised one of the window before.",
          null: "there is none", given: "with apr or realized"),
        .value(
          "tvlUsd", .usd, "The value of the whole stake.", null: "there is none", given: "with tvl"),
        .value(
          "bid", .usd, "What offers bid for a reward token.", null: "there is none",
          given: "with bid"),
        .value(
          "runwaySeconds", .exactSeconds, "How long the last offer that pays lasts.",
          null: "there is none", given: "with runway"),
        .value(
          "sharePrice", .number, "BERA per share.", null: "there is none",
          given: "with share-price"),
      ]),
  ]
}
