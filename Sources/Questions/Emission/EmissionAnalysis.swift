internal import FixedPoint
package import Contracts
internal import Yields
package import Quantities

/// `berayield emission`: what notifications do to a vault's rate.
package enum EmissionAnalysis {
  /// Answers with the period that one notification makes, or a stream of them.
  ///
  /// - Parameters:
  ///   - values: the inputs.
  ///   - now: the time where none is given.
  ///   - year: the year of the APR.
  ///   - profile: the protocol's rules.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the sheet.
  /// - Throws: `Fault`.
  package static func sheet(
    _ values: InputValues, now: Timestamp, year: YearLength, profile: ProtocolProfile,
    notes: inout InputNotes
  ) throws -> AnalysisSheet {
    var values = values
    let inputs = try EmissionInputs(&values, now: now, profile: profile, notes: &notes)
    let convention = YieldConvention(time: inputs.at, year: year)
    return try values.analyzing {
      guard let stream = inputs.stream else {
        return try notification(inputs, convention, profile)
      }
      return try streaming(
        inputs, try EmissionStream(amount: inputs.reward, interval: stream.interval),
        count: stream.count, convention, profile)
    }
  }

  private static func notification(
    _ inputs: EmissionInputs, _ convention: YieldConvention, _ profile: ProtocolProfile
  ) throws -> AnalysisSheet {
    let plan = try EmissionPlan(
      reward: inputs.reward, terms: inputs.terms, at: inputs.at, running: inputs.running,
      profile: profile)
    var sheet = AnalysisSheet(title: "Emission after one notification")
    sheet.append(
      figures: [.text("mode", "mode", inputs.terms.mode)] + figures(of: plan.period, inputs.terms)
        + [
          .time("at", "notified at", ExactInteger(inputs.at.seconds)),
          .raw("spread", "spread in all", plan.spread, "(1e36 a token)"),
          exactRate(plan),
        ] + (try apr(inputs, at: plan.period.rewardRate, convention)))
    sheet.remarks = [
      "rewardRate, rewardsDuration and remainder are the contract's integers, floors included"
    ]
    sheet.warnings = inputs.terms.refusals(under: profile.rewardVault)
    if plan.period.rewardRate == .zero {
      sheet.warnings.append("the rate is 0: less than one unit a second is spread")
    }
    return sheet
  }

  private static func streaming(
    _ inputs: EmissionInputs, _ stream: EmissionStream, count: Int,
    _ convention: YieldConvention, _ profile: ProtocolProfile
  ) throws -> AnalysisSheet {
    let run = try EmissionStreamRun(
      of: stream, count: count, terms: inputs.terms, start: inputs.at, running: inputs.running,
      profile: profile)
    var sheet = AnalysisSheet(title: "Emission under \(count) notifications")
    sheet.append(
      figures: [.text("mode", "mode", inputs.terms.mode)] + figures(of: run.last, inputs.terms)
        + [.raw("peakRewardRate", "highest rate", run.peakRate.raw, "(1e36 a token and second)")]
        + (try apr(inputs, at: run.last.rewardRate, convention)))
    sheet.append(
      "stream", title: "the stream",
      figures: [
        .raw("amount", "each notification", stream.amount, "wei"),
        .decimal("everySeconds", "one every", stream.interval, "s"),
        .count("count", "notifications", count),
        .raw(
          "inflowRate", "arrives on average", stream.inflow.integer(rounding: .down), "(1e36)"),
        .raw("constantRate", "target that keeps it", stream.constantRate.raw, "(1e36)"),
      ])
    let state = try EmissionSteadyState(of: stream, terms: inputs.terms)
    sheet.append("steadyState", title: "in the long run", figures: figures(of: state))
    sheet.append(try choices(inputs, stream, convention, profile))
    sheet.append(path(run))
    sheet.remarks = [
      "a target equal to the average keeps emission constant; a lower one piles up a backlog"
    ]
    sheet.warnings = inputs.terms.refusals(under: profile.rewardVault)
    return sheet
  }

  private static func apr(
    _ inputs: EmissionInputs, at rate: RewardRate, _ convention: YieldConvention
  ) throws -> [AnalysisSheet.Figure] {
    guard let vault = inputs.vault else { return [] }
    let apr = try TargetRateChoice.apr(of: vault, at: rate, convention)
    return [
      apr.map { .ratio("apr", "APR at this rate", $0.wad) }
        ?? .none("apr", "APR at this rate", "none: nobody stakes")
    ]
  }
}

// Figures.
extension EmissionAnalysis {
  private static func figures(
    of period: EmissionPeriod, _ terms: EmissionTerms
  ) -> [AnalysisSheet.Figure] {
    [
      .raw("rewardRate", "rate", period.rewardRate.raw, "(1e36 a token and second)"),
      .seconds("rewardsDuration", "duration", period.rewardsDuration),
      .time("periodFinish", "finish", period.periodFinish),
      .raw(
        "undistributedRewards", "remainder", period.undistributedRewards, "(1e36 a token)"),
      .raw("perDay", "a day", period.perDay, "wei, floor(rewardRate * 86400 / 1e18)"),
      .tokens("perDayTokens", "", period.perDay, "tokens"),
    ] + (isAtTarget(period, terms).map { [.flag("atTarget", "at the target", $0)] } ?? [])
  }

  private static func isAtTarget(_ period: EmissionPeriod, _ terms: EmissionTerms) -> Bool? {
    guard case .targetRate(let target, _) = terms else { return nil }
    return period.rewardRate == target
  }

  private static func exactRate(_ plan: EmissionPlan) -> AnalysisSheet.Figure {
    let (key, label) = ("exactRate", "rate before its floor")
    guard !plan.isAtTarget, let rate = plan.exactRate else {
      return .none(key, label, "the target decides")
    }
    return .decimal(key, label, rate, "(1e36), rounded down at the 18th decimal")
  }

  private static func figures(of state: EmissionSteadyState) -> [AnalysisSheet.Figure] {
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

  private static func choices(
    _ inputs: EmissionInputs, _ stream: EmissionStream, _ convention: YieldConvention,
    _ profile: ProtocolProfile
  ) throws -> AnalysisSheet.Table {
    var minimum = Seconds(profile.rewardVault.minRewardDuration)
    var targets = [("keeps emission constant", stream.constantRate)]
    if case .targetRate(let target, let least) = inputs.terms {
      minimum = least
      targets.append(("the target given", target))
    }
    let rows = try targets.map { name, target -> [AnalysisSheet.Figure] in
      let choice = try TargetRateChoice(
        target: target, stream: stream, minimum: minimum, vault: inputs.vault,
        convention: convention)
      return [
        .text("choice", "choice", name),
        .raw("targetRate", "target (1e36)", target.raw),
        .text("longRun", "in the long run", longRun(of: choice.steadyState)),
        choice.apr.map { .ratio("apr", "APR", $0.wad) }
          ?? .none("apr", "APR", inputs.vault == nil ? "needs --total-supply" : "nobody stakes"),
      ]
    }
    return .init("targetChoices", "choosing a target", rows: rows)
  }

  private static func longRun(of state: EmissionSteadyState) -> String {
    switch state {
    case .constant: "constant"
    case .interrupted: "interrupted"
    case .backlog: "backlog"
    }
  }

  private static func path(_ run: EmissionStreamRun) -> AnalysisSheet.Table {
    .init(
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
