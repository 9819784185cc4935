internal import Bulk
internal import Quantities
internal import Yields

extension GridQuestion {
  /// What `sweep` answers: a row for each point.
  package static let answer = Answer(
    "sweep", "sweep",
    "Figures of every point: an array of objects, or a line or a record for each.",
    roots: [.rows(axes(given: "where it is an axis") + metrics)])

  /// What `sweep --summary` answers.
  package static let summaryAnswer = Answer(
    "sweep-summary", "sweep --summary", "What all points have in common.",
    usualRows: GridSummary.rows,
    [
      .provenance, .value("points", .count, "How many points there are."),
      .rows(
        GridSummary.rows, "A row for each metric.",
        [
          .words("metric", FigureKey.metrics.map(\.rawValue), "The metric."),
          .value("count", .count, "How many points have it."),
          .value("absent", .count, "How many have none."),
          .value(
            "unstated", .count,
            "How many of those have an APY that is not stated, as the APR is above "
              + "\(NoYield.limit): the quantiles rank these points above all others."),
        ] + extremum("min", "smallest") + extremum("max", "largest") + [
          value("mean", "The exact mean, rounded half to even.", null: noPoint)
        ]
          + MetricSummary.percents.map { percent in
            value(
              "p\(percent)", "The least value that \(percent) % of the points do not exceed.",
              null: "\(noPoint), or the quantile is a point whose APY is not stated")
          }),
    ])

  private static let noPoint = "no point has the metric"

  private static func extremum(_ name: String, _ word: String) -> [AnswerKey] {
    [
      value(name, "The \(word) value.", null: noPoint),
      AnswerKey(
        "arg\(name)", .place(axes(given: "where it is an axis")),
        "The first point that has it; a cell of CSV has NAME=VALUE for each axis.", null: noPoint),
    ]
  }

  /// A value of whatever metric the row is of.
  private static func value(_ name: String, _ meaning: String, null absence: String) -> AnswerKey {
    AnswerKey(name, .metric, meaning, null: absence)
  }

  private static func axes(given condition: String) -> [AnswerKey] {
    InputKey.axes.map { key in
      .value(
        key.rawValue, key.figureUnit, "The axis: \(key.expectation).", given: condition)
    }
  }

  private static let metrics = FigureKey.metrics.map { key in
    AnswerKey.figure(key, given: "where it is a metric")
  }
}
