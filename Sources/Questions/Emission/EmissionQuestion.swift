package import Contracts
package import Faults
package import FixedPoint
package import Quantities
package import Sheets
package import Yields

/// What notifications do to a vault's rate: one of them, or a stream.
package struct EmissionQuestion: Sendable {
  /// Notifications at equal distances.
  package struct Stream: Sendable {
    /// Seconds from one to the next, exact.
    package let interval: ExactRational
    /// How many are asked for, if somebody says so.
    let givenCount: Int?
    package var count: Int { givenCount ?? 30 }
  }

  /// Wei of each notification.
  package let reward: ExactInteger
  package let terms: EmissionTerms
  package let at: Timestamp
  /// The period that still runs, with what waits for distribution.
  package let running: EmissionPeriod
  /// Set where notifications repeat.
  package let stream: Stream?
  /// Stake and prices, where APRs are wanted.
  package let vault: VaultSnapshot?
  package let year: YearLength
  package let profile: ProtocolProfile

  /// The period that one notification makes, or where a stream of them leads.
  ///
  /// - Throws: a `Fault` at the input that the contract or the arithmetic refuses.
  package func sheet() throws(Fault) -> Sheet {
    guard let stream else { return try notification() }
    do throws(Fault) {
      return try streaming(
        try EmissionStream(amount: reward, interval: stream.interval),
        count: stream.count)
    } catch {
      // Who gave no number gave a distance.
      throw stream.givenCount == nil ? error.renamed(["count": "every"]) : error
    }
  }

  /// What notifications are in.
  var token: String { profile.era.rewardToken.symbol }

  private var convention: YieldConvention { YieldConvention(time: at, year: year) }

  private func notification() throws(Fault) -> Sheet {
    let plan = try EmissionPlan(
      reward: reward, terms: terms, at: at, running: running, profile: profile)
    var sheet = Sheet("Emission after one notification")
    sheet.append(
      figures: kind + figures(of: plan.period) + [
        .time("at", "notified at", at),
        .wide("spread", "amount spread", plan.spread, token),
        exactRate(plan),
      ] + (try apr(at: plan.period.rewardRate)))
    sheet.append(.warnings)
    sheet.remarks = [
      "rate, duration and remainder are the contract's own, rounded down as on chain"
    ]
    sheet.warnings = refusals + warnings(about: plan.period, after: plan.period)
    if plan.period.rewardRate == .zero {
      sheet.warnings.append(
        Warning(.zeroRate, "the rate is 0: the amount comes to less than one unit per second"))
    }
    return sheet
  }

  private func streaming(_ stream: EmissionStream, count: Int) throws(Fault) -> Sheet {
    let run = try EmissionStreamRun(
      of: stream, count: count, terms: terms, start: at, running: running, profile: profile)
    var sheet = Sheet("Emission under \(count) notifications")
    sheet.append(
      figures: kind + figures(of: run.last) + [
        .wide("peakRewardRate", "highest rate", run.peakRate.raw, "\(token) per second")
      ] + (try apr(at: run.last.rewardRate)))
    sheet.append(
      "stream", title: .heading("stream"),
      figures: [
        .wei("amount", "each notification", stream.amount, token),
        .duration("everySeconds", "interval", stream.interval),
        .count("count", "notifications", count),
        .wide(
          "inflowRate", "average inflow", stream.inflow.integer(rounding: .down),
          "\(token) per second"),
        .wide(
          "constantRate", "target rate to match it", stream.constantRate.raw, "\(token) per second"),
      ])
    let state = try EmissionSteadyState(of: stream, terms: terms)
    sheet.append(
      "steadyState", title: .heading("in the long run"), figures: figures(of: state))
    sheet.append(try choices(stream))
    sheet.append(path(run))
    sheet.csvTable = "path"
    sheet.append(.warnings)
    sheet.remarks = [
      "a target rate equal to the average inflow keeps emission constant; a lower one "
        + "builds up a backlog"
    ]
    sheet.warnings =
      refusals + warnings(about: run.entries.first?.period ?? run.last, after: run.last)
    return sheet
  }

  /// What decides the rate, and what it is in.
  private var kind: [Figure] {
    [.text("mode", "mode", terms.mode), .text("rewardToken", "reward token", token)]
  }

  /// What the contract would refuse about the terms.
  private var refusals: [Warning] {
    terms.refusals(under: profile.rewardVault).map { Warning(.durationRefused, $0) }
  }

  private func apr(at rate: RewardRate) throws(Fault) -> [Figure] {
    guard let vault else { return [] }
    let apr = try TargetRateChoice.apr(of: vault, at: rate, convention)
    return [
      apr.map { .ratio("apr", "APR at this rate", $0.wad) }
        ?? .none("apr", "APR at this rate", "none: no stake")
    ]
  }

  private func choices(_ stream: EmissionStream) throws(Fault) -> Table {
    var minimum = Seconds(profile.rewardVault.minRewardDuration)
    var targets = [("keeps emission constant", stream.constantRate)]
    if case .targetRate(let target, let least) = terms {
      minimum = least
      targets.append(("given target rate", target))
    }
    let rows = try targets.map { name, target throws(Fault) -> [Figure] in
      let choice = try TargetRateChoice(
        target: target, stream: stream, minimum: minimum, vault: vault, convention: convention)
      return [
        .text("choice", "choice", name),
        .wide("targetRate", "target rate, tokens per second", target.raw),
        .text("state", "in the long run", choice.steadyState.name),
        choice.apr.map { .ratio("apr", "APR", $0.wad) }
          ?? .none("apr", "APR", vault == nil ? "needs totalSupply" : "no stake"),
      ]
    }
    return Table("targetChoices", "choice of the target rate", rows: rows)
  }
}
