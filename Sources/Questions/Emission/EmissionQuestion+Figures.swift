internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Yields

// Periods and their course as figures.

extension EmissionQuestion {
  func figures(of period: EmissionPeriod) -> [Figure] {
    [
      .raw("rewardRate", "rate", period.rewardRate.raw, "(1e36 a token and second)"),
      .seconds("rewardsDuration", "duration", period.rewardsDuration),
      .time("periodFinish", "finish", period.periodFinish),
      .raw(
        "undistributedRewards", "remainder", period.undistributedRewards, "(1e36 a token)"),
      .raw("perDay", "a day", period.perDay, "wei, floor(rewardRate * 86400 / 1e18)"),
      .tokens("perDayTokens", "", period.perDay, "tokens"),
    ] + (isAtTarget(period).map { [.flag("atTarget", "at the target", $0)] } ?? [])
  }

  private func isAtTarget(_ period: EmissionPeriod) -> Bool? {
    guard case .targetRate(let target, _) = terms else { return nil }
    return period.rewardRate == target
  }

  func exactRate(_ plan: EmissionPlan) -> Figure {
    let (key, label) = ("exactRate", "rate before its floor")
    guard !plan.isAtTarget, let rate = plan.exactRate else {
      return .none(key, label, "the target decides")
    }
    return .decimal(key, label, rate, "(1e36), rounded down at the 18th decimal")
  }

  func figures(of state: EmissionSteadyState) -> [Figure] {
    switch state {
    case .constant(let rate, let remaining):
      [
        .text("state", "emission", "constant"),
        .raw("rewardRate", "rate", rate.integer(rounding: .down), "(1e36)"),
        .ratio("distanceFactor", "distance left by each notification", remaining),
        .raw(
          "notificationsToOnePercent", "notifications until within 1 %",
          state.notificationsUntilConstant(within: .powerOfTen(-2)).map { ExactInteger($0) },
          orNone: "more than \(EmissionStreamRun.maximumCount)"),
      ]
    case .interrupted(let rate, let running, let interval):
      [
        .text("state", "emission", "interrupted"),
        .raw("rewardRate", "rate while it runs", rate.integer(rounding: .down), "(1e36)"),
        .decimal("runningSeconds", "runs for", running, "s"),
        .decimal("everySeconds", "of every", interval, "s"),
      ]
    case .backlog(let target, let backlog, let drift):
      [
        .text("state", "emission", "at the target, with a growing backlog"),
        .raw("rewardRate", "rate", target.raw, "(1e36)"),
        .raw(
          "backlogPerDay", "piles up a day", backlog.integer(rounding: .down), "(1e36 a token)"),
        .decimal("finishDriftPerDay", "finish moves on a day by another", drift, "s"),
      ]
    }
  }

  func longRun(of state: EmissionSteadyState) -> String {
    switch state {
    case .constant: "constant"
    case .interrupted: "interrupted"
    case .backlog: "backlog"
    }
  }

  func path(_ run: EmissionStreamRun) -> Table {
    Table(
      "path", "the way there",
      rows: run.entries.map { entry in
        [
          .count("notification", "no.", entry.number),
          .date("at", "at", entry.at),
          .raw("rewardRate", "rate (1e36)", entry.period.rewardRate.raw),
          .seconds("rewardsDuration", "duration", entry.period.rewardsDuration),
          .time("periodFinish", "finish", entry.period.periodFinish),
        ]
      })
  }
}
