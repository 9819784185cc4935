internal import Contracts
package import Faults
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Yields

/// What notifications do to a vault's rate as a picture: steps over time.
package enum EmissionPlot {
  /// Draws the rate of one notification's period, or of a stream's.
  ///
  /// - Parameter question: the notifications.
  /// - Returns: an SVG file.
  /// - Throws: a `Fault` at the input that the contract or the arithmetic refuses, and for more
  ///   notifications than a picture shows.
  package static func svg(of question: EmissionQuestion) throws(Fault) -> String {
    let (steps, end) = try steps(of: question)
    let rate = PlotAxis(.rewardRate)
    var series = [
      LineChart.Series(
        name: rate.title, points: corners(of: steps, from: question, until: end), hasDots: false)
    ]
    if case .targetRate(let target, _) = question.terms {
      let target = amount(target)
      series.append(
        .init(
          name: InputKey.targetRate.title,
          points: [.init(x: .zero, y: target), .init(x: days(question, end), y: target)],
          hasDots: false))
    }
    let title = "\(rate.title.titled) over time"
    return PlotDocument(
      title: title,
      panels: [
        LineChart(title: title, x: PlotAxis(daysSince: question.at), y: rate, series: series)
      ]
    ).file
  }

  /// A period from its notification on, in unix seconds.
  private struct Step {
    let at: ExactInteger
    let rate: RewardRate
    let finish: ExactInteger

    init(_ at: Timestamp, _ period: EmissionPeriod) {
      self.at = ExactInteger(at.seconds)
      rate = period.rewardRate
      finish = period.periodFinish
    }
  }

  /// The periods, and where the picture ends: after one of them a little later than its finish, after a
  /// stream where its next notification would come.
  private static func steps(
    of question: EmissionQuestion
  ) throws(Fault) -> (steps: [Step], end: ExactInteger) {
    guard let stream = question.stream else {
      let plan = try EmissionPlan(
        reward: question.reward, terms: question.terms, at: question.at, running: question.running,
        profile: question.profile)
      let step = Step(question.at, plan.period)
      let length = max(step.finish - step.at, 1)
      return ([step], step.finish + length.divided(byNonZero: 10, rounding: .up))
    }
    guard stream.count <= GridPlot.mostPoints else {
      throw Fault(
        .invalidValue, at: .option("--plot"), found: "\(stream.count) notifications",
        expected: "at most \(GridPlot.mostPoints) to draw", hint: "use a lower --count")
    }
    let run = try EmissionStreamRun(
      of: try EmissionStream(amount: question.reward, interval: stream.interval),
      count: stream.count, terms: question.terms, start: question.at, running: question.running,
      profile: question.profile, shown: stream.count)
    let length = (stream.interval * ExactRational(stream.count)).integer(rounding: .down)
    return (
      run.entries.map { Step($0.at, $0.period) },
      ExactInteger(question.at.seconds) + max(length, 1)
    )
  }

  /// The rate's course: level, then up or down, and to 0 where a period ends before the next begins.
  private static func corners(
    of steps: [Step], from question: EmissionQuestion, until end: ExactInteger
  ) -> [LineChart.Point] {
    var points: [LineChart.Point] = []
    func add(_ time: ExactInteger, _ rate: RewardRate) {
      points.append(.init(x: days(question, time), y: amount(rate)))
    }
    let start = ExactInteger(question.at.seconds)
    var rate = question.running.periodFinish > start ? question.running.rewardRate : .zero
    for (index, step) in steps.enumerated() {
      add(step.at, rate)
      add(step.at, step.rate)
      rate = step.rate
      let next = index + 1 < steps.count ? steps[index + 1].at : end
      if step.finish < next {
        add(step.finish, rate)
        add(step.finish, .zero)
        rate = .zero
      }
    }
    add(end, rate)
    return points
  }

  private static func days(_ question: EmissionQuestion, _ time: ExactInteger) -> Wad {
    PlotDays.wad(seconds: time - ExactInteger(question.at.seconds))
  }

  /// A rate as its axis takes it: the contract's integer.
  private static func amount(_ rate: RewardRate) -> Wad { Wad(raw: rate.raw * Wad.scale) }
}
