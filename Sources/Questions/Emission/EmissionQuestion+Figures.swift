internal import Text
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Yields

// Periods and their course as figures.

extension EmissionQuestion {
  func figures(of period: EmissionPeriod) -> [Figure] {
    [
      .wide("rewardRate", "rate", period.rewardRate.raw, "\(token) per second"),
      .seconds("rewardsDuration", "duration", period.rewardsDuration),
      .time("periodFinish", "finish", period.periodFinish),
      .wide("undistributedRewards", "remainder", period.undistributedRewards, token),
      .wei("perDay", "per day", period.perDay, token),
      .program("perDayTokens", .string(Wad(raw: period.perDay).text())),
    ] + (isAtTarget(period).map { [.flag("atTarget", "at the target rate", $0)] } ?? [])
  }

  private func isAtTarget(_ period: EmissionPeriod) -> Bool? {
    guard case .targetRate(let target, _) = terms else { return nil }
    return period.rewardRate == target
  }

  func exactRate(_ plan: EmissionPlan) -> Figure {
    let (key, label) = ("exactRate", "exact rate")
    guard !plan.isAtTarget, let rate = plan.exactRate else {
      return .none(key, label, "set by the target rate")
    }
    let wad = rate.wad(rounding: .down)
    return Figure(
      key, label, .string(wad.text()),
      text: Phrase(.number(wad.rawValue, decimals: 3 * Wad.fractionDigits), "\(token) per second"))
  }

  func figures(of state: EmissionSteadyState) -> [Figure] {
    switch state {
    case .constant(let rate, let remaining):
      [
        .text("state", "emission", state.name),
        .wide("rewardRate", "rate", rate.integer(rounding: .down), "\(token) per second"),
        .ratio("distanceFactor", "gap left after each notification", remaining),
        state.notificationsUntilConstant(within: .powerOfTen(-2)).map {
          .count("notificationsToOnePercent", "notifications to within 1 %", $0)
        }
          ?? .none(
            "notificationsToOnePercent", "notifications to within 1 %",
            "more than \(EmissionStreamRun.maximumCount)"),
      ]
    case .interrupted(let rate, let running, let interval):
      [
        .text("state", "emission", state.name),
        .wide(
          "rewardRate", "rate while it runs", rate.integer(rounding: .down), "\(token) per second"),
        .duration("runningSeconds", "runs for", running),
        .duration("everySeconds", "out of every", interval),
      ]
    case .backlog(let target, let backlog, let drift):
      [
        Figure(
          "state", "emission", .string(state.name),
          text: "at the target rate, with a growing backlog"),
        .wide("rewardRate", "rate", target.raw, "\(token) per second"),
        .wide(
          "backlogPerDay", "backlog growth per day", backlog.integer(rounding: .down), token),
        .duration("finishDriftPerDaySeconds", "time left grows per day by", drift),
      ]
    }
  }

  /// Notifications that a page shows, spread evenly over all of them.
  private static let shownNotifications = 12

  func path(_ run: EmissionStreamRun) -> Table {
    let last = run.entries.count - 1
    let stride = max(1, last / (Self.shownNotifications - 1))
    return Table(
      "path", "path",
      rows: run.entries.map { entry in
        [
          .count("notification", "no.", entry.number),
          .time("at", "at", entry.at),
          .wide("rewardRate", "tokens per second", entry.period.rewardRate.raw),
          .seconds("rewardsDuration", "duration", entry.period.rewardsDuration),
          .time("periodFinish", "finish", entry.period.periodFinish),
        ]
      }, shown: run.entries.indices.filter { $0.isMultiple(of: stride) || $0 == last })
  }
}

extension EmissionSteadyState {
  /// The state's name to programs.
  var name: String {
    switch self {
    case .constant: "constant"
    case .interrupted: "interrupted"
    case .backlog: "backlog"
    }
  }
}
