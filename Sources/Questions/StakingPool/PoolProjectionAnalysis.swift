internal import FixedPoint
package import Contracts
internal import Yields
package import Quantities

/// `berayield pool project`: the path of a pool's share price under a scenario.
package enum PoolProjectionAnalysis {
  /// Answers with the yields, the validator's revenue and the path.
  ///
  /// - Parameters:
  ///   - values: the scenario.
  ///   - year: the year that yields are scaled to.
  ///   - profile: the protocol's rules.
  ///   - notes: where rounded digits are reported.
  /// - Returns: the sheet; its CSV is the path.
  /// - Throws: ``InputError``.
  package static func sheet(
    _ values: InputValues, year: YearLength, profile: ProtocolProfile, notes: inout InputNotes
  ) throws -> AnalysisSheet {
    var values = values
    let inputs = try PoolScenarioInputs(&values, year: year, profile: profile, notes: &notes)
    return try values.analyzing {
      let projection = try PoolProjection(pool: inputs.pool, scenario: inputs.scenario)
      var sheet = AnalysisSheet(title: "Projection of a staking pool")
      sheet.append(figures: try yields(inputs, projection))
      sheet.append(
        "validator", title: "validator's revenue", figures: try revenue(projection))
      sheet.append("end", title: "at the end", figures: try end(projection))
      sheet.append(withdrawals(projection))
      sheet.append(try path(projection))
      sheet.csvTable = "path"
      sheet.remarks = [
        "amounts move in whole wei, rounded down, as on chain; yields are exact, rounded once"
      ]
      sheet.warnings = projection.refusals.map { "refused: \($0)" }
      let cap = profile.commission.maxRate
      sheet.warnings += inputs.scenario.sources.filter { UInt64($0.commission.value) > cap }.map {
        "the commission on \($0.name) is \($0.commission), above the cap of \(cap) bps"
      }
      if inputs.pool.phase == .collecting {
        sheet.warnings.append(
          "the pool starts below its active threshold: it earns nothing until that is reached")
      }
      return sheet
    }
  }

  private static func yields(
    _ inputs: PoolScenarioInputs, _ projection: PoolProjection
  ) throws -> [AnalysisSheet.Figure] {
    let scenario = inputs.scenario
    let net = try scenario.netYield(of: inputs.pool)
    let steps = Int(clamping: scenario.year.seconds / scenario.step.count)
    let periods = min(max(1, steps), Compounding.maximumPeriodsPerYear)
    let apy = try net.netAPY(periodsPerYear: periods, rounding: .halfEven)
    let tooLarge = "not stated above an APR of 1e6"
    let realized = projection.realized(year: scenario.year)
    return [
      .time("start", "from", ExactInteger(scenario.start.seconds)),
      .time("endTime", "to", ExactInteger(scenario.end.seconds)),
      .ratio("grossApr", "gross APR, at the start", net.grossAPR),
      .ratio("commissionApr", "of which commission", net.commissionAPR),
      .ratio("feeApr", "of which protocol fee", net.feeAPR),
      .ratio("netApr", "net APR, at the start", net.netAPR),
      apy.map { .ratio("netApy", "net APY, compounded each step", $0.wad) }
        ?? .none("netApy", "net APY, compounded each step", tooLarge),
      .count("compoundingsPerYear", "compoundings a year", periods),
      .ratio("realizedApr", "APR of the path", realized?.apr, orNone: "none: no shares"),
      realized?.apy(rounding: .halfEven).map {
        .ratio("realizedApy", "APY of the path", $0.wad)
      } ?? .none("realizedApy", "APY of the path", realized == nil ? "none: no shares" : tooLarge),
    ]
  }

  private static func revenue(_ projection: PoolProjection) throws -> [AnalysisSheet.Figure] {
    let pool = projection.finalPool
    let price = pool.sharePrice.ratio ?? .zero
    let worth = (ExactRational(projection.feeShares) * price).integer(rounding: .down)
    return [
      .tokens("commission", "commission", projection.commission, "BERA"),
      .tokens("fees", "protocol fee", projection.fees, "BERA"),
      .tokens("feeShares", "paid in", projection.feeShares, "shares"),
      .tokens("feeSharesWorth", "worth at the end", worth, "BERA"),
      .tokens("revenue", "in all", projection.commission + worth, "BERA"),
    ]
  }

  private static func end(_ projection: PoolProjection) throws -> [AnalysisSheet.Figure] {
    let pool = projection.finalPool
    return pool.sharePrice.figures + [
      .raw("totalAssets", "total assets", pool.assets.total, "wei"),
      .raw("totalSupply", "total supply", pool.totalSupply, "shares, 1e18 each"),
      .text("phase", "validator", pool.phase.rawValue),
    ]
  }

  private static func withdrawals(_ projection: PoolProjection) -> AnalysisSheet.Table {
    .init(
      "withdrawals", "withdrawals",
      rows: projection.withdrawals.map { request in
        [
          .count("id", "no.", request.id),
          .date("requestedAt", "requested", request.requestedAt),
          .tokens("amount", "BERA", request.amount, ""),
          .tokens("shares", "shares burned", request.shares, ""),
          .date("readyAt", "ready", request.readyAt),
          .flag("fullExit", "full exit", request.triggeredFullExit),
        ]
      })
  }

  private static func path(_ projection: PoolProjection) throws -> AnalysisSheet.Table {
    let rows = projection.points.map { point -> [AnalysisSheet.Figure] in
      let price = point.sharePrice
      return [
        .date("timestamp", "at", point.at),
        .raw("totalAssets", "total assets (wei)", point.totalAssets),
        .raw("totalSupply", "total supply (wei)", point.totalSupply),
        price.ratio.map { .decimal("sharePrice", "share price", $0, "") }
          ?? .none("sharePrice", "share price", "no shares"),
        .decimal("conversionSharePrice", "conversion price", price.conversion, ""),
        .raw("rewards", "rewards (wei)", point.rewards),
        .text("phase", "validator", point.phase.rawValue),
        .text("events", "events", point.notes.joined(separator: "; ")),
      ]
    }
    // A page shows the events and a path through them; every point is in JSON and CSV.
    let stride = max(1, rows.count / 24)
    let shown = projection.points.indices.filter {
      $0 % stride == 0 || $0 == rows.count - 1 || projection.points[$0].hasEvent
    }
    return .init("path", "the path", rows: rows, shown: shown)
  }
}
